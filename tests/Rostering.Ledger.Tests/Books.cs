using System.Collections.Immutable;
using NodaTime;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.Tests;

/// <summary>One fund's books as a test keeps them: what is posted moves the position on.</summary>
internal sealed class Books(int fund = 7, FundTerms? terms = null)
{
    public static LocalDate Monday { get; } = new(2026, 4, 6);

    public static DateInterval Year { get; } = new(Monday, Monday.PlusYears(1).PlusDays(-1));

    public FundPosition Position { get; private set; } = new(fund, terms ?? new());

    public List<PostedEntry> Entries { get; } = [];

    public static Occasion On(LocalDate day, string evidence) => new(day, evidence, "u1") { CheckedBy = "u2" };

    public static Occasion Now(string evidence) => On(Monday, evidence);

    public static VisitRecord Visit(string id, long pence, long minutes = 120) => new()
    {
        Visit = id,
        Start = Monday.At(new(9, 0)),
        Planned = new(minutes),
        Delivered = new(minutes),
        Cost = new(pence),
        Rate = "weekday",
        RatePerHour = new(pence * 60 / minutes),
    };

    public void Under(FundTerms next) => Position = Position with { Terms = next };

    public PostedEntry Post(Attempt<JournalEntry> attempt)
    {
        Assert.That(attempt, Is.InstanceOf<Attempt<JournalEntry>.Made>(), attempt.ToString());
        var entry = Position.AsPosted(((Attempt<JournalEntry>.Made)attempt).Value);
        var posted = new PostedEntry(Entries.Count + 1, entry);
        Position = entry.Reverses is { } undone ? Position.Undo(Entries[undone - 1], posted.Seq) : Position.Apply(entry, posted.Seq);
        Entries.Add(posted);
        return posted;
    }

    public IReadOnlyList<PostedEntry> Post(Attempt<ImmutableArray<JournalEntry>> attempt)
    {
        Assert.That(attempt, Is.InstanceOf<Attempt<ImmutableArray<JournalEntry>>.Made>(), attempt.ToString());
        return [.. ((Attempt<ImmutableArray<JournalEntry>>.Made)attempt).Value.Select(entry => Post(entry))];
    }

    public Books Awarded(long pence, long minutes = 0)
    {
        Post(Award.Entry(Position, Now("award-1"), Year, new(pence), time: new(minutes)));
        return this;
    }

    public static Refusal Refusal<T>(Attempt<T> attempt)
    {
        Assert.That(attempt, Is.InstanceOf<Attempt<T>.Refused>());
        return ((Attempt<T>.Refused)attempt).Refusal;
    }

    public long Pence(Account account) => Position.Pence(account).Pence;

    public long Time(Account account) => Position.Time(account).Count;
}
