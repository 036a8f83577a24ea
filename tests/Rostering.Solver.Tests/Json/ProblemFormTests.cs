using System.Text.Json.Nodes;
using Rostering.Solver.Json;
using Rostering.Solver.Tests.Builders;
using static System.Text.Encoding;

namespace Rostering.Solver.Tests.Json;

/// <summary>Files whose form is broken: each fault is named with its path, its value and its remedy.</summary>
[TestFixture]
internal sealed class ProblemFormTests
{
    private static readonly string Rich = UTF8.GetString(ProblemJson.Write(Problems.Rich()));

    private static IEnumerable<TestCaseData> BrokenNodes()
    {
        yield return Case("$.visits[3].foo", "5", "known are id, kind, shares", file => file["visits"]![3]!["foo"] = 5);
        yield return Case("$.wetter", "{…}", "Remove it or correct its name", file => file["wetter"] = new JsonObject { ["a"] = 1 });
        yield return Case("$.workers[0].contract['minutes max']", "[…]", "known are kind, contractedMinutes",
            file => file["workers"]![0]!["contract"]!["minutes max"] = new JsonArray(1));
        yield return Case("$.visits[0].minutes", "(missing)", "Add it, as a whole number.",
            file => file["visits"]![0]!.AsObject().Remove("minutes"));
        yield return Case("$.weekStart", "(missing)", "Add it, as a text like 2000-01-03.", file => file.AsObject().Remove("weekStart"));
        yield return Case("$.travel", "(missing)", "Add it, as an object.", file => file.AsObject().Remove("travel"));
        yield return Case("$.workers[1].absences[0].time.end", "(missing)", "like 2000-01-03T07:30",
            file => file["workers"]![1]!["absences"]![0]!["time"]!.AsObject().Remove("end"));
        yield return Case("$.visits[0].need", "(missing)", "one of low, moderate, substantial, critical",
            file => file["visits"]![0]!.AsObject().Remove("need"));
        yield return Case("$.visits[1].minutes", "\"sixty\"", "Write a whole number.", file => file["visits"]![1]!["minutes"] = "sixty");
        yield return Case("$.visits[1].minutes", "60.5", "without a point or an exponent", file => file["visits"]![1]!["minutes"] = 60.5);
        yield return Case("$.visits[1].minutes", "3000000000", "from -2147483648 to 2147483647",
            file => file["visits"]![1]!["minutes"] = 3_000_000_000);
        yield return Case("$.visits[1].minutes", "null", "Write a whole number.", file => file["visits"]![1]!["minutes"] = null);
        yield return Case("$.funds[0].availablePence", "9223372036854775808", "to 9223372036854775807",
            file => file["funds"]![0]!["availablePence"] = 9_223_372_036_854_775_808);
        yield return Case("$.weights['cost.pay']", "\"1\"", "Write a whole number.", file => file["weights"]!["cost.pay"] = "1");
        yield return Case("$.people[0].id", "7", "Write a text.", file => file["people"]![0]!["id"] = 7);
        yield return Case("$.people[0]", "\"pat\"", "Write an object.", file => file["people"]![0] = "pat");
        yield return Case("$.people", "{…}", "Write a list.", file => file["people"] = new JsonObject());
        yield return Case("$.visits[0].breakInside", "\"yes\"", "Write true or false.", file => file["visits"]![0]!["breakInside"] = "yes");
        yield return Case("$.visits[0].kind", "\"support visit\"", "Use one of support, sleepover",
            file => file["visits"]![0]!["kind"] = "support visit");
        yield return Case("$.visits[0].kind", "0", "one of support, sleepover", file => file["visits"]![0]!["kind"] = 0);
        yield return Case("$.payBands[0].day", "\"none\"", "Use one of monday", file => file["payBands"]![0]!["day"] = "none");
        yield return Case("$.weekStart", "\"16/11/2026\"", "Write it like 2000-01-03.", file => file["weekStart"] = "16/11/2026");
        yield return Case("$.workers[0].birthDate", "\"1990-02-30\"", "Write it like 2000-01-03.",
            file => file["workers"]![0]!["birthDate"] = "1990-02-30");
        yield return Case("$.visits[0].earliestStart", "\"2026-11-16T07:00:00Z\"", "Write it like 2000-01-03T07:30.",
            file => file["visits"]![0]!["earliestStart"] = "2026-11-16T07:00:00Z");
        yield return Case("$.workers[0].birthDate", "\"-1990-02-01\"", "Write it like 2000-01-03.",
            file => file["workers"]![0]!["birthDate"] = "-1990-02-01");
        yield return Case("$.travel.firstBus[2]", "\"25:00\"", "Write it like 07:30.", file => file["travel"]!["firstBus"]![2] = "25:00");
    }

    [TestCaseSource(nameof(BrokenNodes))]
    public void Read_OneFaultOfForm_IsNamed(Action<JsonNode> breakIt, string path, string value, string remedy)
    {
        var file = JsonNode.Parse(Rich)!;
        breakIt(file);

        var reading = ProblemJson.Read(UTF8.GetBytes(file.ToJsonString(JsonSettings.Options)));

        Assert.That(reading.Problem, Is.Null);
        Assert.That(reading.Errors, Has.Length.EqualTo(1), string.Join('\n', reading.Errors));
        Assert.That(reading.Errors[0].Path, Is.EqualTo(path));
        Assert.That(reading.Errors[0].Value, Is.EqualTo(value));
        Assert.That(reading.Errors[0].Remedy, Does.Contain(remedy));
    }

    [TestCase("\"provider\": ", "\"provider\": \"Other\", \"provider\": ", "$.provider", "given twice")]
    [TestCase("\"cost.mile\": ", "\"cost.mile\": 3, \"cost.mile\": ", "$.weights['cost.mile']", "given twice")]
    [TestCase("\"provider\": ", "/* who */ \"provider\": ", "$", "not valid JSON")]
    [TestCase("\"zone\": ", "\"zone\" ", "$", "not valid JSON")]
    [TestCase("\"id\": \"pat\"", "\"id\": \"pat", "$.people[0]", "not valid JSON")]
    [TestCase("Oakwood Test", "\\ud800", "$.provider", "broken characters")]
    public void Read_BrokenText_IsNamed(string sound, string broken, string path, string message)
    {
        int at = Rich.IndexOf(sound, StringComparison.Ordinal);
        string file = Rich.Remove(at, sound.Length).Insert(at, broken);

        var errors = ProblemJson.Read(UTF8.GetBytes(file)).Errors;

        Assert.That(errors, Has.Length.EqualTo(1), string.Join('\n', errors));
        Assert.That(errors[0].Path, Is.EqualTo(path));
        Assert.That(errors[0].Message, Does.Contain(message));
    }

    [Test]
    public void Read_BytesThatAreNoCharacters_AreNamed()
    {
        byte[] file = UTF8.GetBytes(Rich);
        file[Rich.IndexOf("Oakwood", StringComparison.Ordinal)] = 0xFF;

        var errors = ProblemJson.Read(file).Errors;

        Assert.That(errors.Single().Path, Is.EqualTo("$.provider"));
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{} {}")]
    public void Read_NoProblemAtAll_GivesAnErrorAtTheRoot(string file)
    {
        var reading = ProblemJson.Read(UTF8.GetBytes(file));

        Assert.That(reading.Problem, Is.Null);
        Assert.That(reading.Errors.Select(error => error.Path), Has.Some.EqualTo("$"));
    }

    [Test]
    public void Read_ByteOrderMark_IsSkipped() =>
        Assert.That(ProblemJson.Read([.. UTF8.Preamble, .. UTF8.GetBytes(Rich)]).IsValid, Is.True);

    [TestCase("religion")]
    [TestCase("Race")]
    [TestCase("sexuality")]
    [TestCase("age")]
    public void Read_UnlawfulPreference_SaysWhyAndWhoTakesIt(string kind)
    {
        var file = JsonNode.Parse(Rich)!;
        file["people"]![2]!["requirements"]![0]!["kind"] = kind;

        var error = ProblemJson.Read(UTF8.GetBytes(file.ToJsonString())).Errors.Single();

        Assert.That(error.Path, Is.EqualTo("$.people[2].requirements[0].kind"));
        Assert.That(error.Value, Is.EqualTo($"\"{kind}\""));
        Assert.That(error.Message, Does.Contain("Equality Act 2010"));
        Assert.That(error.Remedy, Does.Contain("service manager"));
    }

    [Test]
    public void Read_LanguageMisspelt_IsNoUnlawfulPreference()
    {
        var file = JsonNode.Parse(Rich)!;
        file["people"]![2]!["requirements"]![0]!["kind"] = "Language";

        var error = ProblemJson.Read(UTF8.GetBytes(file.ToJsonString())).Errors.Single();

        Assert.That(error.Remedy, Is.EqualTo("Use one of gender, language."));
    }

    [Test]
    public void Read_TwelveFaultsOfFormAndSense_NamesAllTwelve()
    {
        var file = JsonNode.Parse(Rich)!;
        file["format"] = 2;
        file["weekStart"] = "2026-11-17";
        file["colour"] = "blue";
        file["people"]![0]!["facesWanted"] = "four";
        file["people"]![1]!["home"] = "nowhere";
        file["workers"]![0]!["contract"]!["minutesMax"] = -1;
        file["workers"]![1]!["birthDate"] = "2020-01-01";
        file["visits"]![0]!["minutes"] = 0;
        file["visits"]![1]!["shares"]![0]!["permille"] = 900;
        file["visits"]![2]!["team"] = null;
        file["links"]![0]!["second"] = "v9";
        file["weights"]!.AsObject().Remove("cost.mile");

        var errors = ProblemJson.Read(UTF8.GetBytes(file.ToJsonString())).Errors;

        Assert.That(errors.Select(error => error.Path), Is.EquivalentTo(new[]
        {
            "$.format", "$.weekStart", "$.colour", "$.people[0].facesWanted", "$.people[1].home", "$.workers[0].contract.minutesMax",
            "$.workers[1].birthDate", "$.visits[0].minutes", "$.visits[1].shares", "$.visits[2].team", "$.links[0].second",
            "$.weights['cost.mile']",
        }), string.Join('\n', errors));
        Assert.That(errors.Select(error => error.Remedy), Has.None.Empty);
    }

    private static TestCaseData Case(string path, string value, string remedy, Action<JsonNode> breakIt) =>
        new TestCaseData(breakIt, path, value, remedy).SetArgDisplayNames(path, value);
}
