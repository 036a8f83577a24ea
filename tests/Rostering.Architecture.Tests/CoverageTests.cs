using System.Text.RegularExpressions;

namespace Rostering.Architecture.Tests;

/// <summary>
/// docs/coverage.csv says of each thing that the sources ask for whether it is done, and shows where. A claim counts only
/// with its evidence, so every test that is named has to exist.
/// </summary>
public sealed class CoverageTests
{
    private const string File = "docs/coverage.csv";

    /// <summary>Examples (E), features (F), scenarios (T), hard constraints (H) and soft objectives (S), numbered with gaps.</summary>
    private static readonly (string Letter, string Format, int First, int Last)[] Ranges =
    [
        ("E", "00", 1, 144), ("E", "00", 150, 168), ("E", "00", 170, 184), ("E", "00", 190, 202),
        ("F", "00", 1, 38), ("T", "00", 1, 35), ("H", "00", 1, 16), ("S", "0", 1, 8),
    ];

    private static readonly Regex Evidence = new(@"^(page:/\S*|cli:\S+|\w+Tests\.\w+)$", RegexOptions.None, TimeSpan.FromSeconds(5));

    private static IReadOnlyList<string[]> Rows { get; } = [.. Repository.ReadLines(File).Skip(1).Select(line => line.Split(','))];

    [Test]
    public void Rows_ListEveryIdOnceAndInOrder()
    {
        var expected = Ranges.SelectMany(range =>
            Enumerable.Range(range.First, range.Last - range.First + 1).Select(number => range.Letter + number.ToString(range.Format)));

        Assert.That(Repository.ReadLines(File)[0], Is.EqualTo("id,status,evidence"));
        Assert.That(Rows.Select(row => row[0]), Is.EqualTo(expected));
    }

    [Test]
    public void Rows_StatusAndEvidence_AreWellFormed()
    {
        var wrong = Rows.Where(row =>
            row.Length != 3 || row[1] is not ("done" or "part" or "no") || row[1] == "no" != (row[2].Length == 0) || !Evidences(row).All(Evidence.IsMatch));

        Assert.That(wrong.Select(row => string.Join(',', row)), Is.Empty, "done and part need evidence, no has none");
    }

    [Test]
    public void Rows_TestsNamedAsEvidence_Exist()
    {
        var tests = Repository.Sources("tests").SelectMany(TestsIn).ToHashSet(StringComparer.Ordinal);

        var missing = Rows.SelectMany(Evidences).Where(evidence => !evidence.Contains(':', StringComparison.Ordinal) && !tests.Contains(evidence));

        Assert.That(missing, Is.Empty);
    }

    private static string[] Evidences(string[] row) => row[2].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The test methods of a file as Class.Method; a method counts only below an attribute that makes it a test.</summary>
    private static IEnumerable<string> TestsIn(string file)
    {
        var type = Path.GetFileName(file).Split('.')[0];
        return Regex.Matches(Repository.Read(file), @"\[(?:Test|TestCase|TestCaseSource|FsCheck\.NUnit\.Property|Property)\b[^{;]*?\b(?:void|Task|Property)\s+(\w+)\s*\(")
            .Select(match => $"{type}.{match.Groups[1].Value}");
    }
}
