using NodaTime;
using Rostering.Core.Rotas;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;
using StandingVisit = Rostering.Core.Rotas.PublishedVisit;

namespace Rostering.Testing;

/// <summary>Puts a rota of a test's own making before workers and people, without the checks and the promises of a real publication.</summary>
public static class PublishedWeeks
{
    /// <summary>Publishes, and gives the id of the week.</summary>
    public static async Task<long> PublishAsync(this RotaDatabase database, RotaProblem problem, WeeklyRota rota, Instant at)
    {
        var problemId = await database.RecordAsync(problem);
        await using var context = database.Open();
        var stored = context.Problems.Single(row => row.Id == problemId);
        var run = context.SolveRuns.Add(new SolveRun { ProblemId = problemId, Seconds = 1, Seed = 1, Threads = 1, State = SolveState.Done, RequestedAt = at, FinishedAt = at }).Entity;
        await context.SaveChangesAsync();
        var number = context.Publications.Count(row => row.WeekId == stored.WeekId) + 1;
        var version = context.RotaVersions.Add(Version(stored, run, rota, number, at)).Entity;
        await context.SaveChangesAsync();
        var publication = context.Publications.Add(Publication(stored, version, rota, number, at)).Entity;
        await context.SaveChangesAsync();
        context.PublishedVisits.AddRange(problem.Visits.Select(visit => Standing(visit, rota, stored.WeekId, publication.Id)));
        await context.SaveChangesAsync();
        return stored.WeekId;
    }

    private static RotaVersion Version(StoredProblem stored, SolveRun run, WeeklyRota rota, int number, Instant at) => new()
    {
        WeekId = stored.WeekId,
        ProblemId = stored.Id,
        SolveRunId = run.Id,
        Number = number,
        Content = RotaJson.Write(rota),
        Hard = 0,
        Uncovered = 0,
        Soft = 0,
        Visits = rota.Assignments.Length,
        Covered = rota.Assignments.Length,
        Seconds = 1,
        RecordedAt = at,
    };

    private static Publication Publication(StoredProblem stored, RotaVersion version, WeeklyRota rota, int number, Instant at) => new()
    {
        WeekId = stored.WeekId,
        Number = number,
        ProblemId = stored.Id,
        RotaVersionId = version.Id,
        DraftId = null,
        Moves = 0,
        Content = RotaJson.Write(rota),
        PublishedAt = at,
        PublishedBy = 1,
        FrozenUntil = at.InUtc().LocalDateTime,
    };

    private static StandingVisit Standing(Visit visit, WeeklyRota rota, long week, long publication)
    {
        var made = rota.Assignments.FirstOrDefault(assignment => assignment.Visit == visit.Id);
        return new StandingVisit
        {
            WeekId = week,
            Visit = visit.Id.Value,
            PublicationId = publication,
            StartsAt = made?.Start ?? visit.EarliestStart,
            Minutes = visit.Minutes,
            Team = visit.Team.Value,
            Place = visit.Place.Value,
            Kind = visit.Kind.ToString(),
            Seats = visit.Workers,
            People = [.. visit.Shares.Select(share => share.Person.Value)],
            Workers = made is null ? [] : [.. made.Workers.Select(worker => worker.Value)],
            State = VisitState.Planned,
        };
    }
}
