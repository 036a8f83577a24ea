namespace Rostering.Core.Tests.Verification;

/// <summary>The columns of schema <c>ledger</c>.</summary>
internal static class LedgerColumns
{
    /// <summary>Columns any edit of which is found: all that there are.</summary>
    public static readonly string[] Proved =
    [
        "entry.fund_id", "entry.seq", "entry.kind", "entry.effective_on", "entry.recorded_at", "entry.terms", "entry.resolves", "entry.reverses", "entry.tranche",
        "entry.twin_fund", "entry.twin_seq", "entry.relates_to", "entry.remittance", "entry.key", "entry.evidence", "entry.made_by", "entry.checked_by",
        "entry.detail", "entry.accounts", "entry.units", "entry.amounts", "entry.balances", "entry.request_hash", "entry.hash",
        "fund.id", "fund.holder", "fund.locked_through", "fund.terms", "fund.terms_from", "fund.balances", "fund.seq", "fund.head", "fund.recorded_at", "fund.opened_on", "fund.closed_on", "fund.hash",
        "link.fund_id", "link.seq", "link.role", "link.by_fund", "link.by_seq",
        "tranche.fund_id", "tranche.seq", "tranche.pence", "tranche.minutes",
        "closing.fund_id", "closing.through", "closing.seq", "closing.closed_by", "closing.recorded_at", "closing.hash",
        "closing_balance.fund_id", "closing_balance.through", "closing_balance.account", "closing_balance.unit", "closing_balance.balance",
        "terms.fund_id", "terms.version", "terms.effective_from", "terms.content", "terms.charge_agreed", "terms.bonus_agreed", "terms.reason",
        "terms.recorded_by", "terms.recorded_at", "terms.hash",
        "deficit.fund_id", "deficit.number", "deficit.pence", "deficit.reason", "deficit.made_by", "deficit.checked_by", "deficit.recorded_at", "deficit.hash",
        "remittance.id", "remittance.payer", "remittance.reference", "remittance.received_on", "remittance.pence", "remittance.allocated",
        "remittance.recorded_by", "remittance.recorded_at", "remittance.hash",
        "account_kind.account", "account_kind.unit", "account_kind.holder", "account_kind.side", "account_kind.floored", "account_kind.slot",
        "kind_rule.kind", "kind_rule.nature", "kind_rule.two_people", "kind_rule.plain", "kind_rule.detail",
        "kind_rule.pence_debited", "kind_rule.pence_credited", "kind_rule.minutes_debited", "kind_rule.minutes_credited",
    ];
}
