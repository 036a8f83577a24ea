using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>An entry is undone by one that repeats it with the signs changed. What it got right is posted afresh afterwards, under the visit's next version.</summary>
public static class Reversal
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, PostedEntry undone, string reason)
    {
        if (undone.Entry.Fund != fund.Fund)
            return fund.Refuse(RefusalReason.Reversal, $"entry {undone.Seq} belongs to fund {undone.Entry.Fund}.", "Reverse an entry of this fund.");
        if (undone.Entry.Kind is EntryKind.Reversal or EntryKind.Commit or EntryKind.Gift or EntryKind.Give)
            return fund.Refuse(RefusalReason.Reversal, $"an entry of the kind {undone.Entry.Kind} is not reversed.", "Release a commitment; post afresh what a reversal undid.");

        var draft = Draft.Of(fund, EntryKind.Reversal, occasion, $"reverse/{undone.Seq}").Say(DetailKeys.Reason, reason);
        var reversal = draft.Unchecked with { Reverses = undone.Seq };
        var mirrored = reversal with { Lines = [.. undone.Entry.Lines.Select(line => line with { Amount = -line.Amount })] };
        return Floors.Check(fund, mirrored) is { } refusal ? refusal : (draft with { Unchecked = reversal }).Entry();
    }
}
