using System.Net;

namespace Rostering.Web.Access;

/// <summary>Whether a request comes from the machine that the application runs on.</summary>
internal static class LocalMachine
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>A proxy on this machine makes every caller look local: so the name that was asked for counts too, and a forwarded request is never local.</summary>
    public static bool IsLocal(this HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && Names.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase)
        && !request.Headers.ContainsKey("Forwarded") && !request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));
}
