using System.Collections.Immutable;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>Entries that are made together or not at all.</summary>
internal static class Entries
{
    public static Attempt<ImmutableArray<JournalEntry>> All(this IEnumerable<Attempt<JournalEntry>> attempts)
    {
        var made = ImmutableArray.CreateBuilder<JournalEntry>();
        foreach (var attempt in attempts)
        {
            if (attempt is Attempt<JournalEntry>.Refused refused)
                return refused.Refusal;
            made.Add(((Attempt<JournalEntry>.Made)attempt).Value);
        }

        return made.ToImmutable();
    }
}
