using System.Collections.Immutable;
using NodaTime;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Demonstration;

/// <summary>
/// Ten councils with ten sets of terms, after "provider across 10 local authorities… potentially 10 different approaches". Their
/// names and terms are invented, but for the usual contingency of 10 %.
/// </summary>
internal static class CouncilBook
{
    private static readonly LocalDate Since = new(2025, 4, 1);
    private static readonly InvoiceCycle Monthly = new();
    private static readonly InvoiceCycle FourWeekly = new() { Kind = CycleKind.FourWeekly, Anchor = AwardCalendar.Anchor };

    public static ImmutableArray<DemonstrationCouncil> All { get; } =
    [
        Of(1, "Clydevale Council", new FundTerms { InvoiceCycle = FourWeekly, SurplusCap = new(8, 4), Bank = new() { CapMinutes = 6_000 } }),
        Of(2, "Avonbrae Council", new FundTerms { SurplusCap = new(1, 8), Bank = new() { CapMinutes = 3_360, ExpiryWeeks = 52 }, AbsencePurse = Purse.Contingency }),
        Of(3, "Strathcarron Council", new FundTerms { InvoiceCycle = FourWeekly, Statement = new() { Frequency = StatementFrequency.Quarterly, Basis = StatementBasis.Invoiced } }),
        Of(4, "Kelvinmuir Council", new FundTerms { ContingencyPermille = 80, InvoiceCycle = FourWeekly, SurplusCap = new(6, 6), NoticeBands = [new(48, 1000)] }),
        Of(5, "Lochmore Council", new FundTerms { SurplusCap = new(8, 0), Bank = new() { CapMinutes = 4_800, ExpiryWeeks = 26 }, Statement = new() { Frequency = StatementFrequency.Monthly, DueDays = 14 } }),
        Of(6, "Forthbank Council", new FundTerms { ContingencyPermille = 120, InvoiceCycle = FourWeekly, SpendableOn = SpendableOn.Receipt, Bank = new() { CapMinutes = 2_400 } }),
        Of(7, "Carrickvale Council", new FundTerms { SurplusCap = new(4, 4), Bank = new() { CapMinutes = 7_200 }, NoticeBands = [new(4, 1000), new(24, 500), new(48, 250)] }),
        Of(8, "Pentlandside Council", new FundTerms { ContingencyPermille = 50, InvoiceCycle = FourWeekly, SurplusCap = new(4, 8), Bank = new() { CapMinutes = 1_200, ExpiryWeeks = 13, ExpiredGoesTo = ExpiredTranche.Council } }),
        Of(9, "Monklaw Council", new FundTerms { SurplusCap = new(10, 12), Statement = new() { Frequency = StatementFrequency.Quarterly, DueDays = 60 }, AbsencePurse = Purse.Contingency }),
        Of(10, "Garnockside Council", new FundTerms { ContingencyPermille = 90, InvoiceCycle = FourWeekly, SurplusCap = new(2, 4), Bank = new() { CapMinutes = 3_600 }, DrawReasons = [DrawReasons.WorkerIll, DrawReasons.Emergency] }),
    ];

    /// <summary>The council that the demonstration week calls so.</summary>
    public static DemonstrationCouncil Named(string id) => All.Single(council => string.Equals(council.Id, id, StringComparison.OrdinalIgnoreCase));

    private static DemonstrationCouncil Of(int number, string name, FundTerms terms) => new(
        $"c{number:00}", name, $"Individual budgets team, {name}", new CouncilProfile(Since, terms, "Invented for the demonstration; no council's real terms", CouncilProfile.Unverified));
}

/// <summary>A demonstration council and its terms.</summary>
/// <param name="Id">Its id in the database.</param>
/// <param name="Name">Its name.</param>
/// <param name="Contact">Whom to ask there.</param>
/// <param name="Profile">Its terms.</param>
public sealed record DemonstrationCouncil(string Id, string Name, string Contact, CouncilProfile Profile);
