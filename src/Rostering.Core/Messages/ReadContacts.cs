using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Core.Messages;

/// <summary>Reads where one's own messages go beside the inbox, and where they could go.</summary>
public sealed class ReadContacts(RosteringContext database, IEnumerable<IMessageSender> senders)
{
    /// <summary>A reader that somebody is, a channel that this house can send on, and the address on it if one is set.</summary>
    public sealed record Contact(Reader Reader, Channel Channel, string? Address);

    /// <summary>One line for each reader that the actor is and each channel; none where no channel leaves the house.</summary>
    public async Task<IReadOnlyList<Contact>> HandleAsync(Actor actor, CancellationToken cancellation)
    {
        var readers = Reader.Of(actor);
        string[] ids = [.. readers.Select(reader => reader.Id)];
        var rows = await database.MessageContacts.AsNoTracking().Where(row => row.ProviderId == actor.ProviderId && ids.Contains(row.ToId)).ToListAsync(cancellation);
        var set = rows.ToDictionary(row => (new Reader(row.ToKind, row.ToId), row.Channel), row => row.Address);
        return
        [
            .. from reader in readers
               from channel in senders.Select(sender => sender.Channel).Where(channel => channel.TakesAddress()).Order()
               select new Contact(reader, channel, set.GetValueOrDefault((reader, channel))),
        ];
    }
}
