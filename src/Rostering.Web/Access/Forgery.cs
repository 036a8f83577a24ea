using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rostering.Web.Access;

/// <summary>Refuses changes that another site makes a browser send: all but pages, which check for themselves, need the token of our own pages.</summary>
internal static class Forgery
{
    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var guarded = context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null;
        if (guarded && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(context);
    }

    /// <summary>The token that scripts send along; forms have it as a field of their own.</summary>
    public static string? RequestToken(this HttpContext context) =>
        context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken;
}
