using System.Text.Json;
using Rostering.CpSat.Engine;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Solver.Search;

namespace Rostering.SolverBenchmarks.Quality;

/// <summary>
/// The quality of rotas as people feel them: of the search, of a coordinator's plan, and of the search with one objective at a time. Each
/// rota is then published, its busiest worker falls ill, and the same hand makes the week anew.
/// </summary>
internal static class QualityBenchmark
{
    /// <summary>What to measure.</summary>
    public sealed record Request(DemonstrationProvider? Provider, SolveOptions Options, FileInfo? Json);

    public static async Task RunAsync(Request request, CancellationToken stop)
    {
        await using ICpSatEngine engine = CpSatEngines.Open(new EngineOptions { Processes = request.Options.Threads });
        PlanMaker search = new("search", week => week, SolvedAsync);
        PlanMaker[] makers =
        [
            search,
            new PlanMaker("coordinator", week => week, week => Task.FromResult(CoordinatorPlan.Of(week))),
            .. SingleObjective.Rules.Select(rule => search with { Name = $"{rule} only", Weigh = week => SingleObjective.Of(week, rule) }),
        ];
        List<QualityResult> results = [];
        Console.WriteLine(QualityResult.Heading);
        foreach (DemonstrationProvider provider in request.Provider is { } only ? [only] : Enum.GetValues<DemonstrationProvider>())
        {
            RotaProblem week = DemonstrationWeek.Generate(provider, seed: 1, DemonstrationWeek.UsualWeekStart).Problem;
            foreach (PlanMaker maker in makers)
            {
                stop.ThrowIfCancellationRequested();
                results.Add(await MeasureAsync(provider, week, maker));
                Console.WriteLine(results[^1]);
            }
        }

        if (request.Json is { } file)
        {
            await File.WriteAllTextAsync(file.FullName, JsonSerializer.Serialize(results, JsonSerializerOptions.Web), stop);
        }

        async Task<Schedule> SolvedAsync(PreparedProblem week) => (await new RotaSolver(engine).SolveAsync(week, request.Options, stop: stop)).Schedule;
    }

    private static async Task<QualityResult> MeasureAsync(DemonstrationProvider provider, RotaProblem week, PlanMaker maker)
    {
        Schedule made = await maker.MakeAsync(week);
        Schedule again = await maker.MakeAsync(Illness.Of(week, made.ToRota()));
        RotaCheck check = Lawful(maker, made);
        _ = Lawful(maker, again);
        return new QualityResult(
            provider.ToString(), maker.Name, WeekCounts.Of(made), RotaQuality.Of(made), RotaQuality.Of(again).ChangedVisits, Forced(again),
            check.Terms.Single(term => term.Key == WeightKeys.Cost).Amount / 100_000.0);
    }

    private static RotaCheck Lawful(PlanMaker maker, Schedule schedule)
    {
        RotaCheck check = RotaChecker.Check(schedule);
        return check.HardViolations is [] ? check : throw new InvalidOperationException($"{maker.Name}: {check.HardViolations[0].Sentence}");
    }

    // Visits that cannot stay as published, since a worker of theirs is away.
    private static int Forced(Schedule schedule) => schedule.Problem.Visits.Count(visit =>
        visit.Published is { } published
        && published.Workers.Any(worker => schedule.Problem.Workers[worker].Away.Any(away => away.Time.Overlap(published.Start, published.Start + visit.Minutes) > 0)));

    /// <summary>A hand that makes a week's rota: by which weights, and how.</summary>
    private sealed record PlanMaker(string Name, Func<RotaProblem, RotaProblem> Weigh, Func<PreparedProblem, Task<Schedule>> Make)
    {
        public Task<Schedule> MakeAsync(RotaProblem week) => Make(PreparedProblem.From(Weigh(week)));
    }
}

/// <summary>A rota's quality, with what it covers and costs.</summary>
/// <param name="Changed">Published visits that change when the busiest worker falls ill.</param>
/// <param name="Forced">Those of them that had to.</param>
internal sealed record QualityResult(string Week, string Plan, WeekCounts Counts, RotaQuality Quality, int? Changed, int Forced, double CostPounds)
{
    public static string Heading =>
        $"{"week",-10} {"plan",-22} {"covered",11} {"faces",6} {"most",5} {"chosen",7} {"split days",10} {"paid/tied",9} {"travel",7} {"unsocial Gini",13} {"changed",8} {"forced",7} {"£",10}";

    public override string ToString() =>
        $"{Week,-10} {Plan,-22} {$"{Counts.Covered}/{Counts.Visits}",11} {Quality.FacesPerPerson,6:0.00} {Quality.FacesMost,5} {Quality.ChosenWorkerShare,7:P1} {Quality.SplitDays,10} "
        + $"{Quality.PaidOverTiedUp,9:0.000} {Quality.TravelShare,7:P1} {Quality.UnsocialGini,13:0.000} {Changed,8} {Forced,7} {CostPounds,10:0}";
}
