using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;

namespace Rostering.Core.Cover;

/// <summary>How often a worker was asked, and whether that is as often as it may be.</summary>
/// <param name="InWeek">Asks of the last seven days.</param>
/// <param name="InFourWeeks">Asks of the last four weeks.</param>
public sealed record AskCount(int InWeek, int InFourWeeks)
{
    public static readonly AskCount None = new(0, 0);

    /// <summary>Why the worker is asked no more for now; <c>null</c> where they may be.</summary>
    public string? Spared(CoverTerms terms) =>
        InWeek >= terms.AsksWeekMax ? $"Asked {InWeek} times in seven days; {terms.AsksWeekMax} is the most."
        : InFourWeeks >= terms.AsksFourWeeksMax ? $"Asked {InFourWeeks} times in four weeks; {terms.AsksFourWeeksMax} is the most."
        : null;
}

/// <summary>Counts the asks of the last weeks by worker.</summary>
internal static class AskCounts
{
    private static readonly Duration Week = Duration.FromDays(7);
    private static readonly Duration FourWeeks = Duration.FromDays(28);

    public static async Task<ImmutableDictionary<string, AskCount>> OfAsync(RosteringContext database, long provider, Instant now, CancellationToken cancellation)
    {
        var asks = await database.AskRecords.Where(ask => ask.ProviderId == provider && ask.Event == AskEvent.Asked && ask.At > now - FourWeeks)
            .Select(ask => new { ask.Worker, ask.At }).ToListAsync(cancellation);
        return asks.GroupBy(ask => ask.Worker, StringComparer.Ordinal)
            .ToImmutableDictionary(asked => asked.Key, asked => new AskCount(asked.Count(ask => ask.At > now - Week), asked.Count()), StringComparer.Ordinal);
    }
}
