using System.Collections.Immutable;

namespace Rostering.Ledger;

/// <summary>
/// What an entry of a kind has to say, and the accounts that it may debit and credit in either unit. Commitments are refused where
/// a fund cannot carry them; facts are always recorded. The same as the database's table <c>ledger.kind_rule</c>.
/// </summary>
public sealed record KindRule(EntryKind Kind)
{
    public bool IsCommitment { get; init; }

    public bool TwoPeople { get; init; }

    /// <summary>The keys that the detail has to have.</summary>
    public ImmutableArray<string> Detail { get; init; } = [];

    public ImmutableArray<Account> PenceDebited { get; init; } = [];

    public ImmutableArray<Account> PenceCredited { get; init; } = [];

    public ImmutableArray<Account> MinutesDebited { get; init; } = [];

    public ImmutableArray<Account> MinutesCredited { get; init; } = [];

    public bool Allows(Line line) => (line.Unit, line.Amount > 0) switch
    {
        (Unit.Gbp, true) => PenceDebited,
        (Unit.Gbp, false) => PenceCredited,
        (_, true) => MinutesDebited,
        (_, false) => MinutesCredited,
    } is var allowed && line.Amount != 0 && allowed.Contains(line.Account);
}
