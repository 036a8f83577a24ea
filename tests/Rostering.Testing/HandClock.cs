using NodaTime;

namespace Rostering.Testing;

/// <summary>A clock whose hands only a test moves.</summary>
public sealed class HandClock : IClock
{
    public required Instant Now { get; set; }

    public Instant GetCurrentInstant() => Now;
}
