using System.Collections.Immutable;

namespace Rostering.Solver.Problem.Prepared;

/// <summary>A visit as integers.</summary>
public sealed record PreparedVisit
{
    public required int Index { get; init; }
    public required Visit Source { get; init; }
    public required int Team { get; init; }
    public required int Place { get; init; }
    public required int Minutes { get; init; }

    /// <summary>Workers needed at once.</summary>
    public required int Seats { get; init; }

    /// <summary>First start of the window.</summary>
    public required int EarliestStart { get; init; }

    /// <summary>Last start of the window.</summary>
    public required int LatestStart { get; init; }

    /// <summary>Minutes from one start of the grid to the next; the grid begins at <see cref="EarliestStart"/>.</summary>
    public required int StartStep { get; init; }

    /// <summary>Starts to choose from, in order.</summary>
    public required ImmutableArray<int> Starts { get; init; }

    /// <summary>The start asked for, or -1.</summary>
    public required int Wanted { get; init; }

    /// <summary>People supported, by index.</summary>
    public required ImmutableArray<int> People { get; init; }

    /// <summary>Funds that pay, with their thousandths.</summary>
    public required ImmutableArray<(int Fund, int Permille)> Funds { get; init; }

    /// <summary>For each of <see cref="Starts"/>, minutes weighted by pay premium, in thousandths of a minute.</summary>
    public required ImmutableArray<long> PaidWeight { get; init; }

    /// <summary>For each of <see cref="Starts"/>, minutes in unsocial bands.</summary>
    public required ImmutableArray<int> UnsocialMinutes { get; init; }

    /// <summary>Competencies every worker of the visit must hold, by index.</summary>
    public required ImmutableArray<int> Competencies { get; init; }

    /// <summary>Least minutes the visit must last to be worth making: set for support to people, 0 for training and meetings.</summary>
    public required int MinutesMin { get; init; }

    /// <summary>Outing the visit belongs to, or -1.</summary>
    public required int Outing { get; init; }

    /// <summary>Workers pinned to the visit.</summary>
    public required ImmutableArray<int> PinnedWorkers { get; init; }

    /// <summary>Start pinned, or -1.</summary>
    public required int PinnedStart { get; init; }

    /// <summary>Start and workers as published, if published.</summary>
    public required PreparedPublication? Published { get; init; }

    /// <summary>A sleepover or waking night: may displace daily rest, which is then owed.</summary>
    public bool Night => Source.Kind is VisitKind.Sleepover or VisitKind.WakingNight;

    /// <summary>A rest break can be taken in it: asleep, or where the visit allows one.</summary>
    public bool HoldsBreak => Source.Kind == VisitKind.Sleepover || Source.BreakInside;

    /// <summary>Support a person with critical or substantial need depends on.</summary>
    public bool Essential => Source.Need is Need.Critical or Need.Substantial;

    /// <summary>True for a start inside the window that is on the grid, or that somebody named: asked for, pinned or published.</summary>
    public bool AllowsStart(int start) =>
        EarliestStart <= start && start <= LatestStart
        && ((start - EarliestStart) % StartStep == 0 || start == Wanted || start == PinnedStart || start == Published?.Start);

    /// <summary>Index of a start in <see cref="Starts"/>; -1 where the start is not allowed.</summary>
    public int StartIndex(int start)
    {
        for (int i = 0; i < Starts.Length; i++)
        {
            if (Starts[i] == start)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>A visit as people already hold it.</summary>
/// <param name="Frozen">Inside the freeze window and no change agreed.</param>
public sealed record PreparedPublication(int Start, ImmutableArray<int> Workers, bool Frozen);
