using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Core.Rotas;

/// <summary>A week's draft as it stands: the rota that it begins from, with the moves made since, laid out.</summary>
/// <param name="Draft">Nothing while the week's newest version is its draft and nobody has touched it.</param>
/// <param name="Told">The week as people were last told of it; empty before the first publication.</param>
/// <param name="Publication">The newest publication, retracted or not.</param>
public sealed record DraftState(
    Week Week, RotaVersion Version, Draft? Draft, ImmutableArray<RotaMove> Moves, ImmutableArray<PublishedVisit> Told, Publication? Publication, Schedule Schedule)
{
    public PreparedProblem Problem => Schedule.Problem;

    /// <summary>Visits that a hand has pinned in this draft.</summary>
    public ImmutableHashSet<string> Pinned { get; } =
        [.. Moves.GroupBy(move => move.Visit, StringComparer.Ordinal).Where(moves => moves.Last().ToPinned).Select(moves => moves.Key)];

    /// <summary>Whether the newest publication is exactly this, and stands.</summary>
    public bool IsPublished => Publication is { RetractedAt: null } held && (held.RotaVersionId, held.DraftId, held.Moves) == (Version.Id, Draft?.Id, Moves.Length);
}

/// <summary>Reads the draft of a week.</summary>
public sealed class ReadDraft(RosteringContext database)
{
    /// <summary>The draft of a provider's week; <c>null</c> where the week has no rota yet.</summary>
    /// <param name="now">What lies inside the freeze window is counted from here.</param>
    public async Task<DraftState?> HandleAsync(long provider, LocalDate monday, Instant now, CancellationToken cancellation)
    {
        Week? week = await database.Weeks.AsNoTracking().SingleOrDefaultAsync(w => w.ProviderId == provider && w.StartsOn == monday, cancellation);
        if (week is null)
        {
            return null;
        }

        Draft? draft = await database.Drafts.AsNoTracking().Where(d => d.WeekId == week.Id).OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancellation);
        RotaVersion? version = await database.RotaVersions.AsNoTracking()
            .Where(v => draft == null ? v.WeekId == week.Id : v.Id == draft.RotaVersionId).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellation);
        if (version is null)
        {
            return null;
        }

        ImmutableArray<RotaMove> moves = draft is null
            ? []
            : [.. await database.RotaMoves.AsNoTracking().Where(m => m.DraftId == draft.Id).OrderBy(m => m.Number).ToListAsync(cancellation)];
        ImmutableArray<PublishedVisit> told = [.. await database.PublishedVisits.AsNoTracking().Where(v => v.WeekId == week.Id).OrderBy(v => v.Visit).ToListAsync(cancellation)];
        Publication? publication = await database.Publications.AsNoTracking().Where(p => p.WeekId == week.Id).OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancellation);
        RotaProblem problem = Overlay.Of(await ReadProblem.HandleAsync(database, version.ProblemId, cancellation), told, now);
        WeeklyRota rota = Moved(RotaJson.Read(version.Content, problem).Rota!, moves);
        return new DraftState(week, version, draft, moves, told, publication, Schedules.From(PreparedProblem.From(problem, rota), rota));
    }

    private static WeeklyRota Moved(WeeklyRota rota, ImmutableArray<RotaMove> moves)
    {
        Dictionary<VisitId, Assignment> assignments = rota.Assignments.ToDictionary(assignment => assignment.Visit);
        foreach (RotaMove move in moves)
        {
            VisitId visit = new(move.Visit);
            assignments.Remove(visit);
            if (move.ToStart is { } start)
            {
                assignments[visit] = new Assignment { Visit = visit, Start = start, Workers = [.. move.ToWorkers.Select(worker => new WorkerId(worker))] };
            }
        }

        return rota with { Assignments = [.. assignments.Values] };
    }
}
