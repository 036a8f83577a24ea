using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Funds;
using Rostering.Ledger;
using Rostering.Ledger.Forecasts;

namespace Rostering.Web.Pages.Funds;

/// <summary>A fund in the table, with its forecast and what has to be looked at.</summary>
public sealed record FundRow(FundLine Line, FundForecast Forecast, ImmutableArray<FundFlag> Flags)
{
    public static FundRow Of(FundLine line)
    {
        var forecast = FundForecast.Of(line.Course);
        return new FundRow(line, forecast, FundFlag.Of(line, forecast));
    }

    /// <summary>The run-out date, where it falls into the fund's year.</summary>
    public LocalDate? RunsOutOn => Forecast.RunsOutOn < Line.Course.YearEnd ? Forecast.RunsOutOn : null;

    public string RunOutWords => Line.ClosedOn is { } closed ? $"Closed {closed.Short()}" : RunsOutOn?.Short() ?? "Lasts the year";

    public bool Matches(string? text, FundFlagKind? flag) =>
        (flag is not { } wanted || Flags.Any(f => f.Kind == wanted))
        && (string.IsNullOrWhiteSpace(text) || new[] { Line.Name, Line.Council, Line.PurchaseOrder, Line.Fund.ToString() }.Any(field => field.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase)));
}

/// <summary>What the table can be ordered by; amounts come with the highest first.</summary>
public enum FundSort { Exceptions, Name, Allocated, Committed, Delivered, Invoiced, Paid, Banked, Contingency, Pace, RunOut }

/// <summary>The orders of the table.</summary>
internal static class FundOrder
{
    public static IEnumerable<FundRow> By(this IEnumerable<FundRow> rows, FundSort sort) => sort switch
    {
        FundSort.Name => rows.OrderBy(row => row.Line.Name, StringComparer.OrdinalIgnoreCase),
        FundSort.Allocated => rows.OrderByDescending(row => row.Line.Allocated),
        FundSort.Committed => rows.OrderByDescending(row => row.Line.Committed),
        FundSort.Delivered => rows.OrderByDescending(row => row.Line.Delivered),
        FundSort.Invoiced => rows.OrderByDescending(row => row.Line.Invoiced),
        FundSort.Paid => rows.OrderByDescending(row => row.Line.Paid),
        FundSort.Banked => rows.OrderByDescending(row => row.Line.BankTime),
        FundSort.Contingency => rows.OrderBy(row => row.Line.ContingencyPercent ?? int.MaxValue),
        FundSort.Pace => rows.OrderByDescending(row => row.Forecast.PacePercent ?? int.MinValue),
        FundSort.RunOut => rows.OrderBy(row => row.RunsOutOn ?? LocalDate.MaxIsoValue),
        _ => rows.OrderBy(row => row.Flags.IsEmpty ? int.MaxValue : row.Flags.Min(flag => flag.Grave ? 0 : 1))
            .ThenByDescending(row => row.Flags.Count(flag => flag.Grave)).ThenByDescending(row => row.Flags.Length)
            .ThenBy(row => row.RunsOutOn ?? LocalDate.MaxIsoValue).ThenBy(row => row.Line.Name, StringComparer.OrdinalIgnoreCase),
    };
}

/// <summary>The control totals of the funds shown.</summary>
public sealed record FundTotals(Money Allocated, Money Committed, Money Delivered, Money Invoiced, Money Paid, Minutes BankTime, Money Contingency)
{
    public static FundTotals Of(IReadOnlyCollection<FundRow> rows) => new(
        Sum(rows, line => line.Allocated), Sum(rows, line => line.Committed), Sum(rows, line => line.Delivered), Sum(rows, line => line.Invoiced),
        Sum(rows, line => line.Paid), new Minutes(rows.Sum(row => row.Line.BankTime.Count)), Sum(rows, line => line.Contingency));

    public static Money Sum(IEnumerable<FundRow> rows, Func<FundLine, Money> of) => new(rows.Sum(row => of(row.Line).Pence));
}
