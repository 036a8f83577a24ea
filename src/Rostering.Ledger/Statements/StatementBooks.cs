using System.Collections.Immutable;
using NodaTime;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Ledger.Statements;

/// <summary>A fund's entries, sorted into those before a period, those of it, and late ones that adjust what was stated before.</summary>
internal sealed class StatementBooks
{
    private readonly Dictionary<int, StatementEntry> bySeq;

    public StatementBooks(StatementHeader header, IEnumerable<StatementEntry> entries)
    {
        Header = header;
        var known = entries.ToList();
        bySeq = known.ToDictionary(entry => entry.Seq); // What a reversal reverses may be dated after the period.
        All = [.. known.Where(entry => entry.EffectiveOn <= header.Period.To).OrderBy(entry => entry.Seq)];
        Late = [.. All.Where(IsLate)];
        Before = [.. All.Where(entry => entry.EffectiveOn < header.Period.From && !IsLate(entry))];
        Within = [.. All.Where(entry => entry.EffectiveOn >= header.Period.From && !IsLate(entry))];
    }

    public StatementHeader Header { get; }

    public ImmutableArray<StatementEntry> All { get; }

    public ImmutableArray<StatementEntry> Before { get; }

    public ImmutableArray<StatementEntry> Within { get; }

    public ImmutableArray<StatementEntry> Late { get; }

    /// <summary>What an entry is about: a reversal is about what it reverses.</summary>
    public StatementEntry Subject(StatementEntry entry) =>
        entry.Reverses is { } seq && bySeq.TryGetValue(seq, out var reversed) ? reversed : entry;

    public LocalDate RelatesTo(StatementEntry entry) => LocalDate.Min(entry.RelatesTo ?? entry.EffectiveOn, Subject(entry).EffectiveOn);

    /// <summary>The balance of an account that holds money for the person or for others.</summary>
    public Money Balance(Account account) => Sum(All, entry => entry.Adds(account));

    public Holdings Opening() => Holdings(Before, Header.Period.From.PlusDays(-1));

    public Holdings Closing() => Holdings(All, Header.Period.To);

    public ImmutableSortedDictionary<Flow, Money> Flows()
    {
        var flows = ImmutableSortedDictionary.CreateBuilder<Flow, Money>();
        foreach (var entry in Within.Concat(Late))
        {
            var flow = IsLate(entry) ? Flow.Adjustment : Statements.Flows.Of(Subject(entry).Kind);
            flows[flow] = flows.GetValueOrDefault(flow) + Statements.Flows.Effect(entry);
        }

        return flows.ToImmutable();
    }

    public Allocation Allocation()
    {
        var shares = Shares(All);
        var changes = Within.Where(entry => IsAllocation(entry.Kind)).Select(entry => new AllocationChange(
            entry.EffectiveOn, entry.Kind, Statements.Flows.Effect(entry), entry.AddsTime(Account.Main),
            entry.Says(DetailKeys.From), entry.Says(DetailKeys.To), entry.Says(DetailKeys.Reason), entry.Seq));
        return new(Spread(shares, Header.YearFrom, Header.YearTo), Spread(shares, Header.Period.From, Header.Period.To), [.. changes]);
    }

    public YearToDate YearToDate() => new(
        Spread(Shares(All), Header.YearFrom, Header.Period.To),
        -Sum(All.Where(entry => entry.EffectiveOn >= Header.YearFrom && Statements.Flows.IsSpending(Statements.Flows.Of(Subject(entry).Kind))), Statements.Flows.Effect));

    public ContingencyMoney Contingency()
    {
        var moved = Within.Concat(Late).ToList();
        var draws = moved.Where(entry => Subject(entry).Kind == EntryKind.Draw).ToList();
        var others = moved.Except(draws).Select(entry => entry.Adds(Account.Contingency)).ToList();
        return new(
            Share(Spread(Shares(All), Header.YearFrom, Header.YearTo), Header.Terms.ContingencyPermille),
            Sum(Before, entry => entry.Adds(Account.Contingency)),
            others.Where(amount => amount > Money.Zero).Aggregate(Money.Zero, (sum, amount) => sum + amount),
            -others.Where(amount => amount < Money.Zero).Aggregate(Money.Zero, (sum, amount) => sum + amount),
            [.. draws.Select(Draw)],
            Balance(Account.Contingency));
    }

    public static Money Sum(IEnumerable<StatementEntry> entries, Func<StatementEntry, Money> amount) =>
        entries.Aggregate(Money.Zero, (sum, entry) => sum + amount(entry));

    private bool IsLate(StatementEntry entry) =>
        RelatesTo(entry) < Header.Period.From && Header.PreviousSeq is { } previous && entry.Seq > previous;

    private ContingencyDraw Draw(StatementEntry entry)
    {
        var subject = Subject(entry);
        return new(entry.EffectiveOn, subject.Says(DetailKeys.Reason), subject.Says(DetailKeys.Record), Header.NameOf(entry.CheckedBy ?? ""), -entry.Adds(Account.Contingency), entry.Seq);
    }

    /// <summary>
    /// Surplus is what stays of the main balance and its commitments beyond what the days to come still have from their awards; the
    /// part above the cap can be asked back.
    /// </summary>
    private Holdings Holdings(ImmutableArray<StatementEntry> entries, LocalDate day)
    {
        var main = Sum(entries, entry => entry.Adds(Account.Main));
        var committed = Sum(entries, entry => entry.Adds(Account.Committed));
        var shares = Shares(entries);
        var toCome = Sum(shares, share => share.Amount - share.Until(day));
        var surplus = Header.Terms.SurplusCap is { Weeks: var weeks }
            ? Money.Min(Money.Max(main + committed - toCome - new Money(Spread(shares, day.PlusDays(-6), day).Pence * weeks), Money.Zero), Money.Max(main, Money.Zero))
            : Money.Zero;
        return new()
        {
            Available = main - surplus,
            SurplusAboveCap = surplus,
            Committed = committed,
            Banked = Sum(entries, entry => entry.Adds(Account.Bank)),
            Contingency = Sum(entries, entry => entry.Adds(Account.Contingency)),
            Owed = Sum(entries, entry => entry.Adds(Account.Owed)),
            Overspent = -Sum(entries, entry => entry.Adds(Account.Overspend)),
        };
    }

    private static List<AllocationShare> Shares(ImmutableArray<StatementEntry> entries)
    {
        var undone = entries.Where(entry => entry.Reverses is not null).Select(entry => entry.Reverses!.Value).ToHashSet();
        return [.. entries.Where(entry => IsAllocation(entry.Kind) && !undone.Contains(entry.Seq)).Select(AllocationShare.Of)];
    }

    private static bool IsAllocation(EntryKind kind) => Statements.Flows.Of(kind) is Flow.Awarded or Flow.Cut;

    private static Money Spread(List<AllocationShare> shares, LocalDate first, LocalDate last) => Sum(shares, share => share.Within(first, last));

    private static Money Sum(List<AllocationShare> shares, Func<AllocationShare, Money> amount) =>
        shares.Aggregate(Money.Zero, (sum, share) => sum + amount(share));

    private static Money Share(Money amount, int permille) => new((long)((Int128)amount.Pence * permille / 1000));
}
