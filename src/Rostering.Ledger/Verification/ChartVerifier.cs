namespace Rostering.Ledger.Verification;

/// <summary>Compares the database's chart of accounts with <see cref="ChartOfAccounts"/>.</summary>
public static class ChartVerifier
{
    private static readonly (bool IsPerson, int Fund)[] Holders = [(true, 1), (false, -1)];

    /// <summary>Says which accounts the database's chart lacks, has beside, or has otherwise.</summary>
    public static IEnumerable<Finding> Compare(IReadOnlyCollection<ChartAccount> stored)
    {
        var expected =
            from holder in Holders
            from account in Enum.GetValues<Account>()
            from unit in Enum.GetValues<Unit>()
            where ChartOfAccounts.Has(holder.Fund, account, unit)
            select new ChartAccount(holder.IsPerson, account, unit, ChartOfAccounts.Side(account), ChartOfAccounts.Floored(account, unit), Slot(account, unit));

        HashSet<ChartAccount> different = [.. expected];
        different.SymmetricExceptWith(stored);
        return different.Select(account => new Finding(0, 0, $"the database's chart of accounts does not agree on {Labels.Text(account.Account)} in {Labels.Text(account.Unit)}"));
    }

    private static int Slot(Account account, Unit unit) => 1 + (int)account + ((int)unit * Labels.Count<Account>());
}
