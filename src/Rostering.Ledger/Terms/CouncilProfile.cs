using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Ledger.Terms;

/// <summary>A council's terms from a day on, with where they were read and who reviewed them.</summary>
public sealed record CouncilProfile(LocalDate EffectiveFrom, FundTerms Terms, string Source, string ReviewedBy)
{
    /// <summary>What stands for the reviewer of terms that nobody has compared with their source.</summary>
    public const string Unverified = "unverified";

    public bool IsVerified => ReviewedBy != Unverified;
}

/// <summary>What one fund has otherwise than its council's profile says, from a day on, and why; the content is a part of a terms document.</summary>
public sealed record FundOverride(LocalDate EffectiveFrom, string Content, string Reason);

/// <summary>Terms in full, from a day on, with where they come from.</summary>
public sealed record DatedTerms(LocalDate EffectiveFrom, FundTerms Terms, string Reason);

/// <summary>Works out what holds for a fund on each day.</summary>
public static class TermsResolution
{
    /// <summary>
    /// The council's profile of the day with all exceptions in effect laid over it, the oldest first; <c>null</c> with the faults
    /// where the council has no terms yet or an exception does not fit.
    /// </summary>
    public static (DatedTerms? Terms, ImmutableArray<string> Faults) On(
        LocalDate day, IReadOnlyCollection<CouncilProfile> profiles, IReadOnlyCollection<FundOverride> exceptions)
    {
        if (profiles.Where(profile => profile.EffectiveFrom <= day).MaxBy(profile => profile.EffectiveFrom) is not { } profile)
            return (null, [$"effectiveFrom: the council has no terms on {day:R}; record a profile that takes effect by then."]);

        var terms = profile.Terms;
        var reasons = new List<string> { profile.IsVerified ? profile.Source : $"{profile.Source} ({CouncilProfile.Unverified})" };
        var from = profile.EffectiveFrom;
        foreach (var exception in exceptions.Where(exception => exception.EffectiveFrom <= day).OrderBy(exception => exception.EffectiveFrom))
        {
            var (merged, faults) = TermsJson.Merge(terms, exception.Content);
            if (merged is null)
                return (null, faults);
            terms = merged;
            reasons.Add(exception.Reason);
            from = LocalDate.Max(from, exception.EffectiveFrom);
        }

        return (new(from, terms, string.Join("; ", reasons)), []);
    }
}
