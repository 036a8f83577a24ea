using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Records;
using Rostering.Core.Rotas.Consulting;
using Rostering.Solver.Problem;

namespace Rostering.Core.Rotas;

/// <summary>
/// Starts runs of the solver on a week as it stands: with what people hold, what is pinned by hand and what was answered. The problem, the
/// runs and the request for their jobs are one transaction.
/// </summary>
public sealed class StartSolve(RosteringContext database)
{
    public const double SecondsMin = 1;
    public const double SecondsMax = 900;

    /// <summary>Which week, for how long each run may search, and what the runs lean towards.</summary>
    public sealed record Request(LocalDate Monday, double Seconds, ImmutableArray<SolveFocus> Focuses);

    /// <summary>What came of it: the runs, or why there are none.</summary>
    public sealed record Result(ImmutableArray<long> Runs, ImmutableArray<string> Errors);

    public async Task<Result> HandleAsync(Request request, Act act, CancellationToken cancellation)
    {
        if (request.Seconds is not (>= SecondsMin and <= SecondsMax))
        {
            return new Result([], [$"Seconds is {request.Seconds}; give {SecondsMin} to {SecondsMax}."]);
        }

        if (request.Focuses.IsEmpty)
        {
            return new Result([], ["No alternative is chosen; choose at least one."]);
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        (RotaProblem? problem, ImmutableArray<string> errors) = await ProblemAsync(request.Monday, act, cancellation);
        if (problem is null)
        {
            return new Result([], errors);
        }

        long recorded = await new RecordProblem(database).HandleAsync(problem, act.At, cancellation);
        List<long> runs = [];
        foreach (SolveFocus focus in request.Focuses.Distinct())
        {
            runs.Add(await new RequestSolve(database).HandleAsync(
                new RequestSolve.Request(recorded, request.Seconds, Seed: 1, Environment.ProcessorCount) { Focus = focus, ByJobFor = act.By.UserId }, act.At, cancellation));
        }

        database.AuditEntries.Add(AuditEntry.Of(act, "rota.solve", $"week/{request.Monday:uuuu-MM-dd}", JsonSerializer.Serialize(new { runs, request.Seconds, focuses = request.Focuses.Select(focus => $"{focus}") })));
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result([.. runs], []);
    }

    // What people hold and what was answered goes over what the records say; a provider without records has the week's newest problem.
    private async Task<(RotaProblem? Problem, ImmutableArray<string> Errors)> ProblemAsync(LocalDate monday, Act act, CancellationToken cancellation)
    {
        AssembleProblem.Result assembled = await new AssembleProblem(database).HandleAsync(act.By.ProviderId, monday, cancellation);
        RotaProblem? problem = assembled is AssembleProblem.Result.Assembled made ? made.Problem : await StoredAsync(monday, act, cancellation);
        if (problem is null || problem.Visits.IsEmpty)
        {
            return (null, assembled is AssembleProblem.Result.Refused refused
                ? [.. refused.Errors.Select(error => error.ToString())]
                : [$"The week of {monday:d MMMM uuuu} has no visits. Record what people have asked for first."]);
        }

        if (await new ReadDraft(database).HandleAsync(act.By.ProviderId, monday, act.At, cancellation) is not { } draft)
        {
            return (problem, []);
        }

        // What was answered counts until the week is published: from then on people hold the rota itself.
        RotaProblem standing = Standing.Of(problem, draft, act.At);
        ConsultationState? consultation = await new ReadConsultation(database).HandleAsync(act.By.ProviderId, monday, cancellation);
        return (consultation is null || draft.Publication?.PublishedAt > consultation.Consultation.SentAt ? standing : Answers.Of(standing, consultation), []);
    }

    private async Task<RotaProblem?> StoredAsync(LocalDate monday, Act act, CancellationToken cancellation)
    {
        if (await database.RecordHeads.AnyAsync(head => head.ProviderId == act.By.ProviderId, cancellation))
        {
            return null;
        }

        var newest = await (
            from stored in database.Problems
            join week in database.Weeks on stored.WeekId equals week.Id
            where week.ProviderId == act.By.ProviderId && week.StartsOn == monday
            orderby stored.Id descending
            select (long?)stored.Id).FirstOrDefaultAsync(cancellation);
        return newest is { } id ? await ReadProblem.HandleAsync(database, id, cancellation) : null;
    }
}
