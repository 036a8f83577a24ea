using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;

namespace Rostering.Core.Access;

/// <summary>Reads a provider's audit trail, the newest first.</summary>
public sealed class ReadAudit(RosteringContext database)
{
    /// <summary>How many entries a page shows.</summary>
    public const int PageLength = 50;

    /// <summary>What is looked for; what is left out narrows nothing.</summary>
    /// <param name="Who">Part of a name.</param>
    /// <param name="What">A module, such as <c>rota</c>, or a module and its act.</param>
    /// <param name="Subject">The start of a subject, such as <c>visit/</c>.</param>
    /// <param name="From">Entries from this moment on.</param>
    /// <param name="Until">Entries before this moment.</param>
    /// <param name="Before">Entries older than this one: the next page.</param>
    public sealed record Request(long ProviderId, string? Who, string? What, string? Subject, Instant? From, Instant? Until, long? Before);

    /// <summary>One page of entries.</summary>
    public sealed record Result(ImmutableArray<AuditEntry> Entries, bool HasMore);

    public async Task<Result> HandleAsync(Request request, CancellationToken cancellation)
    {
        var found = await Matching(request).OrderByDescending(entry => entry.Id).Take(PageLength + 1).AsNoTracking().ToListAsync(cancellation);
        return new Result([.. found.Take(PageLength)], found.Count > PageLength);
    }

    private IQueryable<AuditEntry> Matching(Request request)
    {
        var entries = database.AuditEntries.Where(entry => entry.ProviderId == request.ProviderId);
        if (request.Who is { Length: > 0 } who)
            entries = entries.Where(entry => EF.Functions.ILike(entry.ByName, $"%{who}%"));
        if (request.What is { Length: > 0 } what)
            entries = entries.Where(entry => entry.What == what || entry.What.StartsWith(what + "."));
        if (request.Subject is { Length: > 0 } subject)
            entries = entries.Where(entry => entry.Subject.StartsWith(subject));
        if (request.From is { } from)
            entries = entries.Where(entry => entry.At >= from);
        if (request.Until is { } until)
            entries = entries.Where(entry => entry.At < until);
        return request.Before is { } before ? entries.Where(entry => entry.Id < before) : entries;
    }
}
