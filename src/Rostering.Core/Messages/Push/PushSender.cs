using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Core.Messages.Push;

/// <summary>Hands notices to the push services of the browsers that they are for (RFC 8030).</summary>
internal sealed class PushSender(RosteringContext database, PushOptions options, PushPost post, ReadPushKey readKey, IClock clock) : IMessageSender
{
    /// <summary>How long a push service keeps a notice for a device that is off, where the message itself does not end earlier.</summary>
    private static readonly Duration Kept = Duration.FromDays(7);

    // A service that did not take one notice of this run will hardly take the next; others may.
    private readonly HashSet<string> silent = new(StringComparer.Ordinal);

    public Channel Channel => Channel.Push;

    public async Task<Handover> SendAsync(Message message, CancellationToken cancellation)
    {
        if (await FindAsync(message, cancellation) is not { } device)
            return new Handover.Refused("The device was removed, or its account was closed.");
        Uri endpoint = new(device.Endpoint);
        if (!silent.Add(endpoint.Authority))
            return new Handover.Postponed($"The push service {endpoint.Host} took no notice a moment ago.") { AtOnce = false };

        var handover = await HandOverAsync(message, device, endpoint, cancellation);
        if (handover is not Handover.Postponed)
            silent.Remove(endpoint.Authority);
        return handover;
    }

    private async Task<Handover> HandOverAsync(Message message, NoticeDevice device, Uri endpoint, CancellationToken cancellation)
    {
        HttpStatusCode status;
        try
        {
            using var request = await ComposeAsync(message, device, endpoint, cancellation);
            status = await post.SendAsync(request, cancellation);
        }
        catch (HttpRequestException e) when (e.InnerException is ClosedAddressException closed)
        {
            return new Handover.Refused(closed.Message);
        }

        var answer = $"The push service {endpoint.Host} answered {(int)status}";
        switch (status)
        {
            case >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices:
                return new Handover.Taken();
            case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                Forget(message, device);
                return new Handover.Refused($"{answer}: the device '{device.Name}' takes no more notices, and was removed.");
            case HttpStatusCode.RequestEntityTooLarge:
                return new Handover.Refused($"{answer}: the notice is too long for it.");
            case >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests:
                return new Handover.Postponed($"{answer}.") { AtOnce = false };
            default:
                return new Handover.Refused($"{answer}.");
        }
    }

    private async Task<HttpRequestMessage> ComposeAsync(Message message, NoticeDevice device, Uri endpoint, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        using var key = await readKey.OpenAsync(cancellation);
        HttpRequestMessage request = new(HttpMethod.Post, endpoint)
        {
            Content = new ByteArrayContent(PushEncryption.Encrypt(Wording.Notice(message), device.PublicKey, device.AuthSecret))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream"), ContentEncoding = { "aes128gcm" } },
            },
        };
        request.Headers.Authorization = Vapid.Credentials(key, endpoint, options.Contact, now);
        request.Headers.Add("TTL", FormattableString.Invariant($"{Worth(message, now).TotalSeconds:0}"));
        request.Headers.Add("Urgency", message.GoodUntil is null ? "normal" : "high");
        request.Headers.Add("Topic", Wording.Key(message)); // Of two copies of one message that wait for a device, it gets one.
        return request;
    }

    private static Duration Worth(Message message, Instant now) =>
        message.GoodUntil is { } until ? Duration.Max(Duration.Zero, Duration.Min(until - now, Kept)) : Kept;

    private Task<NoticeDevice?> FindAsync(Message message, CancellationToken cancellation)
    {
        var id = long.Parse(message.Address!.AsSpan(message.Address!.IndexOf('/', StringComparison.Ordinal) + 1));
        return (
            from device in database.NoticeDevices
            join account in database.UserAccounts.ThatRead(message) on device.AccountId equals account.Id
            where device.Id == id
            select device).SingleOrDefaultAsync(cancellation);
    }

    // Saved with the message's own refusal, so that both are true or neither.
    private void Forget(Message message, NoticeDevice device)
    {
        Act act = new(Actor.Nobody(message.ProviderId, "Rostering"), clock.GetCurrentInstant(), "its push service no longer knows the device");
        database.NoticeDevices.Remove(device);
        database.AuditEntries.Add(AuditEntry.Of(act, "messages.remove-device", $"device/{device.Name}"));
        QueueMessage.Add(database, message.ProviderId, new QueueMessage.Letter(Reader.User(device.AccountId), $"No more notices on {device.Name}",
            "Its browser no longer takes them. If you still use it, open Messages there and press the button for notices again.", "/messages"), act.At);
    }
}
