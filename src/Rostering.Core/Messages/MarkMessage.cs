using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Core.Messages;

/// <summary>Marks a message of one's own as read, or as unread again.</summary>
public sealed class MarkMessage(RosteringContext database)
{
    /// <summary>Whether there is such a message in the actor's inbox.</summary>
    public async Task<bool> HandleAsync(Act act, long id, bool read, CancellationToken cancellation)
    {
        if (await database.Messages.InInboxOf(act.By).SingleOrDefaultAsync(message => message.Id == id, cancellation) is not { } message)
            return false;
        if (message.ReadAt is null == read)
        {
            message.ReadAt = read ? act.At : null;
            database.AuditEntries.Add(AuditEntry.Of(act, read ? "messages.read" : "messages.unread", FormattableString.Invariant($"message/{id}")));
            await database.SaveChangesAsync(cancellation);
        }

        return true;
    }
}
