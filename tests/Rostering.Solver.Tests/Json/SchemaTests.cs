using System.Runtime.CompilerServices;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Tests.Json;

[TestFixture]
internal sealed class SchemaTests
{
    // Set to 1 to write docs/schema afresh after a change of the records.
    private const string WriteVariable = "ROSTERING_WRITE_SCHEMA";

    [TestCase(typeof(RotaProblem), "rota-problem")]
    [TestCase(typeof(WeeklyRota), "rota")]
    public void Schema_Committed_IsWhatTheRecordsSay(Type root, string name)
    {
        string generated = SchemaText.Of(root, name);
        string file = Path.Combine(Folder(), $"{name}.schema.json");
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
            File.WriteAllText(file, generated);

        Assert.That(File.ReadAllText(file), Is.EqualTo(generated), $"Run this test once with {WriteVariable}=1.");
    }

    [Test]
    public void Schema_Embedded_IsTheCommittedOne()
    {
        Assert.That(ProblemJson.Schema, Is.EqualTo(File.ReadAllText(Path.Combine(Folder(), "rota-problem.schema.json"))));
        Assert.That(RotaJson.Schema, Is.EqualTo(File.ReadAllText(Path.Combine(Folder(), "rota.schema.json"))));
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "schema"));
}
