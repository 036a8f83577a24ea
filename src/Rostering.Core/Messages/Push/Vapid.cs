using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace Rostering.Core.Messages.Push;

/// <summary>Says to a push service who sends and whom it may turn to, signed with the key that the browser was given (VAPID, RFC 8292).</summary>
internal static class Vapid
{
    /// <summary>How long a signature holds; services take none that holds for more than a day.</summary>
    private static readonly Duration Lasts = Duration.FromHours(12);

    /// <summary>The credentials for one push service.</summary>
    public static AuthenticationHeaderValue Credentials(ECDsa key, Uri endpoint, Uri contact, Instant now)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(new
        {
            aud = endpoint.GetLeftPart(UriPartial.Authority),
            exp = (now + Lasts).ToUnixTimeSeconds(),
            sub = contact.OriginalString,
        });
        var signed = $"{Base64Url.EncodeToString("""{"typ":"JWT","alg":"ES256"}"""u8)}.{Base64Url.EncodeToString(claims)}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256);
        return new AuthenticationHeaderValue("vapid", $"t={signed}.{Base64Url.EncodeToString(signature)}, k={Public(key)}");
    }

    /// <summary>The public half of a key, as browsers and push services take it.</summary>
    public static string Public(ECDsa key) => Base64Url.EncodeToString(P256.Point(key.ExportParameters(includePrivateParameters: false)));
}
