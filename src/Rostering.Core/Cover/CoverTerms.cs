using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;

namespace Rostering.Core.Cover;

/// <summary>Whether a swap that breaks no rule needs a team leader's yes.</summary>
public enum SwapPolicy { Approved, Automatic }

/// <summary>How a provider seeks cover, from a day on.</summary>
public sealed class CoverTerms
{
    public long Id { get; private set; }

    /// <summary>Whose terms they are; of everybody's who has none, where it is not said.</summary>
    public long? ProviderId { get; init; }

    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>How long an offer stands before the next worker is asked.</summary>
    public required int OfferMinutes { get; init; }

    /// <summary>Asks put to one worker in seven days.</summary>
    public required int AsksWeekMax { get; init; }

    /// <summary>Asks put to one worker in four weeks.</summary>
    public required int AsksFourWeeksMax { get; init; }

    /// <summary>Minutes after its start from which a visit without a check-in is an alarm.</summary>
    public required int LateAfterMinutes { get; init; }

    /// <summary>Minutes before its start from which a worker can check in to a visit.</summary>
    public int EarlyBeforeMinutes { get; init; } = 30;

    public required SwapPolicy SwapPolicy { get; init; }
    public required string Source { get; init; }

    /// <summary>The terms in force for a provider on a day.</summary>
    public static Task<CoverTerms> InForceAsync(RosteringContext database, long provider, LocalDate day, CancellationToken cancellation) =>
        database.CoverTerms.AsNoTracking().Where(terms => (terms.ProviderId == null || terms.ProviderId == provider) && terms.EffectiveFrom <= day)
            .OrderByDescending(terms => terms.ProviderId != null).ThenByDescending(terms => terms.EffectiveFrom).FirstAsync(cancellation);
}
