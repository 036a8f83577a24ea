using Rostering.Core.Finance;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Rotas;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Core.Cover;

/// <summary>A swap over the week as it stands: whether the rules allow it, and how it is done.</summary>
internal sealed record SwapPlan(LiveWeek Week, Swap Swap)
{
    private PreparedVisit Given => Week.Visit(Swap.Visit)!;
    private PreparedVisit? InReturn => Swap.InReturn is { } visit ? Week.Visit(visit) : null;

    /// <summary>Why it cannot be, in words; <c>null</c> where it can.</summary>
    public string? InTheWay()
    {
        if (!IsOn(Swap.Visit, Swap.FromWorker, Swap.ToWorker) || (Swap.InReturn is { } other && !IsOn(other, Swap.ToWorker, Swap.FromWorker)))
            return "The visits are no longer as they were when the swap was proposed.";
        var broken = NewBreaches.Of(Week.Schedule, After());
        return broken.IsEmpty ? null : string.Join(' ', broken.Select(rule => rule.Sentence));
    }

    /// <summary>Does it: the visits change hands, the funds promise what they cost now, and everybody concerned is told.</summary>
    public async Task<string?> DoAsync(LedgerTransaction live, Act act, CancellationToken cancellation)
    {
        ImmutableArray<PreparedVisit> visits = InReturn is { } other ? [Given, other] : [Given];
        if (await PromiseAgain.HandleAsync(live.Database, live.Ledger, new PromiseAgain.Request(Week.WeekId, Week.Monday, After(), visits), act, cancellation) is { } refusal)
            return refusal.ToString();
        await ChangeHandsAsync(live, Swap.Visit, Swap.FromWorker, Swap.ToWorker, cancellation);
        TellChange.OfTeam(live.Database, Week, Given, [Swap.ToWorker], [Swap.FromWorker], act);
        if (InReturn is { } returned)
        {
            await ChangeHandsAsync(live, Swap.InReturn!, Swap.ToWorker, Swap.FromWorker, cancellation);
            TellChange.OfTeam(live.Database, Week, returned, [Swap.FromWorker], [Swap.ToWorker], act);
        }

        return null;
    }

    private Schedule After()
    {
        var after = Week.With(Given, Changed(Swap.Visit, Swap.FromWorker, Swap.ToWorker));
        if (InReturn is { } other)
            after.Set(other.Index, 0, [.. Changed(Swap.InReturn!, Swap.ToWorker, Swap.FromWorker).Select(worker => Week.Problem.Index.Workers[new Solver.Problem.WorkerId(worker)])]);
        return after;
    }

    private IEnumerable<string> Changed(string visit, string gone, string come) => Week.Told[visit].Workers.Where(worker => worker != gone).Append(come);

    private bool IsOn(string visit, string worker, string notOn) =>
        Week.Visit(visit) is not null && Week.Told[visit] is { State: VisitState.Planned } told && told.Workers.Contains(worker) && !told.Workers.Contains(notOn) && Week.Worker(notOn) is not null;

    private async Task ChangeHandsAsync(LedgerTransaction live, string visit, string gone, string come, CancellationToken cancellation)
    {
        var told = await live.Database.PublishedVisits.SingleAsync(told => told.WeekId == Week.WeekId && told.Visit == visit, cancellation);
        told.Workers = [.. Changed(visit, gone, come).Order(StringComparer.Ordinal)];
        told.ChangeAgreed = true;
    }
}
