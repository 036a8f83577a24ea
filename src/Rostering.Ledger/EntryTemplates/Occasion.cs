using NodaTime;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>When something took effect, what proves it, and who posts it.</summary>
/// <param name="On">The day on which it takes effect.</param>
/// <param name="Evidence">The opaque id of what proves it.</param>
/// <param name="MadeBy">The opaque id of who posts it.</param>
public sealed record Occasion(LocalDate On, string Evidence, string MadeBy)
{
    /// <summary>The opaque id of a second person, where the kind of entry asks for one.</summary>
    public string? CheckedBy { get; init; }

    /// <summary>The day in a closed period that a late fact belongs to.</summary>
    public LocalDate? RelatesTo { get; init; }
}
