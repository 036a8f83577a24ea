using System.Net;

namespace Rostering.Core.Messages.Push;

/// <summary>
/// Which addresses our server calls because a browser named them: encrypted ones of the open internet, so that nobody can make it knock at
/// doors that only it can reach.
/// </summary>
internal sealed class PushAddresses(PushOptions? options)
{
    private const int LengthMax = 1000;

    // What the registries of special-purpose addresses (RFC 6890 and its successors) keep from the open internet.
    private static readonly IPNetwork[] ClosedV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork OpenV6 = IPNetwork.Parse("2000::/3");

    // Among them the ways by which an address of IPv4 hides in one of IPv6.
    private static readonly IPNetwork[] ClosedV6 = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    private readonly string[] trusted = options?.TrustedHosts ?? [];

    /// <summary>Why a browser's address is not taken, in words; <c>null</c> where it may be.</summary>
    public string? Fault(string? address)
    {
        if (address is null or { Length: > LengthMax } || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return "Your browser gave no address that notices could be sent to.";
        if (trusted.Contains(uri.Host))
            return null;
        var open = uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && uri.UserInfo.Length == 0
            && uri.HostNameType == UriHostNameType.Dns && uri.Host.Contains('.', StringComparison.Ordinal);
        return open ? null : $"Your browser's push service '{uri.Host}' is none of the open internet: notices go over https to a public name alone.";
    }

    /// <summary>Whether a connection to a host may lead to an address that its name stands for.</summary>
    public bool MayReach(string host, IPAddress address) => trusted.Contains(host) || IsPublic(address);

    private static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
            ? !Array.Exists(ClosedV4, closed => closed.Contains(address))
            : OpenV6.Contains(address) && !Array.Exists(ClosedV6, closed => closed.Contains(address));
    }
}
