namespace Rostering.Ledger.Positions;

/// <summary>An entry with the number it got, and its lines as they were recorded.</summary>
public sealed record PostedEntry(int Seq, JournalEntry Entry);
