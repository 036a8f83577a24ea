using System.Text.Json;
using Microsoft.Playwright;

namespace Rostering.EndToEndTests;

/// <summary>The service worker of notices, reached as a browser's own tools for developers reach it.</summary>
internal static class NoticeWorker
{
    private const string Scope = "/messages";
    private const string Script = "/notices-worker.js";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Hands it a text as the browser does with what its push service brings.</summary>
    public static async Task DeliverAsync(IPage page, string text)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        TaskCompletionSource<string> found = new(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, told) =>
        {
            foreach (var registration in told!.Value.GetProperty("registrations").EnumerateArray())
            {
                if (registration.GetProperty("scopeURL").GetString()!.EndsWith(Scope, StringComparison.Ordinal))
                    found.TrySetResult(registration.GetProperty("registrationId").GetString()!);
            }
        };
        await session.SendAsync("ServiceWorker.enable");
        await session.SendAsync("ServiceWorker.deliverPushMessage", new()
        {
            ["origin"] = new Uri(page.Url).GetLeftPart(UriPartial.Authority),
            ["registrationId"] = await found.Task.WaitAsync(Patience),
            ["data"] = text,
        });
    }

    /// <summary>The notice that is shown, as soon as one is.</summary>
    public static async Task<JsonElement> ShownAsync(IPage page) => (await page.EvaluateAsync(
        """
        async () => {
          const registration = await navigator.serviceWorker.ready;
          for (;;) {
            const [shown] = await registration.getNotifications();
            if (shown) return { title: shown.title, tag: shown.tag };
            await new Promise(done => setTimeout(done, 50));
          }
        }
        """))!.Value;

    /// <summary>Presses the notice, which no browser lets a program do: the worker is told that it was pressed. Gives the page that it would open.</summary>
    public static Task<string> PressAsync(IPage page) => EvaluateAsync(page,
        """
        new Promise(async opened => {
          const [notification] = await registration.getNotifications();
          clients.openWindow = opened;
          dispatchEvent(new NotificationEvent("notificationclick", { notification }));
        })
        """);

    private static async Task<string> EvaluateAsync(IPage page, string expression)
    {
        var session = await page.Context.Browser!.NewBrowserCDPSessionAsync();
        TaskCompletionSource<JsonElement> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Event("Target.receivedMessageFromTarget").OnEvent += (_, told) =>
        {
            // What the worker tells of its own accord comes the same way, without a number.
            var message = JsonSerializer.Deserialize<JsonElement>(told!.Value.GetProperty("message").GetString()!);
            if (message.TryGetProperty("id", out var _))
                answer.TrySetResult(message);
        };
        var attached = await session.SendAsync("Target.attachToTarget", new() { ["targetId"] = await FindAsync(page, session), ["flatten"] = false });
        await session.SendAsync("Target.sendMessageToTarget", new()
        {
            ["sessionId"] = attached!.Value.GetProperty("sessionId").GetString()!,
            ["message"] = JsonSerializer.Serialize(new { id = 1, method = "Runtime.evaluate", @params = new { expression, awaitPromise = true, returnByValue = true } }),
        });
        return (await answer.Task.WaitAsync(Patience)).GetProperty("result").GetProperty("result").GetProperty("value").GetString()!;
    }

    // Of the workers of all windows, this window's.
    private static async Task<string> FindAsync(IPage page, ICDPSession session)
    {
        var own = await (await page.Context.NewCDPSessionAsync(page)).SendAsync("Target.getTargetInfo");
        var window = own!.Value.GetProperty("targetInfo").GetProperty("browserContextId").GetString();
        var targets = (await session.SendAsync("Target.getTargets"))!.Value.GetProperty("targetInfos").EnumerateArray();
        return targets.Single(target => target.GetProperty("url").GetString()!.EndsWith(Script, StringComparison.Ordinal)
            && target.GetProperty("browserContextId").GetString() == window).GetProperty("targetId").GetString()!;
    }
}
