using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;
using Rostering.Core.Messages.Push;

namespace Rostering.Core.Messages;

/// <summary>Copies a message to the channels that its reader has asked for. Delivered to the inbox it was already.</summary>
internal static class MessageCopies
{
    /// <summary>Adds to what the caller is about to save the copies on those of the channels that are open.</summary>
    public static async Task AddAsync(RosteringContext database, Message message, IReadOnlyCollection<Channel> open)
    {
        if (message.Channel != Channel.Inbox)
            return;
        var contacts = await database.MessageContacts
            .Where(contact => contact.ProviderId == message.ProviderId && contact.ToKind == message.ToKind && contact.ToId == message.ToId)
            .AsNoTracking().ToListAsync(CancellationToken.None);
        database.Messages.AddRange(contacts.Where(contact => open.Contains(contact.Channel)).Select(contact => Copy(message, contact.Channel, contact.Address)));
        if (open.Contains(Channel.Push))
            database.Messages.AddRange((await DevicesAsync(database, message)).Select(device => Copy(message, Channel.Push, device.MessageAddress())));
    }

    private static Task<List<NoticeDevice>> DevicesAsync(RosteringContext database, Message message) => (
        from device in database.NoticeDevices
        join account in database.UserAccounts.ThatRead(message) on device.AccountId equals account.Id
        orderby device.Id
        select device).AsNoTracking().ToListAsync(CancellationToken.None);

    private static Message Copy(Message message, Channel channel, string address) => new()
    {
        ProviderId = message.ProviderId,
        ToKind = message.ToKind,
        ToId = message.ToId,
        Channel = channel,
        Address = address,
        Subject = message.Subject,
        Body = message.Body,
        Link = message.Link,
        GoodUntil = message.GoodUntil,
        CreatedAt = message.CreatedAt,
        SendAfter = message.SendAfter,
    };
}
