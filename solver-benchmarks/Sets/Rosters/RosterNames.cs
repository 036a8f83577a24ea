using System.Collections.Immutable;

namespace Rostering.SolverBenchmarks.Sets.Rosters;

/// <summary>What an instance calls its people and its shifts.</summary>
internal sealed record RosterNames(ImmutableArray<string> People, ImmutableArray<string> Shifts)
{
    private const string Off = "-";

    /// <summary>A roster with a line a person: the person's id, and for each day the shift's, or a dash.</summary>
    /// <param name="roster">For each person and day the shift worked, or −1.</param>
    public string Text(int[][] roster) => string.Concat(roster.Zip(People, (row, person) => $"{string.Join(',', [person, .. row.Select(shift => shift < 0 ? Off : Shifts[shift])])}\n"));

    /// <summary>Reads such a text.</summary>
    /// <exception cref="FormatException">A line is not of the next person, or a shift is not known.</exception>
    public int[][] Read(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, at) => Row(line.Split(','), at))];

    private int[] Row(string[] line, int at) => at < People.Length && line[0] == People[at]
        ? [.. line.Skip(1).Select(Shift)]
        : throw new FormatException($"Line {at + 1} is of '{line[0]}'. Give a line for each person of the instance, in its order.");

    private int Shift(string id) => id == Off ? -1
        : Shifts.IndexOf(id) is >= 0 and var shift ? shift
        : throw new FormatException($"'{id}' is no shift. Give one of {string.Join(", ", Shifts)}, or {Off}.");
}
