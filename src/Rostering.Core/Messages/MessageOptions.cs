using NodaTime;

namespace Rostering.Core.Messages;

/// <summary>How messages leave the house. A channel without its setting is not offered to anyone.</summary>
public sealed record MessageOptions
{
    /// <summary>The section of the configuration that holds them.</summary>
    public const string Section = "Messages";

    /// <summary>Where readers find the application, such as <c>https://rota.example.org</c>; without it messages carry no links.</summary>
    public Uri? Site { get; init; }

    public SmtpOptions? Smtp { get; init; }

    /// <summary>The gateway that sends text messages.</summary>
    public Uri? SmsWebhook { get; init; }

    public PushOptions? Push { get; init; }

    /// <summary>How often a message is tried before it has failed.</summary>
    public int AttemptsMax { get; init; } = 10;

    /// <summary>The wait before the second attempt; each further wait is twice as long, up to an hour.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one attempt may take; an answer that comes later counts as none.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The wait before an attempt is repeated at once, which happens twice.</summary>
    public TimeSpan RepeatAfter { get; init; } = TimeSpan.FromSeconds(1);

    internal const int RepeatsMax = 2;

    /// <summary>How long a sender has a message to itself: longer than all it does with it can take.</summary>
    internal Duration Claim => Duration.FromTimeSpan(2 * (1 + RepeatsMax) * (Timeout + (RepeatsMax * RepeatAfter)));

    /// <summary>The wait after so many attempts.</summary>
    internal Duration WaitAfter(int attempts) => Duration.Min(Duration.FromHours(1), Duration.FromTimeSpan(Wait) * (1L << Math.Min(attempts - 1, 10)));
}

/// <summary>A mail server that takes our mail.</summary>
public sealed record SmtpOptions
{
    public required string Host { get; init; }
    public int Port { get; init; } = 587;

    /// <summary>Whom mail comes from.</summary>
    public required string From { get; init; }

    public string? UserName { get; init; }
    public string? Password { get; init; }

    /// <summary>Whether mail goes only over an encrypted connection; a server that offers none is then not used.</summary>
    public bool Tls { get; init; } = true;
}

/// <summary>How notices reach the devices that people choose, by the push services of their browsers.</summary>
public sealed record PushOptions
{
    /// <summary>Whom a push service turns to about what we send: an address such as <c>mailto:it@example.org</c>, or a page of ours.</summary>
    public required Uri Contact { get; init; }

    /// <summary>Hosts that are called wherever they are, and without encryption. For tests: what people add is of the open internet.</summary>
    public string[] TrustedHosts { get; init; } = [];
}
