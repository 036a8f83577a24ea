using System.Security.Claims;

namespace Rostering.Web.Access;

/// <summary>The places of the application in the order of the week's work; everybody sees those that they may look at.</summary>
public sealed class Navigation(IEnumerable<EndpointDataSource> endpoints)
{
    private static readonly IReadOnlyList<NavigationPlace> Places =
    [
        new("/my/week", "My week"),
        new("/my/offers", "Offers"),
        new("/live", "Today"),
        new("/rotas", "Weeks"),
        new("/requests", "Requests"),
        new("/my-team/requests", "Leave and hours"),
        new("/people", "People"),
        new("/workers", "Workers"),
        new("/teams", "Teams"),
        new("/places", "Places"),
        new("/house-terms", "House terms"),
        new("/funds", "Funds"),
        new("/packages/try", "New package"),
        new("/admin", "Accounts"),
        new("/audit", "Audit"),
        new("/messages", "Messages"),
    ];

    private readonly Lazy<IReadOnlyList<NavigationPlace>> served = new(() =>
    {
        var paths = endpoints.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(PermissionPolicy.PathOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Places.Where(place => paths.Contains(place.Path))];
    });

    public IEnumerable<NavigationPlace> Of(ClaimsPrincipal user) => served.Value.Where(place => user.MayRead(place.Path));
}

/// <summary>A page that the navigation leads to.</summary>
public sealed record NavigationPlace(string Path, string Name)
{
    /// <summary>Whether a path lies at this place or below it.</summary>
    public bool Holds(PathString path) => path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);
}
