using System.CommandLine;
using NodaTime;
using Rostering.Cli.Printing;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Data.Embedded;
using Rostering.Core.Finance.Demonstration;
using Rostering.Core.Funds;
using Rostering.Core.Records;
using Rostering.Core.Rotas;
using Rostering.CpSat.Engine;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;

namespace Rostering.Cli.Commands;

/// <summary><c>rostering first-week</c>: the demonstration provider's week through the database, as <c>scripts/run</c> shows it.</summary>
internal static class FirstWeekCommand
{
    /// <summary>How much of the year before is loaded: enough to see what happens to funds, and soon done. <c>rostering demo oakwood --year</c> loads all of it into an empty database.</summary>
    private const int WeeksLoaded = 12;

    public static Command Create()
    {
        Option<double> seconds = new("--seconds") { Description = "Time limit of the solver", DefaultValueFactory = _ => 40 };
        Command command = new("first-week", "Load the demonstration provider into the database, solve its week, store and print it.") { seconds };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(seconds), stop));
        return command;
    }

    private static async Task<int> RunAsync(double seconds, CancellationToken stop)
    {
        _ = SolveCommand.Options(seconds, seed: 1, Environment.ProcessorCount, rounds: null);
        await using RosteringDatabase server = await RosteringDatabase.OpenAsync(cancellationToken: stop);
        await DemoYear.MigrateAsync(server, stop);
        await LoadYearAsync(server, stop);
        await using RosteringContext database = RosteringContext.On(server.ConnectionString);
        DemonstrationWeek demonstration = DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, seed: 1, DemonstrationWeek.UsualWeekStart);
        Instant now = SystemClock.Instance.GetCurrentInstant();
        long provider = await new LoadDemonstrationRecords(database).HandleAsync(demonstration, now, stop);
        await new OpenDemonstrationAccounts(database).HandleAsync(demonstration.Problem, SignInLinkCommand.Console(provider, "loaded the demonstration provider"), stop);
        RotaProblem week = await AssembleAsync(database, provider, stop);
        long problem = await new RecordProblem(database).HandleAsync(week, now, stop);
        long run = await new RequestSolve(database).HandleAsync(new RequestSolve.Request(problem, seconds, Seed: 1, Environment.ProcessorCount), now, stop);
        await using ICpSatEngine engine = CpSatEngines.Open();
        using ProgressLine progress = new(Console.Error, live: !Console.IsErrorRedirected);
        RunSolve.Result solved = await new RunSolve(database, engine, SystemClock.Instance).HandleAsync(run, progress.Report, stop);
        progress.Clear();
        Console.Write(RotaPrinter.Text(solved.Solve, RotaChecker.Check(solved.Solve.Schedule)));
        Console.WriteLine($"\nStored as version {solved.Version.Number} of the week.");
        ReadFunds.Result positions = await new ReadFunds(database).HandleAsync(provider, DemonstrationWeek.UsualWeekStart, stop);
        Console.Write($"\n{FundPrinter.Text(positions.Funds)}");
        return solved.Version.Hard > 0 ? ExitCodes.NothingFeasible : ExitCodes.Done;
    }

    /// <summary>The week as the provider's records have it by now: they may have been changed since they were loaded.</summary>
    private static async Task<RotaProblem> AssembleAsync(RosteringContext database, long provider, CancellationToken stop) =>
        await new AssembleProblem(database).HandleAsync(provider, DemonstrationWeek.UsualWeekStart, stop) switch
        {
            AssembleProblem.Result.Assembled assembled => assembled.Problem,
            AssembleProblem.Result.Refused refused => throw new BadInputException($"The week cannot be made from the records. {string.Join(" ", refused.Errors)}"),
            _ => throw new InvalidOperationException("neither assembled nor refused"),
        };

    /// <summary>The weeks before, so that the funds have a past: those that are there already, whose load may have been stopped, or a few.</summary>
    private static async Task LoadYearAsync(RosteringDatabase server, CancellationToken stop)
    {
        int weeks = await DemoYear.WeeksThereAsync(server, DemonstrationProvider.Oakwood, DemonstrationWeek.UsualWeekStart, stop) ?? WeeksLoaded;
        DemonstrationYear year = DemonstrationYear.Draw(DemonstrationProvider.Oakwood, seed: 1, DemonstrationWeek.UsualWeekStart, weeks);
        Console.WriteLine(DemoYear.Text(year, await DemoYear.LoadAsync(server, year, stop)));
    }
}
