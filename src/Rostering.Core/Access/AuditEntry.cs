using NodaTime;

namespace Rostering.Core.Access;

/// <summary>Who changed what, when and why. Added in the transaction of the change itself; never changed, never removed.</summary>
public sealed class AuditEntry
{
    public long Id { get; private set; }
    public required long ProviderId { get; init; }
    public required Instant At { get; init; }
    public required long UserId { get; init; }
    public required string ByName { get; init; }

    /// <summary>What was done, such as <c>rota.publish</c>: the module and the act.</summary>
    public required string What { get; init; }

    /// <summary>What it was done to, such as <c>visit/v-12</c>: the kind of thing and its id.</summary>
    public required string Subject { get; init; }

    public required string Why { get; init; }

    /// <summary>The change itself as JSON, where the subject alone does not say it.</summary>
    public string? Detail { get; init; }

    /// <summary>The entry for an act.</summary>
    public static AuditEntry Of(Act act, string what, string subject, string? detail = null) => new()
    {
        ProviderId = act.By.ProviderId,
        At = act.At,
        UserId = act.By.UserId,
        ByName = act.By.Name,
        What = what,
        Subject = subject,
        Why = act.Why,
        Detail = detail,
    };
}
