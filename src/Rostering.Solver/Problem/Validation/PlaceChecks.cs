namespace Rostering.Solver.Problem.Validation;

/// <summary>Teams and places.</summary>
internal static class PlaceChecks
{
    // The British national grid lies well within; a wider bound would overflow squared distances.
    private const int MetresMax = 2_000_000;

    public static void Check(ValidationContext context)
    {
        context.Teams.CheckOwn();
        context.Places.CheckOwn();
        foreach (var (index, place) in context.Problem.Places.Index())
        {
            string path = $"$.places[{index}]";
            context.Findings.Between($"{path}.eastingMetres", place.EastingMetres, -MetresMax, MetresMax, "metres on the national grid");
            context.Findings.Between($"{path}.northingMetres", place.NorthingMetres, -MetresMax, MetresMax, "metres on the national grid");
        }
    }
}
