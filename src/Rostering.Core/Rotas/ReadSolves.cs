using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Core.Rotas;

/// <summary>A run with how it got on and what came of it.</summary>
/// <param name="Steps">Of its last attempt, in order.</param>
public sealed record SolveStory(SolveRun Run, ImmutableArray<SolveStep> Steps, RotaVersion? Version);

/// <summary>A finished rota beside the others of the same problem: every one judged by the week's own weights.</summary>
public sealed record AlternativeRota(RotaVersion Version, SolveFocus Focus, ImmutableArray<TermTotal> Terms, int RulesBroken);

/// <summary>Reads the runs of a week.</summary>
public sealed class ReadSolves(RosteringContext database)
{
    /// <summary>The latest runs of a provider's week, newest first.</summary>
    public async Task<ImmutableArray<SolveStory>> HandleAsync(long provider, LocalDate monday, int most, CancellationToken cancellation)
    {
        List<SolveRun> runs = await (
            from run in database.SolveRuns
            join problem in database.Problems on run.ProblemId equals problem.Id
            join week in database.Weeks on problem.WeekId equals week.Id
            where week.ProviderId == provider && week.StartsOn == monday
            orderby run.Id descending
            select run).Take(most).AsNoTracking().ToListAsync(cancellation);
        ImmutableArray<SolveStory>.Builder stories = ImmutableArray.CreateBuilder<SolveStory>(runs.Count);
        foreach (SolveRun run in runs)
        {
            stories.Add(await StoryAsync(run, cancellation));
        }

        return stories.ToImmutable();
    }

    /// <summary>One run of a provider; <c>null</c> where it has no such run.</summary>
    public async Task<SolveStory?> OneAsync(long provider, long run, CancellationToken cancellation) => await (
        from r in database.SolveRuns
        join problem in database.Problems on r.ProblemId equals problem.Id
        join week in database.Weeks on problem.WeekId equals week.Id
        where r.Id == run && week.ProviderId == provider
        select r).AsNoTracking().SingleOrDefaultAsync(cancellation) is { } found ? await StoryAsync(found, cancellation) : null;

    /// <summary>The rotas that came of the week's newest problem, side by side; older ones of that problem only where their focus has no newer.</summary>
    public async Task<ImmutableArray<AlternativeRota>> AlternativesAsync(long provider, LocalDate monday, CancellationToken cancellation)
    {
        long? newest = await (
            from version in database.RotaVersions
            join week in database.Weeks on version.WeekId equals week.Id
            where week.ProviderId == provider && week.StartsOn == monday
            orderby version.Number descending
            select (long?)version.ProblemId).FirstOrDefaultAsync(cancellation);
        if (newest is not { } problemId)
        {
            return [];
        }

        RotaProblem problem = await ReadProblem.HandleAsync(database, problemId, cancellation);
        var versions = await (
            from version in database.RotaVersions
            join run in database.SolveRuns on version.SolveRunId equals run.Id
            where version.ProblemId == problemId
            orderby version.Number descending
            select new { version, run.Focus }).AsNoTracking().ToListAsync(cancellation);
        PreparedProblem prepared = PreparedProblem.From(problem);
        return
        [
            .. from v in versions.DistinctBy(v => v.Focus)
               let check = RotaChecker.Check(Schedules.From(prepared, RotaJson.Read(v.version.Content, problem).Rota!))
               orderby v.Focus
               select new AlternativeRota(v.version, v.Focus, [.. check.Terms.Where(term => term.Level != RuleLevel.Hard)], check.HardViolations.Length),
        ];
    }

    private async Task<SolveStory> StoryAsync(SolveRun run, CancellationToken cancellation)
    {
        int last = await database.SolveSteps.Where(step => step.SolveRunId == run.Id).MaxAsync(step => (int?)step.Attempt, cancellation) ?? 0;
        List<SolveStep> steps = await database.SolveSteps.AsNoTracking().Where(step => step.SolveRunId == run.Id && step.Attempt == last).OrderBy(step => step.Number).ToListAsync(cancellation);
        return new SolveStory(run, [.. steps], await database.RotaVersions.AsNoTracking().SingleOrDefaultAsync(version => version.SolveRunId == run.Id, cancellation));
    }
}
