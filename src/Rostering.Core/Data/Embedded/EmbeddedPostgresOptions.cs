namespace Rostering.Core.Data.Embedded;

/// <summary>Where the embedded PostgreSQL lives and how careful it is; the defaults suit a working installation.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>Holds the cluster, its password and its log. By default <c>.data/postgres</c> beside <c>node_modules</c>.</summary>
    public string? Folder { get; init; }

    /// <summary>The loopback port to insist on. By default a free one is chosen and kept for the next start.</summary>
    public int? Port { get; init; }

    /// <summary>False only for a cluster that is thrown away: a power cut may then lose it, and writing is much faster.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>The account that runs the server when we are root, which PostgreSQL refuses to run as.</summary>
    public string AccountForRoot { get; init; } = "nobody";

    /// <summary>Free space, in bytes, below which no server is started: a full disk stops PostgreSQL at the worst moment.</summary>
    public long FreeBytesMin { get; init; } = 256L << 20;

    /// <summary>How long a start may take, recovery after a crash included.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(2);
}
