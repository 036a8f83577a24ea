namespace Rostering.Solver.Rota;

/// <summary>
/// The worth of a rota, smaller is better, compared level by level: hard rules broken, then support left uncovered, then soft objectives.
/// </summary>
/// <param name="Hard">Sum of the amounts by which hard rules are broken; 0 for a lawful rota.</param>
/// <param name="Uncovered">Minutes left uncovered, weighted by need.</param>
/// <param name="Soft">Points of the soft objectives; 1,000 points are one penny.</param>
public readonly record struct RotaScore(long Hard, long Uncovered, long Soft) : IComparable<RotaScore>
{
    public static readonly RotaScore Zero;

    public int CompareTo(RotaScore other) =>
        Hard != other.Hard ? Hard.CompareTo(other.Hard) : Uncovered != other.Uncovered ? Uncovered.CompareTo(other.Uncovered) : Soft.CompareTo(other.Soft);

    public static RotaScore operator +(RotaScore a, RotaScore b) => new(a.Hard + b.Hard, a.Uncovered + b.Uncovered, a.Soft + b.Soft);

    public static RotaScore operator -(RotaScore a, RotaScore b) => new(a.Hard - b.Hard, a.Uncovered - b.Uncovered, a.Soft - b.Soft);

    public static bool operator <(RotaScore a, RotaScore b) => a.CompareTo(b) < 0;

    public static bool operator >(RotaScore a, RotaScore b) => a.CompareTo(b) > 0;

    public static bool operator <=(RotaScore a, RotaScore b) => a.CompareTo(b) <= 0;

    public static bool operator >=(RotaScore a, RotaScore b) => a.CompareTo(b) >= 0;

    public override string ToString() => $"{Hard} hard / {Uncovered} uncovered / {Soft} soft";
}
