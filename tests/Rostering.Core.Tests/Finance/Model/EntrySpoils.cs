using Rostering.Ledger;

namespace Rostering.Core.Tests.Finance.Model;

/// <summary>Does to an entry what a hurried, a careless or a dishonest hand might do to it. Some of it is harmless.</summary>
internal sealed class EntrySpoils(Random random)
{
    private static readonly Account[] Accounts = Enum.GetValues<Account>();

    public JournalEntry Spoil(JournalEntry entry) => random.Next(14) switch
    {
        0 => WithLine(entry, line => line with { Amount = line.Amount + 1 }),
        1 => entry with { Lines = [.. entry.Lines.Select(line => line with { Amount = -line.Amount })] },
        2 => entry with { Lines = [.. entry.Lines.Skip(1)] },
        3 => entry with { Detail = entry.Detail.Remove(Some(KindRules.Of(entry.Kind).Detail.Add("none"))) },
        4 => entry with { Detail = entry.Detail.SetItem("reason", random.Next(3) == 0 ? "" : "a quiet week") },
        5 => entry with { CheckedBy = random.Next(2) == 0 ? null : entry.MadeBy },
        6 => WithLine(entry, line => line with { Account = Some(Accounts) }),
        7 => WithLine(entry, line => line with { Unit = line.Unit == Unit.Gbp ? Unit.Min : Unit.Gbp }),
        8 => Exorbitant(entry),
        9 => entry with { Lines = [.. entry.Lines, .. entry.Lines.Take(1)] },
        10 => entry with { Resolves = random.Next(3) == 0 ? null : random.Next(1, 60) },
        11 => entry with { Tranche = random.Next(3) == 0 ? null : random.Next(1, 60) },
        12 => entry with { Remittance = random.Next(3) == 0 ? 1_000_000 : null, Twin = random.Next(3) == 0 ? new EntryId(entry.Fund, 1) : entry.Twin },
        _ => entry with { Evidence = Some(["", "a|b", "two\nlines", new string('x', 121)]) },
    };

    /// <summary>A commitment over more than there is in the world; a fact so large would be recorded, and nothing after it.</summary>
    private JournalEntry Exorbitant(JournalEntry entry)
    {
        if (!KindRules.Of(entry.Kind).IsCommitment)
            return WithLine(entry, line => line with { Amount = 0 });
        var huge = random.Next(2) == 0 ? long.MaxValue : 1_000_000_000_000;
        return entry with { Lines = [.. entry.Lines.Select(line => line with { Amount = Math.Sign(line.Amount) * huge })] };
    }

    private JournalEntry WithLine(JournalEntry entry, Func<Line, Line> change)
    {
        if (entry.Lines.IsEmpty)
            return entry;
        var at = random.Next(entry.Lines.Length);
        return entry with { Lines = entry.Lines.SetItem(at, change(entry.Lines[at])) };
    }

    private T Some<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
