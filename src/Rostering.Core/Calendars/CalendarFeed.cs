using NodaTime;

namespace Rostering.Core.Calendars;

/// <summary>Whose visits a calendar shows.</summary>
public enum CalendarOf { Worker, Person }

/// <summary>An address at which a calendar program finds somebody's visits, until it is revoked. The secret itself is not kept.</summary>
public sealed class CalendarFeed
{
    public long Id { get; private set; }
    public required long ProviderId { get; init; }
    public required CalendarOf OfKind { get; init; }
    public required string OfId { get; init; }
    public required byte[] SecretHash { get; init; }
    public required Instant MadeAt { get; init; }
    public required long MadeBy { get; init; }
    public Instant? RevokedAt { get; set; }
    public long? RevokedBy { get; set; }
}
