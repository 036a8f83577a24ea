using Rostering.Core.Access;

namespace Rostering.Core.Messages;

/// <summary>Which messages are whose.</summary>
internal static class Inboxes
{
    public static IQueryable<Message> InInboxOf(this IQueryable<Message> messages, Actor actor)
    {
        var user = Reader.User(actor.UserId).Id;
        string[] people = [.. actor.PersonIds];
        return messages.Where(message => message.Channel == Channel.Inbox && message.ProviderId == actor.ProviderId
            && ((message.ToKind == ReaderKind.User && message.ToId == user)
                || (message.ToKind == ReaderKind.Worker && message.ToId == actor.WorkerId)
                || (message.ToKind == ReaderKind.Person && people.Contains(message.ToId))));
    }

    /// <summary>The accounts in whose inbox a message is; none that were closed.</summary>
    public static IQueryable<UserAccount> ThatRead(this IQueryable<UserAccount> accounts, Message message)
    {
        var open = accounts.Where(account => account.ProviderId == message.ProviderId && account.DisabledAt == null);
        return message.To switch
        {
            { Kind: ReaderKind.Worker, Id: var worker } => open.Where(account => account.WorkerId == worker),
            { Kind: ReaderKind.Person, Id: var person } => open.Where(account => account.PersonIds.Contains(person)),
            { Id: var user } => OfId(open, long.Parse(user)),
        };

        static IQueryable<UserAccount> OfId(IQueryable<UserAccount> accounts, long id) => accounts.Where(account => account.Id == id);
    }
}
