using System.Collections.Immutable;
using System.Globalization;
using Rostering.Core.Finance.FundActs;
using Rostering.Ledger.Terms;
using static Rostering.Core.Finance.FundActs.FundActForm;

namespace Rostering.Core.Finance.Agreements;

/// <summary>The fields of terms. What a form does not ask for stays as it was.</summary>
internal static class TermsFields
{
    public const string SurplusForWeeks = "surplusForWeeks";

    private const string SurplusWeeks = "surplusWeeks";
    private const decimal PencePerPound = 100m;
    private const decimal MinutesPerHour = 60m;
    private const long MinutesOfTenth = 6;
    private const decimal PermillePerPercent = 10m;

    public static IEnumerable<TermsField> Kept() =>
    [
        new(new("contingency", Percent, "Kept for emergencies, in per cent", "Of each award"), terms => Percentage(terms.ContingencyPermille), (terms, said) => terms with { ContingencyPermille = said.Permille("contingency")!.Value }),
        Draws("drawPersonIll", DrawReasons.PersonIll, "Emergency: the person is ill"),
        Draws("drawWorkerIll", DrawReasons.WorkerIll, "Emergency: a worker is ill"),
        Draws("drawEmergency", DrawReasons.Emergency, "Emergency: whatever else is approved"),
        new(new(SurplusWeeks, Number, "Surplus cap, in weeks of the award", "Empty if there is none") { Optional = true }, terms => $"{terms.SurplusCap?.Weeks}",
            (terms, said) => terms with { SurplusCap = said.Number(SurplusWeeks) is { } weeks ? new SurplusCap(weeks, said.Number(SurplusForWeeks) ?? 0) : null }),
        new(new(SurplusForWeeks, Number, "Weeks that it may be above the cap", "Empty is none") { Optional = true }, terms => $"{terms.SurplusCap?.ForWeeks}", (terms, _) => terms),
        new(new("bankHours", Time, "Hours that may be banked", "Empty if there is no cap") { Optional = true }, terms => Hours(terms.Bank.CapMinutes),
            (terms, said) => terms with { Bank = terms.Bank with { CapMinutes = said.Time("bankHours") is { Count: > 0 } cap ? cap.Count : null } }),
        new(new("bankWeeks", Number, "Weeks for which they are kept", "Empty if they do not end") { Optional = true }, terms => $"{terms.Bank.ExpiryWeeks}", (terms, said) => terms with { Bank = terms.Bank with { ExpiryWeeks = said.Number("bankWeeks") } }),
        Chosen("bankEnd", "What is not used in time goes to", terms => terms.Bank.ExpiredGoesTo, (terms, end) => terms with { Bank = terms.Bank with { ExpiredGoesTo = end } }, [(ExpiredTranche.Main, "the main balance"), (ExpiredTranche.Council, "the council")]),
    ];

    public static IEnumerable<TermsField> Charged() =>
    [
        Chosen("spendable", "Money can be planned with", terms => terms.SpendableOn, (terms, on) => terms with { SpendableOn = on }, [(SpendableOn.Award, "once it is awarded"), (SpendableOn.Receipt, "once the council has paid it")]),
        new(new("rate", FundActForm.Money, "Agreed price of an hour", "Empty if support is charged at what it costs") { Optional = true }, terms => Pounds(terms.AgreedRatePence),
            (terms, said) => terms with { AgreedRatePence = said.Money("rate") is { Pence: > 0 } rate ? rate.Pence : null }),
        new(new("notice", Bands, "Charged when the person calls off late", "Hours of notice: per cent, such as 24: 100, 48: 50") { Optional = true },
            terms => string.Join(", ", terms.NoticeBands.Select(band => $"{band.HoursBelow}: {Percentage(band.Permille)}")), (terms, said) => terms with { NoticeBands = said.Bands("notice") }),
        Chosen("absence", "A visit for which the person was too ill is paid by", terms => terms.AbsencePurse, (terms, purse) => terms with { AbsencePurse = purse }, [(Purse.Main, "the main balance"), (Purse.Contingency, "contingency")]),
    ];

    public static IEnumerable<TermsField> Stated() =>
    [
        Chosen("cycle", "Invoiced", terms => terms.InvoiceCycle.Kind, (terms, kind) => terms with { InvoiceCycle = terms.InvoiceCycle with { Kind = kind } }, [(CycleKind.CalendarMonth, "each calendar month"), (CycleKind.FourWeekly, "every four weeks")]),
        new(new("anchor", Day, "First day of one of the four-week periods", "Empty for calendar months") { Optional = true }, terms => terms.InvoiceCycle.Anchor is { } day ? FormattableString.Invariant($"{day:uuuu-MM-dd}") : "",
            (terms, said) => terms with { InvoiceCycle = terms.InvoiceCycle with { Anchor = said.DayOrNull("anchor") } }),
        Chosen("statementEvery", "Statement", terms => terms.Statement.Frequency, (terms, every) => terms with { Statement = terms.Statement with { Frequency = every } },
            [(StatementFrequency.EveryPeriod, "for each invoiced period"), (StatementFrequency.Monthly, "each calendar month"), (StatementFrequency.Quarterly, "every three months")]),
        new(new("statementDue", Number, "Days after which it is due"), terms => $"{terms.Statement.DueDays}", (terms, said) => terms with { Statement = terms.Statement with { DueDays = said.Number("statementDue")!.Value } }),
        Chosen("statementBasis", "It counts as spent", terms => terms.Statement.Basis, (terms, basis) => terms with { Statement = terms.Statement with { Basis = basis } }, [(StatementBasis.Delivered, "what was delivered"), (StatementBasis.Invoiced, "what was invoiced")]),
        Chosen("statementHours", "It begins with", terms => terms.Statement.HoursFirst, (terms, hours) => terms with { Statement = terms.Statement with { HoursFirst = hours } }, [(false, "money"), (true, "hours")]),
    ];

    public static IEnumerable<TermsField> Agreed() =>
    [
        new(new("chargeSheet", Text, "Management charge: its signed sheet", "The sheet’s number; empty if no charge is agreed") { Optional = true }, terms => terms.ManagementCharge?.Sheet ?? "", (terms, said) => terms with { ManagementCharge = ChargeOf(said) }),
        new(new("chargeAmount", FundActForm.Money, "Management charge a period", "Either this or a share") { Optional = true }, terms => Pounds(terms.ManagementCharge?.PencePerPeriod), (terms, _) => terms),
        new(new("chargeShare", Percent, "Management charge in per cent", "Of the support delivered") { Optional = true }, terms => terms.ManagementCharge?.PermilleOfDelivered is { } share ? Percentage(share) : "", (terms, _) => terms),
        Chosen("bonus", "A team bonus from an agreed saving is", terms => terms.BonusAllowed, (terms, allowed) => terms with { BonusAllowed = allowed }, [(false, "not agreed"), (true, "agreed with the person")]),
    ];

    /// <summary>No charge where nothing is said of one; one without a sheet, or without an amount, does not hold.</summary>
    private static ManagementCharge? ChargeOf(FundActValues said) =>
        (said.Text("chargeSheet"), said.Money("chargeAmount"), said.Permille("chargeShare")) is var (sheet, amount, share) && sheet.Length == 0 && amount == Ledger.Money.Zero && share is null
            ? null
            : new ManagementCharge { Sheet = sheet, PencePerPeriod = amount > Ledger.Money.Zero ? amount.Pence : null, PermilleOfDelivered = share };

    private static TermsField Draws(string name, string reason, string words) => Chosen(
        name, words, terms => terms.DrawReasons.Contains(reason),
        (terms, may) => terms with { DrawReasons = [.. DrawReasons.All.Where(known => known == reason ? may : terms.DrawReasons.Contains(known))] }, [(true, "yes"), (false, "no")]);

    private static TermsField Chosen<T>(string name, string words, Func<FundTerms, T> of, Func<FundTerms, T, FundTerms> put, ImmutableArray<(T Value, string Words)> choices)
        where T : notnull => new(
            new(name, Choice, words) { Choices = [.. choices.Select(choice => new FundActChoice($"{choice.Value}", choice.Words))] },
            terms => $"{of(terms)}",
            (terms, said) => put(terms, choices.First(choice => $"{choice.Value}" == said.Text(name)).Value));

    private static string Percentage(int permille) => (permille / PermillePerPercent).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Pounds(long? pence) => pence is { } count ? (count / PencePerPound).ToString("0.00", CultureInfo.InvariantCulture) : "";

    // A third of an hour has no end in decimals.
    private static string Hours(long? minutes) => minutes switch
    {
        null => "",
        { } count when count % MinutesOfTenth == 0 => (count / MinutesPerHour).ToString("0.#", CultureInfo.InvariantCulture),
        { } count => string.Create(CultureInfo.InvariantCulture, $"{count / (long)MinutesPerHour}:{count % (long)MinutesPerHour:00}"),
    };
}
