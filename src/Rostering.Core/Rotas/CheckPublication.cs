using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Rotas.Publishing;
using Rostering.Ledger;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Core.Rotas;

/// <summary>What stands between a draft and its publication, and what publishing it would come to.</summary>
public sealed record PublicationCheck
{
    public required DraftState Draft { get; init; }

    /// <summary>Visits that nobody makes.</summary>
    public required ImmutableArray<PreparedVisit> Uncovered { get; init; }

    /// <summary>Rules broken that somebody may answer for.</summary>
    public required ImmutableArray<Violation> Approvable { get; init; }

    /// <summary>Rules broken that nobody may answer for: they are another's choice, or cannot be done.</summary>
    public required ImmutableArray<Violation> Forbidden { get; init; }

    /// <summary>What the ledger would refuse, with its remedy, by the name of whose fund it is.</summary>
    public required ImmutableArray<(string Name, Refusal Refusal)> Refusals { get; init; }

    /// <summary>People whose fund the ledger does not keep: nothing is promised for them.</summary>
    public required ImmutableArray<string> Unfunded { get; init; }

    /// <summary>What differs from what people were told, in words; visits that they were not told of are only counted.</summary>
    public required ImmutableArray<string> Changes { get; init; }

    public required int NewVisits { get; init; }

    /// <summary>What would be promised from the funds beyond what is promised already; below nought where it is less.</summary>
    public required Money Promised { get; init; }

    public required LocalDateTime FrozenUntil { get; init; }

    /// <summary>Whether it can be published once every gap is accepted and every broken rule answered for.</summary>
    public bool Possible => Forbidden.IsEmpty && Refusals.IsEmpty;
}

/// <summary>Draws up the check list of a publication, and changes nothing.</summary>
public sealed class CheckPublication(RosteringContext database)
{
    /// <summary>Rules that protect another's choice, somebody's money or what can be done at all, by their keys.</summary>
    internal static readonly ImmutableHashSet<string> NobodyAnswersFor =
        ["absence", "exclusion", "freeze", "fund-limit", "lawful-requirement", "shared-consent", "travel-time"];

    /// <summary>The check list of a week; <c>null</c> where it has no rota.</summary>
    public async Task<PublicationCheck?> HandleAsync(LocalDate monday, Act act, CancellationToken cancellation) =>
        await PlanPublication.HandleAsync(database, monday, act, cancellation) is { } plan
            ? Within(await OfAsync(database, plan, act, cancellation), plan, act.By)
            : null;

    internal static async Task<PublicationCheck> OfAsync(RosteringContext database, PublicationPlan plan, Act act, CancellationToken cancellation)
    {
        int[] refused = [.. plan.Refusals.Select(refusal => refusal.Fund)];
        Dictionary<int, string> names = await database.FundHolders.Where(holder => refused.Contains(holder.FundId)).ToDictionaryAsync(holder => holder.FundId, holder => holder.Name, cancellation);
        ILookup<bool, Violation> violations = plan.Check.HardViolations.ToLookup(violation => NobodyAnswersFor.Contains(violation.Rule));
        return new PublicationCheck
        {
            Draft = plan.Draft,
            Uncovered = [.. plan.Draft.Problem.Visits.Where(visit => !plan.Draft.Schedule.Covered(visit.Index))],
            Approvable = [.. violations[false]],
            Forbidden = [.. violations[true]],
            Refusals = [.. plan.Refusals.Select(refusal => (names.GetValueOrDefault(refusal.Fund, $"fund {refusal.Fund}"), refusal))],
            Unfunded = plan.Unfunded,
            Changes = [.. plan.Changes.Select(change => change.Sentence).OfType<string>()],
            NewVisits = plan.Changes.Count(change => change.Was is null),
            Promised = plan.Promises.Aggregate(Money.Zero, (sum, promise) => sum + Promised(promise.Entry)),
            FrozenUntil = Overlay.FrozenUntil(plan.Draft.Problem.Source, act.At),
        };
    }

    // What funds give is for those who see every team.
    private static PublicationCheck Within(PublicationCheck check, PublicationPlan plan, Actor by)
    {
        WeekScope scope = new(by, plan.Draft.Problem);
        return scope.IsWhole ? check : check with
        {
            Uncovered = [.. check.Uncovered.Where(scope.Sees)],
            Approvable = [.. check.Approvable.Where(scope.Sees)],
            Forbidden = [.. check.Forbidden.Where(scope.Sees)],
            Refusals = [],
            Unfunded = [],
            Changes = [.. plan.Changes.Where(change => scope.Sees(change.Visit)).Select(change => change.Sentence).OfType<string>()],
        };
    }

    // What a promise puts on the committed account is a credit, which the ledger keeps below nought.
    private static Money Promised(JournalEntry entry) =>
        new(-entry.Lines.Where(line => line is { Account: Account.Committed, Unit: Unit.Gbp }).Sum(line => line.Amount));
}
