using Rostering.SolverBenchmarks.Sets;

namespace Rostering.SolverBenchmarks.Tests;

public sealed class SolveBenchmarkTests
{
    private static readonly BenchmarkResult s_clean = new("set", "clean", 1, 10, 10, 0, 1, 2, null, Violations: 0);

    [Test]
    public void Finish_NoRuleBroken_Succeeds() => Assert.That(SolveBenchmark.Finish([s_clean], json: null), Is.Zero);

    [Test]
    public void Finish_ASolutionThatBreaksARule_FailsAndNamesIt()
    {
        TextWriter usual = Console.Error;
        using StringWriter errors = new();
        Console.SetError(errors);
        try
        {
            Assert.That(SolveBenchmark.Finish([s_clean, s_clean with { Instance = "bad", Seed = 3, Violations = 2 }], json: null), Is.EqualTo(1));
        }
        finally
        {
            Console.SetError(usual);
        }

        Assert.That(errors.ToString(), Does.Contain("bad seed 3").And.Not.Contain("clean"));
    }
}
