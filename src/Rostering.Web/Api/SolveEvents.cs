using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Rostering.Core.Access;
using Rostering.Core.Rotas;
using Rostering.Web.Access;
using Rostering.Web.Pages.Rotas;

namespace Rostering.Web.Api;

/// <summary>Tells a page how a run of the solver gets on, from whichever machine it runs on, until it is over.</summary>
internal static class SolveEvents
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    public static void MapSolveEvents(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/rotas/{week}/solve/{run:long}/events", async Task<Results<ServerSentEventsResult<string>, NotFound>> (
            long run, HttpContext http, ReadSolves readSolves, IServiceScopeFactory scopes, CancellationToken gone) =>
        {
            var viewer = http.User.Actor();
            return await readSolves.OneAsync(viewer.ProviderId, run, gone) is null
                ? TypedResults.NotFound()
                : TypedResults.ServerSentEvents(TellAsync(scopes, viewer, run, gone));
        });

    // A scope for each look: a connection held for minutes would be one less for everybody else.
    private static async IAsyncEnumerable<SseItem<string>> TellAsync(IServiceScopeFactory scopes, Actor viewer, long run, [EnumeratorCancellation] CancellationToken gone)
    {
        using PeriodicTimer timer = new(BetweenLooks);
        SolveView? told = null;
        do
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<ReadSolves>().OneAsync(viewer.ProviderId, run, gone) is not { } story)
            {
                yield break;
            }

            SolveView view = SolveView.Of(story, viewer);
            if (view != told)
            {
                told = view;
                yield return new SseItem<string>(JsonSerializer.Serialize(view, Names), view.Over ? "over" : "step");
            }
        }
        while (!told.Over && await timer.WaitForNextTickAsync(gone));
    }
}
