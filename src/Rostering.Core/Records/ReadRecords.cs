using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;

namespace Rostering.Core.Records;

/// <summary>Reads a provider's records.</summary>
public sealed class ReadRecords(RosteringContext database)
{
    /// <summary>All records that hold now; <c>null</c> where the provider has none yet.</summary>
    public async Task<ProviderRecords?> HandleAsync(long providerId, CancellationToken cancellation)
    {
        string provider = await database.Providers.Where(p => p.Id == providerId).Select(p => p.Name).SingleAsync(cancellation);
        return (await SetAsync(providerId, cancellation)).Build(provider);
    }

    /// <summary>The version of one record that holds now, removed or not; <c>null</c> where there never was one.</summary>
    public Task<RecordVersion?> CurrentAsync(long providerId, RecordKind kind, string id, CancellationToken cancellation) =>
        database.RecordVersions.AsNoTracking().Where(v => v.ProviderId == providerId && v.Kind == kind && v.Id == id)
            .OrderByDescending(v => v.Version).FirstOrDefaultAsync(cancellation);

    /// <summary>Every version of one record, the newest first.</summary>
    public async Task<IReadOnlyList<RecordVersion>> HistoryAsync(long providerId, RecordKind kind, string id, CancellationToken cancellation) =>
        await database.RecordVersions.AsNoTracking().Where(v => v.ProviderId == providerId && v.Kind == kind && v.Id == id)
            .OrderByDescending(v => v.Version).ToListAsync(cancellation);

    /// <summary>Every record that names one record.</summary>
    public async Task<ImmutableArray<RecordMention>> MentionsAsync(long providerId, RecordKind kind, string id, CancellationToken cancellation)
    {
        var contents = await Current(providerId).Select(version => new { version.Kind, version.Id, version.Content }).ToListAsync(cancellation);
        return
        [
            .. contents.SelectMany(version => RecordMention.In(version.Kind, version.Id, version.Content!, kind, id))
                .OrderBy(mention => mention.Kind).ThenBy(mention => mention.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The records of one kind that hold now.</summary>
    internal async Task<ImmutableArray<T>> OfKindAsync<T>(long providerId, RecordKind kind, CancellationToken cancellation)
    {
        var contents = await Current(providerId).Where(version => version.Kind == kind).Select(version => version.Content!).ToListAsync(cancellation);
        return [.. contents.Select(content => RecordContent.Read(kind, content)).Cast<T>()];
    }

    /// <summary>The JSON of every record that holds now, with its version.</summary>
    internal async Task<Dictionary<(RecordKind Kind, string Id), (int Version, string Content)>> ContentsAsync(long providerId, CancellationToken cancellation) =>
        await Current(providerId).ToDictionaryAsync(version => (version.Kind, version.Id), version => (version.Version, version.Content!), cancellation);

    internal async Task<RecordSet> SetAsync(long providerId, CancellationToken cancellation)
    {
        var contents = await Current(providerId).Select(version => new { version.Kind, version.Content }).ToListAsync(cancellation);
        return RecordSet.Of(contents.Select(version => RecordContent.Read(version.Kind, version.Content!)));
    }

    private IQueryable<RecordVersion> Current(long providerId) =>
        from head in database.RecordHeads
        join version in database.RecordVersions
            on new { head.ProviderId, head.Kind, head.Id, head.Version } equals new { version.ProviderId, version.Kind, version.Id, version.Version }
        where head.ProviderId == providerId && version.Content != null
        select version;
}
