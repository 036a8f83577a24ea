using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Core.Records;

/// <summary>
/// Saves changes of records, all or none. Whoever saw an older version gets the newer one back instead, and nothing is saved that
/// would leave the provider's records contradicting one another.
/// </summary>
public sealed class SaveRecords(RosteringContext database)
{
    public async Task<SaveOutcome> HandleAsync(Act act, IReadOnlyList<RecordChange> changes, CancellationToken cancellation)
    {
        long provider = act.By.ProviderId;
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);

        // Two changes that are sound by themselves may contradict each other, so a provider's records change one after another.
        await database.Database.ExecuteSqlAsync($"select from provider where id = {provider} for no key update", cancellation);
        var heads = await HeadsAsync(provider, changes, cancellation);
        var overtaken = changes.Where(change => change.Seen != heads.GetValueOrDefault((change.Kind, change.Id))).ToList();
        if (overtaken.Count > 0)
            return new SaveOutcome.Conflict(await CurrentAsync(provider, overtaken, cancellation));
        var errors = await ErrorsAsync(act, changes, cancellation);
        if (!errors.IsEmpty)
            return new SaveOutcome.Refused(errors);

        foreach (var change in changes)
        {
            RecordVersion version = Version(act, change);
            database.RecordVersions.Add(version);
            database.AuditEntries.Add(AuditEntry.Of(act, change.Content is null ? "records.remove" : "records.save", $"{change.Kind}/{change.Id}", $$"""{"version": {{version.Version}}}"""));
        }

        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new SaveOutcome.Saved();
    }

    /// <summary>What is wrong with changes, were they saved now; nothing is saved.</summary>
    public Task<ImmutableArray<RecordError>> TryAsync(Act act, IReadOnlyList<RecordChange> changes, CancellationToken cancellation) =>
        ErrorsAsync(act, changes, cancellation);

    private async Task<Dictionary<(RecordKind, string), int>> HeadsAsync(long provider, IReadOnlyList<RecordChange> changes, CancellationToken cancellation)
    {
        string[] ids = [.. changes.Select(change => change.Id)];
        return await database.RecordHeads.AsNoTracking().Where(head => head.ProviderId == provider && ids.Contains(head.Id))
            .ToDictionaryAsync(head => (head.Kind, head.Id), head => head.Version, cancellation);
    }

    private async Task<ImmutableArray<RecordVersion>> CurrentAsync(long provider, IEnumerable<RecordChange> changes, CancellationToken cancellation)
    {
        var read = new ReadRecords(database);
        var current = ImmutableArray.CreateBuilder<RecordVersion>();
        foreach (var change in changes)
        {
            if (await read.CurrentAsync(provider, change.Kind, change.Id, cancellation) is { } version)
                current.Add(version);
        }

        return current.ToImmutable();
    }

    private async Task<ImmutableArray<RecordError>> ErrorsAsync(Act act, IReadOnlyList<RecordChange> changes, CancellationToken cancellation)
    {
        string provider = await database.Providers.Where(p => p.Id == act.By.ProviderId).Select(p => p.Name).SingleAsync(cancellation);
        var records = await new ReadRecords(database).SetAsync(act.By.ProviderId, cancellation);
        var before = records.Copy();
        foreach (var change in changes)
        {
            if (change.Content is { } content)
                records.Put(content);
            else
                records.Remove(change.Kind, change.Id);
        }

        return records.Build(provider) is { } whole
            ? [.. RecordScope.Refusals(act.By, before, whole, provider, changes), .. RecordsCheck.Of(whole, act.At)]
            : [RecordError.NoHouse];
    }

    private static RecordVersion Version(Act act, RecordChange change) => new()
    {
        ProviderId = act.By.ProviderId,
        Kind = change.Kind,
        Id = change.Id,
        Version = change.Seen + 1,
        Content = change.Content is { } content ? RecordContent.Write(content) : null,
        ChangedBy = act.By.UserId,
        ByName = act.By.Name,
        ChangedAt = act.At,
        Why = act.Why,
    };
}
