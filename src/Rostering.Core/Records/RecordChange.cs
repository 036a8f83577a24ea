using System.Collections.Immutable;

namespace Rostering.Core.Records;

/// <summary>A change of one record: what it is to be, and which version the one who changes it has seen (0 for none).</summary>
public sealed record RecordChange
{
    private RecordChange(RecordKind kind, string id, object? content, int seen) => (Kind, Id, Content, Seen) = (kind, id, content, seen);

    public RecordKind Kind { get; }
    public string Id { get; }

    /// <summary>The record as it is to be; <c>null</c> to remove it.</summary>
    public object? Content { get; }
    public int Seen { get; }

    /// <summary>Makes the record what it is here, new or in place of a version that was seen.</summary>
    public static RecordChange To(object record, int seen)
    {
        var (kind, id) = RecordContent.KeyOf(record);
        return new RecordChange(kind, id, record, seen);
    }

    /// <summary>Takes a record away; its versions stay.</summary>
    public static RecordChange Removal(RecordKind kind, string id, int seen) => new(kind, id, content: null, seen);
}

/// <summary>What came of saving changes.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>Everything was saved, each record as its next version.</summary>
    public sealed record Saved : SaveOutcome;

    /// <summary>Somebody else was quicker: nothing was saved, and these are the versions that hold now.</summary>
    public sealed record Conflict(ImmutableArray<RecordVersion> Current) : SaveOutcome;

    /// <summary>The records would contradict one another: nothing was saved.</summary>
    public sealed record Refused(ImmutableArray<RecordError> Errors) : SaveOutcome;
}
