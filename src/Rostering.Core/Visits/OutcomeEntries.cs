using System.Collections.Immutable;
using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;
using Rostering.Solver.Problem;

namespace Rostering.Core.Visits;

/// <summary>A fund's part in a visit, and what it had promised before an ill worker was covered for.</summary>
/// <param name="Cost">Its part of what the visit really cost.</param>
/// <param name="Ordinary">What the visit would have cost it; nothing where nobody fell ill.</param>
internal sealed record FundPart(FundPosition Fund, Share Share, Money Cost, Money? Ordinary);

/// <summary>Draws up what the ledger is told of a visit: the four causes of support that was not given each have a template of their own.</summary>
internal sealed record OutcomeEntries(VisitRecord Visit, Occasion Occasion, string? SicknessRecord)
{
    /// <summary>The entries of all funds of the visit, or the first refusal.</summary>
    public Attempt<ImmutableArray<JournalEntry>> Of(VisitReport report, IReadOnlyList<FundPart> parts)
    {
        if (report is VisitReport.Given { Because: not ShortBecause.Provider } && parts.Count > 1)
            return SharedSession.Deliver(Occasion, Visit with { Cost = parts.Aggregate(Money.Zero, (sum, part) => sum + part.Cost) }, [.. parts.Select(Sharer)]);
        var entries = ImmutableArray.CreateBuilder<JournalEntry>();
        foreach (var part in parts)
        {
            switch (OfFund(report, part))
            {
                case Attempt<ImmutableArray<JournalEntry>>.Made made:
                    entries.AddRange(made.Value);
                    break;
                case var refused:
                    return refused;
            }
        }

        return entries.ToImmutable();
    }

    private Attempt<ImmutableArray<JournalEntry>> OfFund(VisitReport report, FundPart part)
    {
        var visit = Visit with { Cost = part.Cost };
        return report switch
        {
            VisitReport.Given given => Given(given, part, visit),
            VisitReport.Declined declined => One(Decline.Entry(part.Fund, Occasion, visit, new DeclineNotice(declined.Reason, Notice(declined.ToldAt), declined.Redeployed))),
            VisitReport.Ill ill => Ledger.EntryTemplates.Absence.Entries(part.Fund, Occasion, visit, ill.Record, Notice(ill.ToldAt)),
            VisitReport.Banked banked => One(BankByChoice.OfVisit(part.Fund, Occasion, visit, banked.Agreement)),
            VisitReport.Failed failed => One(Fail.Whole(part.Fund, Occasion, visit, failed.Reason)),
            _ => throw new ArgumentOutOfRangeException(nameof(report), report, "No such report."),
        };
    }

    private Attempt<ImmutableArray<JournalEntry>> Given(VisitReport.Given given, FundPart part, VisitRecord visit)
    {
        // A fund whose contingency cannot pay still gets its support on record: the main balance pays, and overspend shows the rest.
        if (part.Ordinary is { } ordinary && part.Cost > ordinary && SicknessRecord is { } record
            && Ledger.EntryTemplates.Cover.Entries(part.Fund, Occasion, visit, ordinary, record) is var covered
            && covered is not Attempt<ImmutableArray<JournalEntry>>.Refused { Refusal.Reason: RefusalReason.TooLittle or RefusalReason.ContingencyReason })
            return covered;
        var delivered = One(Deliver.Entry(part.Fund, Occasion, visit));
        if (given.Because != ShortBecause.Provider || delivered is not Attempt<ImmutableArray<JournalEntry>>.Made { Value: [var entry] })
            return delivered;
        var missing = visit.Planned - visit.Delivered;
        var owed = Fail.Part(part.Fund.Apply(entry, int.MaxValue), Occasion, visit, part.Cost.Split(missing.Count, visit.Delivered.Count)[0], missing, "late or left early");
        return owed is Attempt<JournalEntry>.Made made ? ImmutableArray.Create(entry, made.Value) : One(owed);
    }

    private Sharer Sharer(FundPart part) => new(part.Fund, part.Share.Permille, part.Share.Consented ? $"consent/{part.Share.Person}/{Visit.Visit}" : null);

    private int Notice(LocalDateTime told) => Math.Max(0, (int)Period.Between(told, Visit.Start, PeriodUnits.Hours).Hours);

    private static Attempt<ImmutableArray<JournalEntry>> One(Attempt<JournalEntry> attempt) => attempt switch
    {
        Attempt<JournalEntry>.Made made => ImmutableArray.Create(made.Value),
        _ => ((Attempt<JournalEntry>.Refused)attempt).Refusal,
    };
}
