using System.Collections.Immutable;

namespace Rostering.Solver.Problem.Prepared;

/// <summary>Minutes of the week from <paramref name="Start"/> to just before <paramref name="End"/>.</summary>
public readonly record struct MinuteSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(int start, int end) => Start <= start && end <= End;

    /// <summary>Minutes that spans which do not overlap share with another.</summary>
    public static int Overlap(ImmutableArray<MinuteSpan> spans, int start, int end)
    {
        int minutes = 0;
        foreach (MinuteSpan span in spans)
        {
            minutes += span.Overlap(start, end);
        }

        return minutes;
    }

    /// <summary>Minutes the span shares with another.</summary>
    public int Overlap(int start, int end) => Math.Max(0, Math.Min(End, end) - Math.Max(Start, start));
}
