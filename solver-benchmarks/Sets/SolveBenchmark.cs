using System.IO.Enumeration;
using Rostering.SolverBenchmarks.Sets.Hhcrsp;
using Rostering.SolverBenchmarks.Sets.Inrc1;
using Rostering.SolverBenchmarks.Sets.NrpCurtois;
using Rostering.SolverBenchmarks.Sets.Uhhc;
using Rostering.SolverBenchmarks.Sets.Vrptw;

namespace Rostering.SolverBenchmarks.Sets;

/// <summary>Solves the instances of a set and prints what came out. A solution that breaks a hard rule of the set fails the run.</summary>
internal static class SolveBenchmark
{
    public sealed record Request(string Set, DirectoryInfo? Instances, double Seconds, int Threads, int Seeds, FileInfo? Json, string Only, long? MovesPerThread, DirectoryInfo? Solutions);

    public static IReadOnlyList<IBenchmarkSet> Sets { get; } =
    [
        new HhcrspSet("hhcrsp-mankowska", "file"),
        new HhcrspSet("hhcrsp-kummer", "instance"),
        new HhcrspSet("hhcrsp-italian", "instance"),
        new UhhcSet(),
        new VrptwSet(),
        new NrpSet(),
        new InrcSet(),
    ];

    public static async Task<int> RunAsync(Request request, CancellationToken stop)
    {
        IBenchmarkSet set = Sets.First(set => set.Name == request.Set);
        List<BenchmarkResult> results = [];
        Console.WriteLine($"{"instance",-52} {"seed",4} {"cost",12} {"best known",12} {"gap %",8} {"to best s",9} {"seconds",8} {"moves/s",11} {"sub-solves",10} {"bound",12} {"broken",6}");
        foreach (IBenchmarkInstance instance in set.Read(Folder(request)).Where(instance => FileSystemName.MatchesSimpleExpression(request.Only, instance.Name)))
        {
            for (int seed = 1; seed <= request.Seeds && !stop.IsCancellationRequested; seed++)
            {
                BenchmarkRun run = await SolveAsync(instance, new BenchmarkBudget(request.Seconds, request.Threads, seed, request.MovesPerThread), stop);
                results.Add(BenchmarkResult.Of(set.Name, instance, seed, run));
                Print(results[^1], run);
                Keep(request, instance, run);
            }
        }

        return results.Count > 0 || stop.IsCancellationRequested
            ? Finish(results, request.Json)
            : throw new FileNotFoundException($"No instance of {set.Name} in {Folder(request).FullName} is called '{request.Only}'. Give other names with --only, or another folder with --instances.");
    }

    private static DirectoryInfo Folder(Request request) => request.Instances
        ?? InstanceFolder.Shared(request.Set, Environment.CurrentDirectory)
        ?? throw new DirectoryNotFoundException($"There is no shared/bench/{request.Set} beside this folder or above it. Give a folder of instances with --instances.");

    private static async Task<BenchmarkRun> SolveAsync(IBenchmarkInstance instance, BenchmarkBudget budget, CancellationToken stop)
    {
        bool live = !Console.IsErrorRedirected;
        BenchmarkRun run = await instance.SolveAsync(budget, better => Progress(live, $"{instance.Name}: {better.Cost:0.###} after {better.SecondsToBest:0.0} s"), stop);
        Progress(live, "");
        return run;
    }

    private static void Keep(Request request, IBenchmarkInstance instance, BenchmarkRun run)
    {
        if (request.Solutions is { } folder && run.Solution is { } solution)
        {
            folder.Create();
            File.WriteAllText(Path.Combine(folder.FullName, $"{request.Set}-{instance.Name}-{run.Cost:0.###}.csv"), solution);
        }
    }

    private static void Progress(bool live, string line)
    {
        if (live)
        {
            Console.Error.Write($"\r{line,-79}\r");
        }
    }

    private static void Print(BenchmarkResult result, BenchmarkRun run) => Console.WriteLine(
        $"{result.Instance,-52} {result.Seed,4} {result.Cost,12:0.###} {result.BestKnown,12:0.###} {result.Gap,8:0.00} {result.SecondsToBest,9:0.0} {result.Seconds,8:0.0} "
        + $"{run.Moves / Math.Max(run.Seconds, 0.001),11:0} {run.SubSolves,10} {result.Bound,12:0.###} {result.Violations,6}");

    /// <summary>Writes and sums up the results; the exit code is 1 where a solution breaks a rule, and standard error names each.</summary>
    internal static int Finish(IReadOnlyList<BenchmarkResult> results, FileInfo? json)
    {
        ResultFile file = ResultFile.Of(results);
        if (json is not null)
        {
            file.Write(json);
        }

        BenchmarkResult[] broken = [.. results.Where(result => result.Violations > 0)];
        foreach (BenchmarkResult result in broken)
        {
            Console.Error.WriteLine($"FAILED: {result.Instance} seed {result.Seed} breaks {result.Violations} rules of the set.");
        }

        Console.WriteLine(
            $"{results.Count} runs, mean gap {(file.MeanGap is { } gap ? $"{gap:0.00} %" : "unknown")}, below best known {results.Count(r => r.Gap < -0.005)}, "
            + $"at it {results.Count(r => r.Gap is >= -0.005 and <= 0.005)}, above {results.Count(r => r.Gap > 0.005)}, with broken rules {broken.Length}");
        return broken.Length == 0 ? 0 : 1;
    }
}
