using System.Collections.Immutable;
using Rostering.Core.Cover;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;

namespace Rostering.Core.Records;

/// <summary>A provider's records by kind and id, to be changed before they are looked at as a whole.</summary>
internal sealed class RecordSet
{
    private readonly Dictionary<(RecordKind Kind, string Id), object> records = [];

    public static RecordSet Of(IEnumerable<object> records)
    {
        var set = new RecordSet();
        foreach (object record in records)
            set.Put(record);
        return set;
    }

    public void Put(object record) => records[RecordContent.KeyOf(record)] = record;

    public object? Find(RecordKind kind, string id) => records.GetValueOrDefault((kind, id));

    /// <summary>The same records, to be changed apart from these.</summary>
    public RecordSet Copy() => Of(records.Values);

    public void Remove(RecordKind kind, string id) => records.Remove((kind, id));

    /// <summary>The records as a whole; <c>null</c> while there are no terms to work by.</summary>
    public ProviderRecords? Build(string provider) => All<HouseTerms>().SingleOrDefault() is { } house
        ? new ProviderRecords
        {
            Provider = provider,
            House = house,
            CoverTerms = All<CoverTerms>(),
            Councils = All<Council>(),
            Teams = All<ServiceTeam>(),
            Places = All<Place>(),
            People = All<Person>(),
            Funds = All<Fund>(),
            Workers = All<WorkerRecord>(),
            Requests = All<SupportRequest>(),
            DateChanges = All<DateChange>(),
            Pins = All<Pin>(),
        }
        : null;

    private ImmutableArray<T> All<T>() =>
        [.. records.Where(entry => entry.Value is T).OrderBy(entry => entry.Key.Id, StringComparer.Ordinal).Select(entry => (T)entry.Value)];
}
