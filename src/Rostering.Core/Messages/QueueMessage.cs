using NodaTime;
using Rostering.Core.Data;

namespace Rostering.Core.Messages;

/// <summary>
/// Tells somebody something, if and only if the caller's change is saved: the message is a row of the same transaction. It is in the
/// inbox at once; the sender copies it to the reader's other channels.
/// </summary>
public static class QueueMessage
{
    /// <summary>What to tell whom, the page where they can do something about it, and until when they can.</summary>
    public sealed record Letter(Reader To, string Subject, string Body, string? Link = null, Instant? GoodUntil = null);

    /// <summary>Adds the message to what the caller is about to save.</summary>
    public static void Add(RosteringContext database, long providerId, Letter letter, Instant at) => database.Messages.Add(new Message
    {
        ProviderId = providerId,
        ToKind = letter.To.Kind,
        ToId = letter.To.Id,
        Subject = letter.Subject,
        Body = letter.Body,
        Link = letter.Link,
        GoodUntil = letter.GoodUntil,
        CreatedAt = at,
        SendAfter = at,
    });
}
