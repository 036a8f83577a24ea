using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rostering.Core.Access;
using Rostering.Core.Records.Fields;
using Rostering.Core.Records.Tables;

namespace Rostering.Core.Records;

/// <summary>Brings in files of records, all or nothing; or tries them, and says of every bad row what is wrong with it.</summary>
public sealed class ImportRecords(ReadRecords readRecords, SaveRecords saveRecords)
{
    /// <summary>What the files would do, or did where they were saved.</summary>
    public sealed record Result(int New, int Changed, int Same, bool Saved, ImmutableArray<TableError> Errors);

    /// <summary>Reads the files together, so that one may name what another brings.</summary>
    public async Task<Result> HandleAsync(Act act, IReadOnlyList<TableFile> files, bool save, CancellationToken cancellation)
    {
        var current = await readRecords.ContentsAsync(act.By.ProviderId, cancellation);
        var reader = new TableReader(current.ToDictionary(entry => entry.Key, entry => entry.Value.Content, EqualityComparer<(RecordKind, string)>.Default));
        foreach (var file in files)
            reader.Read(file);
        int unread = reader.Errors.Count;
        List<object> records = [];
        foreach (var ((kind, _), content) in reader.Records)
        {
            var form = RecordForm.Take(kind, content, []);
            foreach (var error in unread == 0 ? form.Errors : [])
                reader.Add(error);
            if (form.Record is { } record)
                records.Add(record);
        }

        List<RecordChange> changes = [.. records.Select(record => ChangeOf(record, current)).OfType<RecordChange>()];
        bool saved = false;
        if (reader.Errors.Count == 0)
            saved = await TakeAsync(act, changes, reader, save, cancellation);
        int added = changes.Count(change => change.Seen == 0);
        return new Result(added, changes.Count - added, records.Count - changes.Count, saved, [.. reader.Errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)]);
    }

    private async Task<bool> TakeAsync(Act act, List<RecordChange> changes, TableReader reader, bool save, CancellationToken cancellation)
    {
        var outcome = save && changes.Count > 0
            ? await saveRecords.HandleAsync(act, changes, cancellation)
            : new SaveOutcome.Refused(await saveRecords.TryAsync(act, changes, cancellation));
        foreach (var error in (outcome as SaveOutcome.Refused)?.Errors ?? [])
            reader.Add(error);
        foreach (var version in (outcome as SaveOutcome.Conflict)?.Current ?? [])
            reader.Add(new RecordError(version.Kind, version.Id, "", $"version {version.Version}", $"{version.ByName} has changed this record meanwhile.", "Look at it, and bring the files in again."));
        return outcome is SaveOutcome.Saved;
    }

    /// <summary>The change that makes a record what the files say; nothing where it is so already.</summary>
    private static RecordChange? ChangeOf(object record, Dictionary<(RecordKind Kind, string Id), (int Version, string Content)> current)
    {
        if (!current.TryGetValue(RecordContent.KeyOf(record), out var held))
            return RecordChange.To(record, seen: 0);
        bool same = JsonNode.DeepEquals(JsonNode.Parse(held.Content), JsonNode.Parse(RecordContent.Write(record)));
        return same ? null : RecordChange.To(record, held.Version);
    }
}
