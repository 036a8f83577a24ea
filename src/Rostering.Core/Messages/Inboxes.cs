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
}
