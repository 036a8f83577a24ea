using Microsoft.AspNetCore.Authorization;

namespace Rostering.Web.Access;

/// <summary>The policy of every endpoint: the table of permissions, and nothing else.</summary>
internal sealed class PermissionPolicy : AuthorizationHandler<PermissionPolicy>, IAuthorizationRequirement
{
    /// <summary>Where an endpoint lies, as it is written in the code, which no spelling of an address can bend.</summary>
    public static string PathOf(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionPolicy requirement)
    {
        var request = (HttpContext)context.Resource!;
        var allowed = request.GetEndpoint() switch
        {
            // Nothing lies there: those who are signed in are told so, others are asked to sign in, and learn nothing.
            null => context.User.Identity is { IsAuthenticated: true },
            RouteEndpoint endpoint => Permissions.May(context.User, PathOf(endpoint), request.Request.Method),
            _ => false,
        };
        if (allowed)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
