using System.Collections.Immutable;
using System.Globalization;

namespace Rostering.SolverBenchmarks.Sets.Vrptw;

/// <summary>Vehicle routing with time windows (Solomon 1987). Stop 0 is the depot. Distances are Euclidean and not rounded; they are travel times too.</summary>
public sealed record VrptwInstance(string Name, int Vehicles, double Capacity, ImmutableArray<VrptwStop> Stops)
{
    public double Distance(int from, int to) => Math.Sqrt(Square(Stops[from].X - Stops[to].X) + Square(Stops[from].Y - Stops[to].Y));

    /// <summary>Reads Solomon's text: name, vehicles and capacity, then a line of seven numbers a stop.</summary>
    public static VrptwInstance Parse(string name, string text)
    {
        double[][] rows =
        [
            .. text.Split('\n')
                .Select(line => line.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))
                .Where(words => words.Length > 1 && words.All(word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
                .Select(words => words.Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray()),
        ];
        double[] fleet = rows.FirstOrDefault(row => row.Length == 2) ?? throw new FormatException($"{name} has no line of vehicles and capacity.");
        return new VrptwInstance(name, (int)fleet[0], fleet[1], [.. rows.Where(row => row.Length == 7).Select(row => new VrptwStop(row[1], row[2], row[3], row[4], row[5], row[6]))]);
    }

    private static double Square(double x) => x * x;
}

public readonly record struct VrptwStop(double X, double Y, double Demand, double Ready, double Due, double Service);
