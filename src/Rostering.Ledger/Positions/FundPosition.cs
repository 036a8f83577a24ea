using System.Collections.Immutable;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.Positions;

/// <summary>Where a fund stands: its balances, what is promised to visits, what is banked, and the terms of the day.</summary>
public sealed record FundPosition(int Fund, FundTerms Terms)
{
    /// <summary>A debit above nought and a credit below, as the ledger keeps them; an account without a row is at nought.</summary>
    public ImmutableDictionary<(Account Account, Unit Unit), long> Balances { get; init; } = ImmutableDictionary<(Account, Unit), long>.Empty;

    /// <summary>Commitments that nothing has resolved, by the number of the entry that a resolution names.</summary>
    public ImmutableSortedDictionary<int, VisitCommitment> Commitments { get; init; } = ImmutableSortedDictionary<int, VisitCommitment>.Empty;

    /// <summary>What was banked, by the number of the entry that banked it; a tranche that is used up stays, as it may be given back.</summary>
    public ImmutableSortedDictionary<int, Tranche> Tranches { get; init; } = ImmutableSortedDictionary<int, Tranche>.Empty;

    /// <summary>How far the main balance may be overdrawn.</summary>
    public Money AgreedDeficit { get; init; }

    /// <summary>What an account holds in pence, counted on the side on which it grows.</summary>
    public Money Pence(Account account) => new(ChartOfAccounts.Side(account) * Balance(account, Unit.Gbp));

    /// <summary>What an account holds in minutes, counted on the side on which it grows.</summary>
    public Minutes Time(Account account) => new(ChartOfAccounts.Side(account) * Balance(account, Unit.Min));

    /// <summary>What can be planned with: the main balance and the deficit that was agreed.</summary>
    public Money Available => Pence(Account.Main) + AgreedDeficit;

    /// <summary>The tranches that have something left, the oldest first.</summary>
    public IEnumerable<Tranche> OpenTranches => Tranches.Values.Where(tranche => tranche.Pence > Money.Zero || tranche.Time > Minutes.Zero).OrderBy(tranche => (tranche.BankedOn, tranche.Seq));

    public long Balance(Account account, Unit unit) => Balances.GetValueOrDefault((account, unit));

    /// <summary>The open commitment of a visit, if it has one.</summary>
    public VisitCommitment? CommitmentOf(string visit) => Commitments.Values.FirstOrDefault(commitment => commitment.Visit == visit);

    /// <summary>The position after an entry, which becomes number <paramref name="seq"/>. A reversal needs the entry that it undoes: see <see cref="Undo"/>.</summary>
    public FundPosition Apply(JournalEntry entry, int seq)
    {
        var posted = AsPosted(entry);
        var after = this with { Balances = Moved(posted.Lines), Commitments = posted.Resolves is { } resolved ? Commitments.Remove(resolved) : Commitments };
        return posted switch
        {
            { Kind: EntryKind.Commit } => after with { Commitments = after.Commitments.Add(seq, VisitCommitment.Of(posted, seq)) },
            { Kind: EntryKind.Bank } => after with { Tranches = after.Tranches.Add(seq, Tranche.Of(posted, seq)) },
            { Tranche: { } tranche } => after with { Tranches = Used(tranche, posted.Lines) },
            _ => after,
        };
    }

    /// <summary>The position after a reversal, which becomes number <paramref name="seq"/>: a commitment that the undone entry had resolved stands again under that number.</summary>
    public FundPosition Undo(PostedEntry undone, int seq)
    {
        ImmutableArray<Line> mirrored = [.. undone.Entry.Lines.Select(line => line with { Amount = -line.Amount })];
        var after = this with { Balances = Moved(mirrored) };
        if (undone.Entry.Resolves is not null)
            after = after with { Commitments = after.Commitments.Add(seq, VisitCommitment.Of(undone.Entry, seq)) };
        var tranche = undone.Entry.Kind == EntryKind.Bank ? undone.Seq : undone.Entry.Tranche;
        return tranche is { } number ? after with { Tranches = Used(number, mirrored) } : after;
    }

    /// <summary>The entry as the ledger records it: what the main balance lacks for a fact goes to overspend.</summary>
    public JournalEntry AsPosted(JournalEntry entry)
    {
        var wanted = entry.Lines.FirstOrDefault(line => line is { Account: Account.Main, Unit: Unit.Gbp, Amount: > 0 }).Amount;
        var room = Math.Max(0, Available.Pence);
        if (!GoesToOverspend(entry.Kind) || wanted <= room)
            return entry;
        var fromMain = Line.Debit(Account.Main, new Money(room));
        var lines = entry.Lines.Select(line => line is { Account: Account.Main, Unit: Unit.Gbp, Amount: > 0 } ? fromMain : line).Where(line => line.Amount != 0);
        return entry with { Lines = [.. lines, Line.Debit(Account.Overspend, new Money(wanted - room))] };
    }

    private static bool GoesToOverspend(EntryKind kind) => kind
        is EntryKind.Deliver or EntryKind.Decline or EntryKind.Absence or EntryKind.Fail or EntryKind.Cut or EntryKind.UseBank;

    private ImmutableDictionary<(Account, Unit), long> Moved(ImmutableArray<Line> lines)
    {
        var balances = Balances.ToBuilder();
        foreach (var (account, unit, amount) in lines)
            balances[(account, unit)] = balances.GetValueOrDefault((account, unit)) + amount;
        return balances.ToImmutable();
    }

    private ImmutableSortedDictionary<int, Tranche> Used(int number, ImmutableArray<Line> lines)
    {
        var tranche = Tranches.GetValueOrDefault(number) ?? throw new ArgumentException($"Fund {Fund} has no tranche {number}; load its tranches first.");
        return Tranches.SetItem(number, tranche with
        {
            Pence = tranche.Pence - new Money(Banked(lines, Unit.Gbp)),
            Time = tranche.Time - new Minutes(Banked(lines, Unit.Min)),
        });
    }

    private static long Banked(ImmutableArray<Line> lines, Unit unit) =>
        lines.Where(line => line.Account == Account.Bank && line.Unit == unit).Sum(line => line.Amount);
}
