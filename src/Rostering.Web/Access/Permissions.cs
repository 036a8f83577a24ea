using System.Collections.Immutable;
using System.Security.Claims;
using Rostering.Core.Access;
using static Rostering.Core.Access.Role;

namespace Rostering.Web.Access;

/// <summary>Who may read and who may change what lies at a path and below it. A longer path outranks a shorter one.</summary>
/// <param name="Read">Who may look (GET).</param>
/// <param name="Change">Who may do anything else there.</param>
internal sealed record Permission(string Path, ImmutableArray<Role> Read, ImmutableArray<Role> Change)
{
    /// <summary>Open to those who are not signed in.</summary>
    public bool Anyone { get; init; }

    /// <summary>A change there concerns every team, so that nobody makes it who is held to some.</summary>
    public bool EveryTeam { get; init; }
}

/// <summary>The one place that decides who may do what. What is not named here is denied to everybody.</summary>
internal static class Permissions
{
    private static readonly ImmutableArray<Role> Everyone = [.. Enum.GetValues<Role>()];
    private static readonly ImmutableArray<Role> Supported = [Person, Representative];
    private static readonly ImmutableArray<Role> Planning = [ServiceManager, TeamLeader, Finance, Auditor];

    public static ImmutableArray<Permission> Table { get; } =
    [
        // The way in. A calendar is behind a secret of its own, since calendar programs cannot sign in.
        Open("/error"),
        Open("/account/link"),
        Open("/account/sign-in"),
        Open("/calendar"),
        new("/account", Everyone, Everyone),
        new("/", Everyone, []),

        // Records.
        new("/house-terms", [ServiceManager, TeamLeader, Finance, Hr, Auditor], [ServiceManager]) { EveryTeam = true },
        new("/people", [ServiceManager, TeamLeader, Auditor], [ServiceManager]),
        new("/workers", [ServiceManager, TeamLeader, Hr, Auditor], [ServiceManager, Hr]),
        new("/teams", [ServiceManager, TeamLeader, Hr, Auditor], [ServiceManager]),
        new("/places", [ServiceManager, TeamLeader, Auditor], [ServiceManager]),
        new("/requests", [ServiceManager, TeamLeader, Auditor], [ServiceManager]),
        new("/import", [ServiceManager], [ServiceManager]) { EveryTeam = true },

        // The week, the day and the cover.
        new("/rotas", Planning, [ServiceManager, TeamLeader]),
        new("/rotas/{week}/solve", Planning, [ServiceManager, TeamLeader]) { EveryTeam = true },
        new("/rotas/{week}/consult", Planning, [ServiceManager, TeamLeader]) { EveryTeam = true },
        new("/rotas/{week}/publish", Planning, [ServiceManager, TeamLeader]) { EveryTeam = true },
        new("/live", [ServiceManager, TeamLeader], [ServiceManager, TeamLeader]),
        new("/cover", [ServiceManager, TeamLeader], [ServiceManager, TeamLeader]),
        new("/packages", [ServiceManager], [ServiceManager]),

        // Money.
        new("/funds", [ServiceManager, TeamLeader, Finance, Auditor], [Finance]),
        new("/funds/{id:int}/record", [Finance], [Finance]),
        new("/funds/{id:int}/terms", [ServiceManager, Finance, Auditor], [Finance]),
        new("/funds/new", [Finance], [Finance]),
        new("/funds/councils", [ServiceManager, Finance, Auditor], [Finance]),
        new("/funds/councils/record", [Finance], [Finance]),
        new("/funds/reserve", [Finance, Auditor], [Finance]),
        new("/funds/remittances", [Finance], [Finance]),
        new("/funds/waiting", [Finance, Auditor], [Finance]),

        // One's own.
        new("/my", [Worker, .. Supported], [Worker, .. Supported]),
        new("/my/leave", [Worker], [Worker]),
        new("/my/offers", [Worker], [Worker]),
        new("/my/availability", [Worker], [Worker]),
        new("/messages", Everyone, Everyone),
        new("/my-team", [ServiceManager, TeamLeader], [ServiceManager, TeamLeader]),

        // Who did what, and who may.
        new("/audit", [ServiceManager, Auditor], []),
        new("/admin", [Administrator], [Administrator]),
    ];

    /// <summary>What holds at a path; <c>null</c> where nothing is said, so that all is denied.</summary>
    public static Permission? At(string path) => Table.Where(permission => Covers(permission.Path, path)).MaxBy(permission => permission.Path.Length);

    /// <summary>Whether someone may look at a path.</summary>
    public static bool MayRead(this ClaimsPrincipal user, string path) => May(user, path, HttpMethods.Get);

    /// <summary>Whether someone may change what lies at a path.</summary>
    public static bool MayChange(this ClaimsPrincipal user, string path) => May(user, path, HttpMethods.Post);

    public static bool CameByInvitation(this ClaimsPrincipal user) => user.HasClaim(ClaimTypes.AuthenticationMethod, nameof(LinkPurpose.Invitation));

    public static bool May(ClaimsPrincipal user, string path, string method)
    {
        if (At(path) is not { } permission)
        {
            return false;
        }

        return permission.Anyone || (user.Identity is { IsAuthenticated: true } && !IsHeldToAccount(user, permission) && (IsLook(method) ? MayLook(user, permission) : MayChange(user, permission)));
    }

    private static bool IsLook(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static bool MayLook(ClaimsPrincipal user, Permission permission) => permission.Read.Any(role => user.IsInRole(role.ToString()));

    private static bool MayChange(ClaimsPrincipal user, Permission permission) =>
        permission.Change.Any(role => user.IsInRole(role.ToString())) && (!permission.EveryTeam || user.Actor().Teams.IsEmpty);

    // Whoever came by an invitation first has to set up how they will sign in.
    private static bool IsHeldToAccount(ClaimsPrincipal user, Permission permission) =>
        user.CameByInvitation() && permission.Path != "/account";

    private static bool Covers(string prefix, string path) =>
        path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && (path.Length == prefix.Length || path[prefix.Length] == '/');

    private static Permission Open(string path) => new(path, Everyone, Everyone) { Anyone = true };
}
