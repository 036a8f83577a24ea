using System.Net;
using System.Net.Http.Json;

namespace Rostering.Core.Messages;

/// <summary>Posts messages to the provider's gateway for text messages, which knows how to go on.</summary>
internal sealed class SmsSender(Uri gateway, Uri? site, HttpClient http) : IMessageSender
{
    public Channel Channel => Channel.Sms;

    public async Task<Handover> SendAsync(Message message, CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, gateway)
        {
            Content = JsonContent.Create(new { to = message.Address, text = Wording.Short(message, site), mayRepeat = message.MayRepeat }),
            Headers = { { "Idempotency-Key", Wording.Key(message) } },
        };
        using var response = await http.SendAsync(request, cancellation);
        var reason = $"The gateway for text messages answered {(int)response.StatusCode} {response.ReasonPhrase}.";
        return response.IsSuccessStatusCode ? new Handover.Taken()
            : MayPass(response.StatusCode) ? new Handover.Postponed(reason)
            : new Handover.Refused(reason);
    }

    private static bool MayPass(HttpStatusCode status) =>
        status >= HttpStatusCode.InternalServerError || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;
}
