using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Core.Messages;

/// <summary>Reads the messages of one who is signed in: to them, to the worker they are, to the people they are or speak for.</summary>
public sealed class ReadInbox(RosteringContext database)
{
    /// <summary>How many read messages a page of them holds.</summary>
    public const int PageSize = 50;

    /// <summary>All that are unread and a page of what was read, each the newest first, and whether there is more.</summary>
    public sealed record Result(IReadOnlyList<Message> Unread, IReadOnlyList<Message> Read, bool More);

    /// <summary>What is unread, and what was read of the messages older than the one of the id <paramref name="before"/>, if it is given.</summary>
    public async Task<Result> HandleAsync(Actor actor, long? before, CancellationToken cancellation)
    {
        var inbox = database.Messages.InInboxOf(actor).AsNoTracking().OrderByDescending(message => message.Id);
        var unread = await inbox.Where(message => message.ReadAt == null).ToListAsync(cancellation);
        var read = await inbox.Where(message => message.ReadAt != null && (before == null || message.Id < before)).Take(PageSize + 1).ToListAsync(cancellation);
        return new Result(unread, [.. read.Take(PageSize)], read.Count > PageSize);
    }

    /// <summary>How many messages wait to be read.</summary>
    public Task<int> CountUnreadAsync(Actor actor, CancellationToken cancellation) =>
        database.Messages.InInboxOf(actor).CountAsync(message => message.ReadAt == null, cancellation);
}
