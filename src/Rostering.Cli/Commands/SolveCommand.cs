using System.CommandLine;
using Rostering.Cli.Printing;
using Rostering.CpSat.Engine;
using Rostering.Solver.Json;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Search;

namespace Rostering.Cli.Commands;

/// <summary><c>rostering solve</c>: makes a rota for a week.</summary>
internal static class SolveCommand
{
    public static Command Create()
    {
        Argument<FileInfo> problem = new("problem") { Description = "The week's problem file" };
        Option<FileInfo?> output = new("--out") { Description = "Rota file to write" };
        Option<double> seconds = new("--seconds") { Description = "Time limit in seconds", DefaultValueFactory = _ => 60 };
        Option<int> seed = new("--seed") { Description = "Seed of every random choice", DefaultValueFactory = _ => 1 };
        Option<int> threads = new("--threads") { Description = "Searches side by side", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<int?> rounds = new("--rounds") { Description = "Stop after this many rounds: the same seed then gives the same rota" };
        Option<double> boundSeconds = new("--bound-seconds") { Description = "Time after the search in which to prove a bound of a week too large to be proved optimal", DefaultValueFactory = _ => 0 };
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of text" };
        Command command = new("solve", "Make a rota for a week. Ctrl-C keeps the best so far.") { problem, output, seconds, seed, threads, rounds, boundSeconds, json };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetValue(problem)!,
            parsed.GetValue(output),
            Options(parsed.GetValue(seconds), parsed.GetValue(seed), parsed.GetValue(threads), parsed.GetValue(rounds)) with { BoundSeconds = BoundSeconds(parsed.GetValue(boundSeconds)) },
            parsed.GetValue(json),
            stop));
        return command;
    }

    /// <summary>Options in range, or an error that names the one that is not.</summary>
    public static SolveOptions Options(double seconds, int seed, int threads, int? rounds)
    {
        Require(seconds is > 0 and <= 86_400, "--seconds", seconds, "give a number above 0 and up to 86400");
        Require(threads is >= 1 and <= 256, "--threads", threads, "give a number from 1 to 256");
        Require(rounds is null or >= 1, "--rounds", rounds, "give a number of at least 1");
        return new SolveOptions { Seconds = seconds, Seed = seed, Threads = threads, Rounds = rounds };
    }

    private static double BoundSeconds(double seconds)
    {
        Require(seconds is >= 0 and <= 86_400, "--bound-seconds", seconds, "give a number from 0 to 86400");
        return seconds;
    }

    private static void Require(bool holds, string option, object? value, string remedy)
    {
        if (!holds)
        {
            throw new BadInputException($"{option} is {value}; {remedy}.");
        }
    }

    private static async Task<int> RunAsync(FileInfo file, FileInfo? output, SolveOptions options, bool json, CancellationToken stop)
    {
        PreparedProblem problem = PreparedProblem.From(Files.ReadProblem(file));
        await using ICpSatEngine engine = CpSatEngines.Open(new EngineOptions { Processes = options.Threads });
        using ProgressLine progress = new(Console.Error, live: !Console.IsErrorRedirected);
        SolveResult result = await new RotaSolver(engine).SolveAsync(problem, options, progress.Report, stop);
        progress.Clear();
        RotaCheck check = RotaChecker.Check(result.Schedule);
        if (check.Score != result.Score)
        {
            throw new InvalidOperationException($"The checker scores {check.Score} where the search has {result.Score}; nothing was written. This is a bug: please report it with the problem file and seed {options.Seed}.");
        }

        if (output is not null)
        {
            Files.Write(output, RotaJson.Write(result.Rota));
        }

        Console.Write(json ? SolveJson.Text(result, check, options.Seed) : RotaPrinter.Text(result, check));
        if (result.EngineFailure is { } failure)
        {
            await Console.Error.WriteLineAsync($"{failure} The rota is the best that was found without the engine.");
            return ExitCodes.EngineFailed;
        }

        return result.Reason == StopReason.NothingFeasible ? ExitCodes.NothingFeasible : ExitCodes.Done;
    }
}
