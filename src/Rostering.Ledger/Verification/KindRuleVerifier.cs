namespace Rostering.Ledger.Verification;

/// <summary>Compares the database's rules of the kinds of entries with <see cref="KindRules"/>.</summary>
public static class KindRuleVerifier
{
    /// <summary>Kinds of which the database checks more than their lines: what they refer to, or who agreed.</summary>
    private static readonly EntryKind[] NotPlain =
    [
        EntryKind.Contribution, EntryKind.Draw, EntryKind.Charge, EntryKind.Release, EntryKind.Expire, EntryKind.UseBank, EntryKind.Unbank,
        EntryKind.ExpireBank, EntryKind.Bonus, EntryKind.Gift, EntryKind.Receipt, EntryKind.Reversal, EntryKind.Endow,
    ];

    /// <summary>Says for which kinds the database's rule is missing, or another one.</summary>
    public static IEnumerable<Finding> Compare(IReadOnlyCollection<StoredKindRule> stored)
    {
        HashSet<StoredKindRule> different = [.. Enum.GetValues<EntryKind>().Select(kind => Stored(KindRules.Of(kind)))];
        different.SymmetricExceptWith(stored);
        return different.Select(rule => rule.Kind).Distinct().Select(kind => new Finding(0, 0, $"the database's rule of the kind {kind} is not the kernel's"));
    }

    private static StoredKindRule Stored(KindRule rule) => new(
        Labels.Text(rule.Kind),
        rule.IsCommitment ? "commitment" : "fact",
        rule.TwoPeople,
        !NotPlain.Contains(rule.Kind),
        string.Join(' ', rule.Detail),
        Names(rule.PenceDebited),
        Names(rule.PenceCredited),
        Names(rule.MinutesDebited),
        Names(rule.MinutesCredited));

    private static string Names(IEnumerable<Account> accounts) => string.Join(' ', accounts.Select(Labels.Text));
}

/// <summary>What an entry of a kind is, has to say and may touch, as the database has it; lists are parted by blanks.</summary>
public readonly record struct StoredKindRule(
    string Kind, string Nature, bool TwoPeople, bool IsPlain, string Detail, string PenceDebited, string PenceCredited, string MinutesDebited, string MinutesCredited);
