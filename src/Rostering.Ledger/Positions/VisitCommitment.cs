using Rostering.Ledger.EntryTemplates;

namespace Rostering.Ledger.Positions;

/// <summary>Money and time promised to a visit and not yet resolved.</summary>
/// <param name="Seq">The number of the entry that a resolution names: the commitment's own, or that of the reversal that made it stand again.</param>
/// <param name="Visit">The opaque id of the visit.</param>
/// <param name="Pence">The money.</param>
/// <param name="Time">The time.</param>
public sealed record VisitCommitment(int Seq, string Visit, Money Pence, Minutes Time)
{
    /// <summary>What an entry put on the committed account, or took from it.</summary>
    internal static VisitCommitment Of(JournalEntry entry, int seq) =>
        new(seq, entry.Detail.GetValueOrDefault(DetailKeys.Visit, ""), new(Size(entry, Unit.Gbp)), new(Size(entry, Unit.Min)));

    private static long Size(JournalEntry entry, Unit unit) =>
        Math.Abs(entry.Lines.Where(line => line.Account == Account.Committed && line.Unit == unit).Sum(line => line.Amount));
}
