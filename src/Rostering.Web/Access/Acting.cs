using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using NodaTime;
using Rostering.Core.Access;

namespace Rostering.Web.Access;

/// <summary>Reads from a request who makes it.</summary>
internal static class Acting
{
    public const string ProviderClaim = "provider";
    public const string TeamClaim = "team";
    public const string WorkerClaim = "worker";
    public const string PersonClaim = "person";

    /// <summary>Who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is: the page was left open to anyone.</exception>
    public static Actor Actor(this ClaimsPrincipal user) => new()
    {
        UserId = Number(user, ClaimTypes.NameIdentifier),
        Name = user.FindFirstValue(ClaimTypes.Name)!,
        ProviderId = Number(user, ProviderClaim),
        Roles = [.. user.FindAll(ClaimTypes.Role).Select(claim => Enum.Parse<Role>(claim.Value))],
        Teams = Values(user, TeamClaim),
        WorkerId = user.FindFirstValue(WorkerClaim),
        PersonIds = Values(user, PersonClaim),
    };

    /// <summary>A change that the one who is signed in makes now.</summary>
    public static Act Act(this HttpContext context, string why) =>
        new(context.User.Actor(), context.RequestServices.GetRequiredService<IClock>().GetCurrentInstant(), why);

    private static long Number(ClaimsPrincipal user, string type) =>
        long.Parse(user.FindFirstValue(type) ?? throw new InvalidOperationException("Nobody is signed in."), CultureInfo.InvariantCulture);

    private static ImmutableArray<string> Values(ClaimsPrincipal user, string type) => [.. user.FindAll(type).Select(claim => claim.Value)];
}
