using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>What must hold of any entry, whatever the fund has: it says what it has to, balances, and touches only what its kind may.</summary>
internal static class EntryRules
{
    private const int ReferenceLengthMax = 120;

    public static Refusal? Check(FundPosition fund, JournalEntry entry)
    {
        var rule = KindRules.Of(entry.Kind);
        return References(fund, entry) ?? Detail(fund, entry, rule) ?? TwoPeople(fund, entry, rule) ?? Lines(fund, entry, rule);
    }

    private static Refusal? References(FundPosition fund, JournalEntry entry)
    {
        foreach (var (name, value) in new[] { ("key", entry.Key), ("evidence", entry.Evidence), ("madeBy", entry.MadeBy), ("checkedBy", entry.CheckedBy ?? "nobody") })
        {
            if (value.Length is 0 or > ReferenceLengthMax || value.AsSpan().IndexOfAny('|', '\n') >= 0)
                return fund.Refuse(RefusalReason.Incomplete, $"{name} '{value}' is no reference.", $"Give 1 to {ReferenceLengthMax} characters without '|' and line ends.");
        }

        return null;
    }

    private static Refusal? Detail(FundPosition fund, JournalEntry entry, KindRule rule)
    {
        var missing = rule.Detail.Where(key => string.IsNullOrWhiteSpace(entry.Detail.GetValueOrDefault(key))).ToList();
        return missing.Count == 0
            ? null
            : fund.Refuse(RefusalReason.Incomplete, $"an entry of the kind {entry.Kind} says nothing of: {string.Join(", ", missing)}.", "Give them, as ids, codes or dates.");
    }

    private static Refusal? TwoPeople(FundPosition fund, JournalEntry entry, KindRule rule) =>
        rule.TwoPeople && (entry.CheckedBy is null || entry.CheckedBy == entry.MadeBy)
            ? fund.Refuse(RefusalReason.SecondPerson, $"an entry of the kind {entry.Kind} was made and checked by {entry.MadeBy}.", "Have a second person check it.")
            : null;

    private static Refusal? Lines(FundPosition fund, JournalEntry entry, KindRule rule)
    {
        if (entry.Kind == EntryKind.Reversal)
            return null;
        if (entry.Lines.IsEmpty)
            return fund.Refuse(RefusalReason.Unbalanced, $"an entry of the kind {entry.Kind} moves nothing.", "Give an amount above nought, or post nothing.");
        foreach (var line in entry.Lines.Where(line => !rule.Allows(line) || !ChartOfAccounts.Has(fund.Fund, line.Account, line.Unit)))
        {
            return fund.Refuse(RefusalReason.WrongAccount, $"an entry of the kind {entry.Kind} may not move {line.Amount} on {line.Account} in {line.Unit}.",
                "Give amounts of nought or more, and use the kind of entry that is meant for it.") with
            { Account = line.Account, Amount = line.Amount };
        }

        var (pence, minutes) = (Sum(entry, Unit.Gbp), Sum(entry, Unit.Min));
        return pence == 0 && minutes == 0
            ? null
            : fund.Refuse(RefusalReason.Unbalanced, $"the lines of an entry of the kind {entry.Kind} are {pence} pence and {minutes} minutes out of balance.", "Give parts that sum to the whole.");
    }

    private static long Sum(JournalEntry entry, Unit unit) => entry.Lines.Where(line => line.Unit == unit).Aggregate(0L, (sum, line) => sum + line.Amount);
}
