using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Solver.Json;
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
        if (await ProblemAsync(request.Monday, act, cancellation) is not { } problem)
        {
            return new Result([], [$"The week of {request.Monday:d MMMM uuuu} has no visits yet; record what people have asked for first."]);
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

    private async Task<RotaProblem?> ProblemAsync(LocalDate monday, Act act, CancellationToken cancellation)
    {
        byte[]? content = await (
            from stored in database.Problems
            join week in database.Weeks on stored.WeekId equals week.Id
            where week.ProviderId == act.By.ProviderId && week.StartsOn == monday
            orderby stored.Id descending
            select stored.Content).FirstOrDefaultAsync(cancellation);
        if (content is null || ProblemJson.Read(content).Problem is not { } problem)
        {
            return null;
        }

        DraftState? draft = await new ReadDraft(database).HandleAsync(act.By.ProviderId, monday, act.At, cancellation);
        return draft is null ? problem : Standing.Of(problem, draft, act.At);
    }
}
