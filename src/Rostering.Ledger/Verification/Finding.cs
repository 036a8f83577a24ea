namespace Rostering.Ledger.Verification;

/// <summary>Something in the ledger that is not as it must be.</summary>
/// <param name="Fund">The fund, or nought where the ledger as a whole is meant.</param>
/// <param name="Seq">The entry, or nought where the fund as a whole is meant.</param>
/// <param name="Fault">What is wrong, with the values that are.</param>
public sealed record Finding(int Fund, int Seq, string Fault)
{
    /// <summary>By fund and entry; what concerns a whole comes after its entries.</summary>
    public static IComparer<Finding> InOrder { get; } = Comparer<Finding>.Create((a, b) => Place(a).CompareTo(Place(b)));

    public override string ToString() => (Fund, Seq) switch
    {
        (0, _) => Fault,
        (_, 0) => $"fund {Fund}: {Fault}",
        _ => $"fund {Fund}, entry {Seq}: {Fault}",
    };

    private static (bool, int, uint) Place(Finding finding) => (finding.Fund == 0, finding.Fund, unchecked((uint)finding.Seq - 1));
}
