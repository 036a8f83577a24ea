using System.Text.RegularExpressions;

namespace Rostering.Architecture.Tests;

/// <summary>A rule is a pair, checker and encoding, with its tests and a word in the glossary.</summary>
public sealed class RulePairTests
{
    private const string Rules = "src/Rostering.Solver/Rules";

    private static IEnumerable<string> RuleNames =>
        Repository.Sources(Rules)
            .Select(file => Path.GetRelativePath(Rules, file).Split(Path.DirectorySeparatorChar))
            .Where(parts => parts.Length > 1)
            .Select(parts => parts[0])
            .Distinct(StringComparer.Ordinal);

    [TestCaseSource(nameof(RuleNames))]
    public void Rule_HasCheckerEncodingTestsAndGlossaryLine(string name)
    {
        var tests = Repository.Sources("tests/Rostering.Solver.Tests").Select(Path.GetFileName);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Repository.Exists($"{Rules}/{name}/{name}Rule.cs"), $"{name}Rule.cs, the checker");
            Assert.That(Repository.Exists($"{Rules}/{name}/{name}Encoding.cs"), $"{name}Encoding.cs");
            Assert.That(tests, Does.Contain($"{name}RuleTests.cs"));
            Assert.That(Glossary.Terms, Does.Contain(Words(name)), "docs/glossary.md");
        }
    }

    /// <summary>MinimumRest is written 'minimum rest'.</summary>
    private static string Words(string name) => Regex.Replace(name, "(?<=.)(?=[A-Z])", " ").ToLowerInvariant();
}
