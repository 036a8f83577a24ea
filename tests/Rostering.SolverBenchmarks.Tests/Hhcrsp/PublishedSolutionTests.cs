using Rostering.SolverBenchmarks.Sets;
using Rostering.SolverBenchmarks.Sets.Hhcrsp;

namespace Rostering.SolverBenchmarks.Tests.Hhcrsp;

/// <summary>The published solutions of Ceschia et al. lie beside the instances, outside the project; where they are not there, there is nothing to hold.</summary>
public sealed class PublishedSolutionTests
{
    // Solutions are rounded to thousandths, best-known costs to six figures.
    private const double Rounding = 0.01;

    // The authors' solver cuts the fractions of window starts such as 62.999999, so it may start up to a minute early.
    [TestCase("hhcrsp-mankowska", "file", Rounding)]
    [TestCase("hhcrsp-kummer", "instance", Rounding)]
    [TestCase("hhcrsp-italian", "instance", 1.0)]
    public void Evaluate_EachPublishedSolution_GivesItsPublishedCost(string set, string nameColumn, double tolerance)
    {
        DirectoryInfo? folder = InstanceFolder.Shared(set, TestContext.CurrentContext.TestDirectory);
        IEnumerable<IBenchmarkInstance> instances = folder is null ? [] : new HhcrspSet(set, nameColumn).Read(folder);
        Assert.Multiple(() =>
        {
            foreach (IBenchmarkInstance known in instances)
            {
                HhcrspInstance instance = Instance(folder!, known.Name);
                (double cost, int violations) = HhcrspEvaluator.Evaluate(instance, Solution(folder!, instance), tolerance);
                Assert.That(cost, Is.EqualTo(known.BestKnown).Within(Rounding), known.Name);
                Assert.That(violations, Is.Zero, known.Name);
            }
        });
    }

    private static HhcrspInstance Instance(DirectoryInfo folder, string name) =>
        HhcrspSet.Read(new InstanceFolder(folder).Files(".txt", ".gz").Single(file => InstanceFolder.NameOf(file) == name));

    private static HhcrspSolution Solution(DirectoryInfo folder, HhcrspInstance instance)
    {
        FileInfo file = new(Path.Combine(folder.FullName, "solutions-ceschia2024", $"{instance.Name}.sol.json.gz"));
        using Stream json = InstanceFolder.Open(file);
        return HhcrspJson.ReadSolution(instance, json);
    }
}
