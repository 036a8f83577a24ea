using System.Globalization;
using Rostering.Core.Funds;
using Rostering.Ledger;
using Rostering.Ledger.Forecasts;

namespace Rostering.Web.Pages.Funds;

/// <summary>The two questions that the page of a fund answers: what more support would do, and what leaving a shared service would strand.</summary>
public sealed record WhatIf(string? ExtraHours, string? From, string? UnitCost, string? FixedCost, string? People)
{
    private const int HoursMax = 168;
    private const int PeopleMax = 500;

    public decimal? Hours => Number(ExtraHours) is > 0 and <= HoursMax and { } hours ? hours : null;

    /// <summary>The plan of a step-up at the price that the fund's own support had lately; nothing without a question or a price.</summary>
    public StepUpPlan? StepUp(FundDetails fund) =>
        Hours is { } hours && PricePerHour(fund) is { } price
            ? StepUpPlan.Of(fund.Line.Course, new StepUp(FundDates.Day(From) ?? fund.Line.On, new Minutes((long)(hours * 60)), price), fund.Line.Bank, fund.Line.Contingency)
            : null;

    /// <summary>What an hour cost lately.</summary>
    public static Money? PricePerHour(FundDetails fund) =>
        fund.Support.Time.Count > 0 ? new Money(fund.Support.Money.Pence * 60 / fund.Support.Time.Count) : null;

    /// <summary>What one person's leaving strands; nothing where the figures cannot be.</summary>
    public StrandedCost? Stranded() =>
        Pounds(UnitCost) is { } unit && Pounds(FixedCost) is { } kept && kept <= unit && Number(People) is >= 1 and <= PeopleMax and { } people && people == Math.Floor(people)
            ? StrandedCost.Of(new UnitCost(unit, kept, "as typed in"), (int)people, 1)
            : null;

    private static Money? Pounds(string? text) => Number(text) is >= 0 and <= 1_000_000 and { } pounds ? new Money((long)(pounds * 100)) : null;

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
