using System.Runtime.CompilerServices;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;
using static System.Text.Encoding;

namespace Rostering.Solver.Tests.Json;

/// <summary>The page on file formats must not fall behind the files.</summary>
[TestFixture]
internal sealed class FileFormatsPageTests
{
    private static readonly string Page = File.ReadAllText(PagePath());

    [Test]
    public void Page_Keys_AreAllListed()
    {
        var keys = ParameterKeys.All.Concat(WeightKeys.All);

        Assert.That(keys.Where(key => !Page.Contains($"| `{key}` |", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Page_SmallestProblem_LacksOnlyParametersAndWeights()
    {
        string example = Page.Split("```json")[1].Split("```")[0];

        var errors = ProblemJson.Read(UTF8.GetBytes(example)).Errors;

        Assert.That(errors.Select(error => error.Path.Split('[')[0]).Distinct(), Is.EquivalentTo(new[] { "$.parameters", "$.weights" }));
        Assert.That(errors, Has.Length.EqualTo(ParameterKeys.All.Count - 1 + WeightKeys.All.Count - 1), string.Join('\n', errors));
    }

    private static string PagePath([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "file-formats.md"));
}
