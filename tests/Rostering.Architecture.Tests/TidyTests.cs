using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Rostering.Architecture.Tests;

/// <summary>What keeps the house tidy and no analyzer sees. Patterns are spelt so that this file does not match itself.</summary>
public sealed class TidyTests
{
    private const int LinesMax = 300;

    private static readonly string[] CodeFolders = ["src", "tests", "solver-benchmarks"];
    private static readonly string[] Kernels = ["Rostering.CpSat", "Rostering.Solver", "Rostering.Ledger"];
    private static readonly string[] TextTypes = [".cs", ".cshtml", ".css", ".js", ".mjs", ".json", ".md", ".sql", ".csv", ".proto", ".csproj", ".props", ".yml", ".yaml", ""];

    [Test]
    public void Files_OfCode_AreShort()
    {
        var longOnes =
            from file in CodeFolders.SelectMany(Repository.Files)
            where Path.GetExtension(file) is ".cs" or ".cshtml" or ".js" or ".mjs" or ".css"
            let lines = Repository.ReadLines(file).Length
            where lines > LinesMax
            select $"{file}: {lines} lines";

        Assert.That(longOnes, Is.Empty, $"at most {LinesMax} lines a file");
    }

    [TestCase(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", "take the time as an argument, or a NodaTime clock at the edge")]
    [TestCase(@"\bThread\.Sl[e]ep\b", "await what is waited for")]
    [TestCase(@"^\s*#reg[i]on\b", "split the file instead")]
    public void Code_BannedText_IsAbsent(string pattern, string instead) =>
        Assert.That(Matches(CodeFolders.SelectMany(Repository.Sources), pattern), Is.Empty, instead);

    [TestCase(@"\bGuid\.New", "ids come from the problem or the database")]
    [TestCase(@"\bnew Random\(\)|\bRandom\.Shared\b", "randomness has a seed")]
    public void Kernels_BannedText_IsAbsent(string pattern, string instead) =>
        Assert.That(Matches(Kernels.SelectMany(kernel => Repository.Sources($"src/{kernel}")), pattern), Is.Empty, instead);

    [TestCase(@"\b(T[O]DO|FI[X]ME|HA[C]K)\b", "do it, or file it")]
    [TestCase(@"(^|[\s""'(=:])/(w[o]rk|r[o]ot|home/\w+)/", "no path of one machine")]
    [TestCase(@"registry\.np[m]js|api\.nug[e]t\.org|deb\.deb[i]an|registry\.ya[r]npkg", "no address of a package registry")]
    public void Files_BannedText_IsAbsent(string pattern, string why) =>
        Assert.That(Matches(Repository.Files().Where(file => TextTypes.Contains(Path.GetExtension(file))), pattern), Is.Empty, why);

    [Test]
    public void Files_Names_SayWhatTheyAre()
    {
        var vague = CodeFolders.SelectMany(Repository.Sources)
            .Where(file => Regex.IsMatch(file, @"\w(Manager|Helpers?|Base|Impl|Dto|Utils|Utilities)(\.\w+)?\.cs$"));

        Assert.That(vague, Is.Empty);
    }

    [Test]
    public void PackageLock_NamesNoAddress() => Assert.That(Repository.Read("package-lock.json"), Does.Not.Contain("\"resolved\""));

    [Test]
    public void PackageVersions_FromNpm_AreExact() =>
        Assert.That(Matches(["package.json"], """
            "[^"]+": "[\^~><*]
            """), Is.Empty);

    [Test]
    public void Projects_HaveALockFile()
    {
        var without = CodeFolders.SelectMany(Repository.Files)
            .Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => !Repository.Exists(Path.Combine(Path.GetDirectoryName(file)!, "packages.lock.json")));

        Assert.That(without, Is.Empty);
    }

    [Test]
    public void Kernels_PublicTypes_AreDocumented()
    {
        var bare =
            from kernel in Kernels
            where Repository.Exists($"src/{kernel}")
            let documented = XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{kernel}.xml")).Descendants("member")
                .Where(member => member.Element("summary") is not null).Select(member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal)
            from type in System.Reflection.Assembly.Load(kernel).GetExportedTypes()
            where !IsGenerated(type) && !documented.Contains($"T:{type.FullName!.Replace('+', '.')}")
            select type.FullName;

        Assert.That(bare, Is.Empty);
    }

    /// <summary>The wire format's types are written by the protocol-buffer compiler, into a namespace of their own.</summary>
    private static bool IsGenerated(Type type) => type.Namespace?.Contains(".Proto", StringComparison.Ordinal) == true;

    private static IEnumerable<string> Matches(IEnumerable<string> files, string pattern) =>
        from file in files
        from match in Repository.ReadLines(file).Select((line, at) => (Line: line, Number: at + 1))
        where Regex.IsMatch(match.Line, pattern, RegexOptions.None, TimeSpan.FromSeconds(5))
        select $"{file}:{match.Number}: {match.Line.Trim()}";
}
