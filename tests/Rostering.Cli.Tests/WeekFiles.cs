using Rostering.Solver.Json;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Cli.Tests;

/// <summary>A folder with the files of one small week.</summary>
internal sealed class WeekFiles : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Problem => In("week.json");

    public string Rota => In("rota.json");

    public string In(string name) => Path.Combine(folder.Path, name);

    /// <summary>Everything in the folder, by name.</summary>
    public IEnumerable<string?> Names => Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName);

    public static WeekFiles Of(RotaProblem problem)
    {
        WeekFiles files = new();
        File.WriteAllBytes(files.Problem, ProblemJson.Write(problem));
        return files;
    }

    public WeekFiles WithRota(RotaProblem problem, params (string Visit, string Start, string Workers)[] assignments)
    {
        File.WriteAllBytes(Rota, RotaJson.Write(Rotas.Of(problem, assignments)));
        return this;
    }

    public void Dispose() => folder.Dispose();
}
