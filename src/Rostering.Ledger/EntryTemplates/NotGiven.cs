using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>The four causes of support that was planned and not given. They are never merged, and only a choice of the person credits the bank.</summary>
public static class NotGiven
{
    public const string Banked = "banked";
    public const string Declined = "declined";
    public const string Ill = "ill";
    public const string Provider = "provider";

    internal static (Money Cost, Minutes Time) Charged(FundPosition fund, VisitRecord visit, VisitCommitment? commitment, int permille)
    {
        var cost = commitment?.Pence ?? fund.Terms.Charged(visit.Cost, visit.Planned);
        var time = commitment?.Time ?? visit.Planned;
        return (cost.Split(permille, 1000 - permille)[0], time.Split(permille, 1000 - permille)[0]);
    }
}
