using System.Globalization;
using Rostering.SolverBenchmarks.Sets;
using Rostering.SolverBenchmarks.Sets.NrpCurtois;
using Rostering.SolverBenchmarks.Sets.Rosters;
using Rostering.Testing;

namespace Rostering.SolverBenchmarks.Tests.NrpCurtois;

/// <summary>Rosters as text, checked by a program of another language that has nothing of ours in it.</summary>
public sealed class CheckedRosterTests
{
    private const int Draws = 25;

    private string folder = null!;

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("rostering-rosters-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Text_DrawnRosters_ReadBackAndAreJudgedAlikeByTheOtherProgram()
    {
        NrpInstance instance = NrpReader.Read(NrpScoreTests.Text);
        RosterNames names = NrpSet.Names(instance);
        string file = Path.Combine(folder, "instance.txt");
        await File.WriteAllTextAsync(file, NrpScoreTests.Text);
        Random dice = new(7);
        for (int draw = 0; draw < Draws; draw++)
        {
            int[][] roster = [[.. Enumerable.Range(0, instance.Days).Select(_ => dice.Next(-1, instance.Shifts.Count))]];

            Assert.That(names.Read(names.Text(roster)), Is.EqualTo(roster));
            Assert.That(await OthersAsync(file, names.Text(roster)), Is.EqualTo(Words(NrpScore.Of(instance, roster))), names.Text(roster));
        }
    }

    [TestCase("B,-\n", "Line 1 is of 'B'.")]
    [TestCase("A,E,X\n", "'X' is no shift. Give one of E, L, or -.")]
    public void Read_TextThatIsNoRosterOfIt_SaysWhatIsWrong(string text, string words) =>
        Assert.That(() => NrpSet.Names(NrpReader.Read(NrpScoreTests.Text)).Read(text), Throws.InstanceOf<FormatException>().With.Message.StartsWith(words));

    // The instances lie outside the project; where they are not there, there is nothing to hold.
    [Test]
    public async Task KeptRosters_OfPublicInstances_CostWhatTheirNamesSay()
    {
        string kept = OtherProgram.InRepository("solver-benchmarks/results/rosters");
        foreach (FileInfo roster in new DirectoryInfo(kept).EnumerateFiles("nrp-curtois-*.csv"))
        {
            string[] name = Path.GetFileNameWithoutExtension(roster.Name).Split('-');
            FileInfo? file = InstanceFolder.Shared("nrp-curtois", TestContext.CurrentContext.TestDirectory) is { } shared
                ? new InstanceFolder(shared).Files(".txt", ".txt.gz").FirstOrDefault(file => InstanceFolder.NameOf(file) == name[^2])
                : null;
            if (file is not null)
            {
                NrpInstance instance = NrpReader.Read(InstanceFolder.ReadText(file));
                NrpScore score = NrpScore.Of(instance, NrpSet.Names(instance).Read(await File.ReadAllTextAsync(roster.FullName)));

                Assert.That(score, Is.EqualTo(new NrpScore(long.Parse(name[^1], CultureInfo.InvariantCulture), 0)), roster.Name);
                Assert.That(await CheckAsync(file.FullName, roster.FullName), Is.EqualTo(Words(score)), roster.Name);
            }
        }
    }

    private static string Words(NrpScore score) => $"cost {score.Cost}, {score.Violations} hard rules broken";

    private async Task<string> OthersAsync(string instance, string roster)
    {
        string file = Path.Combine(folder, "roster.csv");
        await File.WriteAllTextAsync(file, roster);
        return await CheckAsync(instance, file);
    }

    private static async Task<string> CheckAsync(string instance, string roster)
    {
        OtherProgram.Outcome outcome = await OtherProgram.RunAsync(
            OtherProgram.InRepository("node_modules/.bin/node"), OtherProgram.InRepository("solver-benchmarks/check-nrp.mjs"), instance, roster);
        return outcome.Output.Split('\n')[0];
    }
}
