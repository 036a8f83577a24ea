namespace Rostering.Ledger.Terms;

/// <summary>Finds what cannot hold in terms: each fault names the field, its value and the remedy.</summary>
internal static class TermsValidation
{
    public static IEnumerable<string> Faults(FundTerms terms) =>
    [
        .. Permille("contingencyPermille", terms.ContingencyPermille),
        .. Reasons(terms),
        .. Absences(terms),
        .. Above("surplusCap.weeks", terms.SurplusCap?.Weeks),
        .. Above("surplusCap.forWeeks", terms.SurplusCap?.ForWeeks, least: 0),
        .. Above("bank.capMinutes", terms.Bank.CapMinutes),
        .. Above("bank.expiryWeeks", terms.Bank.ExpiryWeeks),
        .. Above("agreedRatePence", terms.AgreedRatePence),
        .. Above("statement.dueDays", terms.Statement.DueDays),
        .. Cycle(terms.InvoiceCycle),
        .. terms.NoticeBands.SelectMany((band, at) => Above($"noticeBands[{at}].hoursBelow", band.HoursBelow)),
        .. terms.NoticeBands.SelectMany((band, at) => Permille($"noticeBands[{at}].permille", band.Permille)),
        .. terms.ManagementCharge is { } charge ? Charge(charge) : [],
        .. terms.Statement.Editions.IsEmpty ? ["statement.editions: [] names no edition; give standard, easyRead or both."] : Array.Empty<string>(),
        .. terms.Statement.Sections.GroupBy(section => section).Where(same => same.Count() > 1).Select(same => $"statement.sections: '{same.Key}' is named twice; name it once."),
    ];

    private static IEnumerable<string> Permille(string field, int value)
    {
        if (value is < 0 or > 1000)
            yield return $"{field}: {value} is not a share in thousandths; give 0 to 1000, such as 100 for a tenth.";
    }

    private static IEnumerable<string> Above(string field, long? value, long least = 1)
    {
        if (value < least)
            yield return $"{field}: {value} is too small; give {least} or more, or leave it out.";
    }

    private static IEnumerable<string> Reasons(FundTerms terms) =>
        from reason in terms.DrawReasons
        where !DrawReasons.All.Contains(reason)
        select $"drawReasons: '{reason}' is no reason for a draw; give some of: {string.Join(", ", DrawReasons.All)}.";

    private static IEnumerable<string> Absences(FundTerms terms)
    {
        if (terms.AbsencePurse == Purse.Contingency && !terms.DrawReasons.Contains(DrawReasons.PersonIll))
            yield return $"absencePurse: contingency cannot pay, as drawReasons lack '{DrawReasons.PersonIll}'; add that, or let main pay.";
    }

    private static IEnumerable<string> Cycle(InvoiceCycle cycle)
    {
        if (cycle is { Kind: CycleKind.FourWeekly, Anchor: null })
            yield return "invoiceCycle.anchor: missing for a four-weekly cycle; give the first day of one of its periods.";
        if (cycle is { Kind: CycleKind.CalendarMonth, Anchor: { } anchor })
            yield return $"invoiceCycle.anchor: {anchor:R} has no meaning for calendar months; leave it out.";
    }

    private static IEnumerable<string> Charge(ManagementCharge charge)
    {
        if (string.IsNullOrWhiteSpace(charge.Sheet))
            yield return "managementCharge.sheet: '' names no signed sheet; give its id, or leave the charge out.";
        if (charge.PencePerPeriod is null == charge.PermilleOfDelivered is null)
            yield return "managementCharge: needs either pencePerPeriod or permilleOfDelivered; give exactly one of them.";
        foreach (var fault in Above("managementCharge.pencePerPeriod", charge.PencePerPeriod).Concat(Permille("managementCharge.permilleOfDelivered", charge.PermilleOfDelivered ?? 0)))
            yield return fault;
    }
}
