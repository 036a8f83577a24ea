using System.Collections.Immutable;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;

namespace Rostering.Core.Finance.FundActs;

/// <summary>What a kind of fund act is called, what it asks for, and what the ledger makes of it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Meaning">What it does, in a sentence.</param>
/// <param name="Fields">What it asks for.</param>
public sealed record FundActSheet(FundActKind Kind, string Title, string Meaning, ImmutableArray<FundActField> Fields)
{
    /// <summary>Whether somebody else has to check it before it counts.</summary>
    public bool TwoPeople { get; init; }

    /// <summary>Whether it claims money that arrived.</summary>
    public bool BringsMoney => Fields.Any(part => part.Form == FundActForm.Remittance);

    /// <summary>Whether it is about one entry or tranche of the fund, and so begins there.</summary>
    public bool OfAnEntry => Fields.Any(part => part.Name == FundActFields.Entry);

    /// <summary>The entry that it becomes; <c>null</c> where it takes more than the fund's position to tell.</summary>
    internal Func<FundPosition, Occasion, FundActValues, Attempt<JournalEntry>>? Entry { get; init; }

    /// <summary>Every sheet, in the order of the kinds.</summary>
    public static ImmutableArray<FundActSheet> All { get; } = [.. FundActSheets.Award(), .. FundActSheets.Money(), .. FundLifeSheets.Saved(), .. FundActSheets.Balance(), .. FundLifeSheets.Undone()];

    public static FundActSheet Of(FundActKind kind) => All.First(sheet => sheet.Kind == kind);
}
