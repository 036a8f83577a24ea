using Rostering.Solver.Demonstration.Tables;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Drafts;

/// <summary>Puts homes and other places on the map.</summary>
internal sealed class PlaceBook(IReadOnlyList<Locality> localities, Dice dice)
{
    private readonly List<Place> places = [];

    public IReadOnlyList<Place> Places => places;

    /// <summary>A home within so many metres of the middle of a locality.</summary>
    public Place Home(Locality locality, int metresMax) => Add(Address(), locality.EastingMetres, locality.NorthingMetres, 200, metresMax);

    /// <summary>A home between two distances from another place.</summary>
    public Place HomeNear(Place place, int metresMin, int metresMax) => Near(place, Address(), metresMin, metresMax);

    /// <summary>A place of a name between two distances from another place.</summary>
    public Place Near(Place place, string name, int metresMin, int metresMax) =>
        Add(name, place.EastingMetres, place.NorthingMetres, metresMin, metresMax);

    /// <summary>A place people go to, in the middle of a locality.</summary>
    public Place Public(Locality locality, string name) => Add(name, locality.EastingMetres, locality.NorthingMetres, 50, 700);

    private string Address() => $"{dice.Between(1, 180)} {dice.Pick(Localities.Streets)}";

    private Place Add(string name, int easting, int northing, int metresMin, int metresMax)
    {
        var (east, north) = Offset(metresMin, metresMax);
        var place = new Place
        {
            Id = new PlaceId($"L{places.Count + 1:0000}"),
            Name = name,
            Locality = localities.MinBy(locality => Square(locality.EastingMetres - easting - east, locality.NorthingMetres - northing - north))!.Name,
            EastingMetres = easting + east,
            NorthingMetres = northing + north,
        };
        places.Add(place);
        return place;
    }

    /// <summary>Somewhere in a ring. Whole numbers throughout, so that every machine draws the same map.</summary>
    private (int East, int North) Offset(int metresMin, int metresMax)
    {
        while (true)
        {
            var (east, north) = (dice.Between(-metresMax, metresMax), dice.Between(-metresMax, metresMax));
            if (Square(east, north) is var square && square >= Square(metresMin, 0) && square <= Square(metresMax, 0))
                return (east, north);
        }
    }

    private static long Square(long east, long north) => (east * east) + (north * north);
}
