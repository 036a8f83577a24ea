using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Drafts;

/// <summary>Straight distances.</summary>
internal static class Geography
{
    /// <summary>As far as workers go to join a second team (assumed).</summary>
    public const int NearMetres = 9_000;

    public static int Metres(Place one, Place other)
    {
        long east = one.EastingMetres - other.EastingMetres;
        long north = one.NorthingMetres - other.NorthingMetres;
        return (int)Math.Sqrt((east * east) + (north * north));
    }
}
