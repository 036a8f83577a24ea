using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Core.Records;

namespace Rostering.Core.Cover;

/// <summary>Whether a swap that breaks no rule needs a team leader's yes.</summary>
public enum SwapPolicy { Approved, Automatic }

/// <summary>How a provider seeks cover, from a day on.</summary>
public sealed record CoverTerms
{
    /// <summary>No offer stands longer than a day.</summary>
    public const int OfferMinutesMax = 24 * 60;

    /// <summary>More asks than that are no limit any more.</summary>
    public const int AsksMax = 1_000;

    /// <summary>Four hours before and after its start a visit is no matter of being late.</summary>
    public const int CheckInMinutesMax = 240;

    public required LocalDate From { get; init; }

    /// <summary>How long an offer stands before the next worker is asked.</summary>
    public required int OfferMinutes { get; init; }

    /// <summary>Asks put to one worker in seven days.</summary>
    public required int AsksWeekMax { get; init; }

    /// <summary>Asks put to one worker in four weeks.</summary>
    public required int AsksFourWeeksMax { get; init; }

    /// <summary>Minutes after its start from which a visit without a check-in is an alarm.</summary>
    public required int LateAfterMinutes { get; init; }

    /// <summary>Minutes before its start from which a worker can check in to a visit.</summary>
    public required int EarlyBeforeMinutes { get; init; }

    public required SwapPolicy SwapPolicy { get; init; }
    public required string Source { get; init; }

    /// <summary>The terms of a provider that has recorded none for the day.</summary>
    public static CoverTerms Usual { get; } = new()
    {
        From = new LocalDate(2020, 1, 1),
        OfferMinutes = 10,
        AsksWeekMax = 3,
        AsksFourWeeksMax = 6,
        LateAfterMinutes = 15,
        EarlyBeforeMinutes = 30,
        SwapPolicy = SwapPolicy.Approved,
        Source = "Assumed: forced availability is the grievance of [001:2490-2497]; no source gives a number",
    };

    /// <summary>Those of some terms that are in force on a day.</summary>
    public static CoverTerms InForce(ImmutableArray<CoverTerms> recorded, LocalDate day) =>
        recorded.Where(terms => terms.From <= day).MaxBy(terms => terms.From) ?? Usual;

    /// <summary>The terms in force for a provider on a day.</summary>
    public static async Task<CoverTerms> InForceAsync(RosteringContext database, long provider, LocalDate day, CancellationToken cancellation) =>
        InForce(await new ReadRecords(database).OfKindAsync<CoverTerms>(provider, RecordKind.CoverTerms, cancellation), day);
}
