using System.Collections.Immutable;
using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.Positions;

namespace Rostering.Core.Finance.Demonstration;

/// <summary>A fund's books while its year is drawn: what the templates make of each event becomes the next entry.</summary>
internal sealed class FundBooks(FundPosition opening)
{
    private readonly List<PostedEntry> posted = [];
    private readonly List<YearStep> steps = [];
    private readonly List<JournalEntry> page = [];
    private readonly List<Arrival> arrivals = [];
    private readonly List<Refusal> refusals = [];

    public FundPosition Position { get; private set; } = opening;

    /// <summary>Posts what a year that goes right posts.</summary>
    /// <exception cref="InvalidOperationException">It was refused: the year was drawn wrongly.</exception>
    public PostedEntry Post(Attempt<JournalEntry> attempt) => attempt switch
    {
        Attempt<JournalEntry>.Made made => Post(made.Value),
        Attempt<JournalEntry>.Refused refused => throw new InvalidOperationException(refused.Refusal.ToString()),
        _ => throw new ArgumentException("neither made nor refused", nameof(attempt)),
    };

    /// <summary>Posts entries that are made together.</summary>
    public void Post(Attempt<ImmutableArray<JournalEntry>> attempt)
    {
        if (attempt is Attempt<ImmutableArray<JournalEntry>>.Refused refused)
            throw new InvalidOperationException(refused.Refusal.ToString());
        foreach (var entry in ((Attempt<ImmutableArray<JournalEntry>>.Made)attempt).Value)
            Post(entry);
    }

    /// <summary>Posts what may be refused, and remembers the refusal.</summary>
    public bool TryPost(Attempt<JournalEntry> attempt)
    {
        if (attempt is Attempt<JournalEntry>.Refused refused)
        {
            refusals.Add(refused.Refusal);
            return false;
        }

        Post(attempt);
        return true;
    }

    /// <summary>Money reaches the provider's bank; gives the number by which entries refer to it until the database has given its own.</summary>
    public long Arrive(string payer, string reference, LocalDate on, Money amount)
    {
        arrivals.Add(new Arrival(arrivals.Count + 1, payer, reference, on, amount));
        return arrivals.Count;
    }

    public void Close(LocalDate through)
    {
        Turn();
        steps.Add(new YearStep.Close(through));
    }

    public FundYear Finish()
    {
        Turn();
        return new FundYear { Arrivals = [.. arrivals], Steps = [.. steps], Refusals = [.. refusals], Position = Position, LastKey = posted.Count == 0 ? null : posted[^1].Entry.Key };
    }

    private PostedEntry Post(JournalEntry entry)
    {
        var recorded = new PostedEntry(posted.Count + 1, Position.AsPosted(entry));
        Position = entry.Reverses is { } undone ? Position.Undo(posted[undone - 1], recorded.Seq) : Position.Apply(entry, recorded.Seq);
        posted.Add(recorded);
        page.Add(entry);
        return recorded;
    }

    private void Turn()
    {
        if (page.Count > 0)
            steps.Add(new YearStep.Post([.. page]));
        page.Clear();
    }
}
