using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Demonstration;

/// <summary>
/// An invented provider's week to live with: a problem that looks like a real one, with a rota that shows it possible and the few visits
/// that are not. Where its numbers come from, and which are assumed, is in docs/demonstration-providers.md.
/// </summary>
public sealed record DemonstrationWeek
{
    /// <summary>The week that is taken where none is asked for.</summary>
    public static LocalDate UsualWeekStart { get; } = new(2026, 11, 23);

    /// <summary>The week to solve.</summary>
    public required RotaProblem Problem { get; init; }

    /// <summary>A rota that breaks no hard rule and covers every visit but the <see cref="Uncoverable"/> ones. Not a good rota; a proof.</summary>
    public required WeeklyRota Planned { get; init; }

    /// <summary>Visits that no worker can make, each for a reason that holds on its own.</summary>
    public required ImmutableArray<UncoverableVisit> Uncoverable { get; init; }

    /// <summary>Draws a provider's week. The same provider, seed and week give the same result on every machine.</summary>
    /// <param name="provider">Which provider.</param>
    /// <param name="seed">Any number; another one gives other people, workers and visits of the same kind.</param>
    /// <param name="weekStart">A Monday.</param>
    /// <exception cref="ArgumentException"><paramref name="weekStart"/> is not a Monday.</exception>
    public static DemonstrationWeek Generate(DemonstrationProvider provider, int seed, LocalDate weekStart)
    {
        if (weekStart.DayOfWeek != IsoDayOfWeek.Monday)
            throw new ArgumentException($"weekStart {weekStart:uuuu-MM-dd} is a {weekStart.DayOfWeek}; give a Monday.", nameof(weekStart));

        return new WeekAssembly(provider, seed, weekStart).Assemble();
    }
}

/// <summary>A visit that no worker can make, and why in a sentence.</summary>
public sealed record UncoverableVisit(VisitId Visit, string Reason);
