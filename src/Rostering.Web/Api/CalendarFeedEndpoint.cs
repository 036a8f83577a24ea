using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Rostering.Core.Calendars;

namespace Rostering.Web.Api;

/// <summary>Visits for calendar programs, which cannot sign in: whoever knows the secret reads them.</summary>
internal static class CalendarFeedEndpoint
{
    public static void MapCalendarFeed(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/calendar/{secret}.ics", ReadAsync);

    private static async Task<IResult> ReadAsync(string secret, [FromServices] ReadCalendar readCalendar, [FromServices] IClock clock, HttpContext context, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "private, max-age=900";
        return await readCalendar.HandleAsync(secret, clock.GetCurrentInstant(), cancellation) is { } text
            ? Results.Text(text, "text/calendar; charset=utf-8")
            : Results.NotFound();
    }
}
