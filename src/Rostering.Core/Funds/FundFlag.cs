using System.Collections.Immutable;
using Rostering.Ledger;
using Rostering.Ledger.Forecasts;

namespace Rostering.Core.Funds;

/// <summary>What finance has to look at first, the gravest first.</summary>
public enum FundFlagKind { Overspent, NothingLeft, RunsOut, Owed, UnpurposedBank, BankOverCap, ReceivableOverdue, LowContingency, AheadOfPace }

/// <summary>One exception of a fund, with its figures in words.</summary>
public sealed record FundFlag(FundFlagKind Kind, string Words)
{
    private const int ContingencyPercentMin = 50;

    /// <summary>Whether something is wrong already, and not only about to be.</summary>
    public bool Grave => Kind <= FundFlagKind.UnpurposedBank && Kind != FundFlagKind.RunsOut;

    /// <summary>The exceptions of a fund; a fund that was closed has none.</summary>
    public static ImmutableArray<FundFlag> Of(FundLine fund, FundForecast forecast) =>
        fund.ClosedOn is null ? [.. Money(fund, forecast).Concat(Kept(fund)).OrderBy(flag => flag.Kind)] : [];

    private static IEnumerable<FundFlag> Money(FundLine fund, FundForecast forecast)
    {
        if (fund.Overspend > Ledger.Money.Zero)
            yield return new FundFlag(FundFlagKind.Overspent, $"Overspent by {fund.Overspend}");
        if (forecast.Warning == FundWarning.Empty)
            yield return new FundFlag(FundFlagKind.NothingLeft, "Nothing left: support goes on, agree what pays for it");
        else if (forecast.Warning >= FundWarning.TwelveWeeks)
            yield return new FundFlag(FundFlagKind.RunsOut, $"Runs out on {forecast.RunsOutOn:d MMMM uuuu}, {Within(forecast.Warning)}");
        else if (forecast.Warning == FundWarning.BeforeYearEnd)
            yield return new FundFlag(FundFlagKind.RunsOut, $"Runs out on {forecast.RunsOutOn:d MMMM uuuu}, before its year ends");
        if (forecast.PacePercent > FundForecast.PacePercentMax)
            yield return new FundFlag(FundFlagKind.AheadOfPace, $"Pace {forecast.PacePercent}%");
        if (fund.Overdue > Ledger.Money.Zero)
            yield return new FundFlag(FundFlagKind.ReceivableOverdue, $"{fund.Overdue} unpaid for more than 30 days");
    }

    private static IEnumerable<FundFlag> Kept(FundLine fund)
    {
        if (fund.Owed > Ledger.Money.Zero || fund.OwedTime > Minutes.Zero)
            yield return new FundFlag(FundFlagKind.Owed, $"{fund.OwedTime} of support owed ({fund.Owed})");
        if (fund.ContingencyPercent < ContingencyPercentMin)
            yield return new FundFlag(FundFlagKind.LowContingency, $"Contingency at {fund.ContingencyPercent}% of its target");
        if (fund.UnpurposedBank)
            yield return new FundFlag(FundFlagKind.UnpurposedBank, "Banked without a purpose");
        if (fund.BankTime > fund.BankCap)
            yield return new FundFlag(FundFlagKind.BankOverCap, $"{fund.BankTime} banked, above the cap of {fund.BankCap}");
    }

    private static string Within(FundWarning warning) => warning switch
    {
        FundWarning.FourWeeks => "within 4 weeks",
        FundWarning.EightWeeks => "within 8 weeks",
        _ => "within 12 weeks",
    };
}
