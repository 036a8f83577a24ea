using System.Text.Json;
using Rostering.SolverBenchmarks.Sets;
using Rostering.SolverBenchmarks.Sets.Uhhc;

namespace Rostering.SolverBenchmarks.Tests.Uhhc;

/// <summary>The published solutions lie beside the instances, outside the project; where they are not there, there is nothing to hold.</summary>
public sealed class UhhcEvaluatorTests
{
    [Test]
    public void Evaluate_EachPublishedAnnealingSolution_GivesItsPublishedCost()
    {
        DirectoryInfo? folder = InstanceFolder.Shared("uhhc", TestContext.CurrentContext.TestDirectory);
        IEnumerable<FileInfo> files = folder is null ? [] : new InstanceFolder(folder).Files(".json.gz");
        Assert.Multiple(() =>
        {
            foreach (FileInfo file in files)
            {
                FileInfo published = new(Path.Combine(folder!.FullName, "solutions-sa", $"{InstanceFolder.NameOf(file)}.sol.json.gz"));
                if (published.Exists)
                {
                    Hold(UhhcSet.Read(file), published);
                }
            }
        });
    }

    private static void Hold(UhhcInstance instance, FileInfo published)
    {
        using JsonDocument document = JsonDocument.Parse(InstanceFolder.ReadText(published));
        using Stream json = InstanceFolder.Open(published);

        (double cost, int violations) = UhhcEvaluator.Evaluate(instance, UhhcJson.ReadSolution(instance, json));

        Assert.That(cost, Is.EqualTo(document.RootElement.GetProperty("cost").GetProperty("objective").GetDouble()), instance.Name);
        Assert.That(violations, Is.Zero, instance.Name);
    }
}
