using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>Refusals that name their fund.</summary>
internal static class Refusing
{
    public static Refusal Refuse(this FundPosition fund, RefusalReason reason, string message, string remedy) =>
        new(reason, fund.Fund, $"Fund {fund.Fund}: {message}", remedy);

    public static Refusal NotCommitted(this FundPosition fund, string visit) =>
        fund.Refuse(RefusalReason.Resolution, $"visit {visit} has no open commitment.", "Name a visit that is committed and not yet resolved.");
}
