using Rostering.Core.Records;

namespace Rostering.Web.Pages.Records;

/// <summary>What records are called, by kind and id.</summary>
public sealed class RecordNames
{
    private readonly Dictionary<RecordKind, SortedDictionary<string, string>> names = [];

    public static RecordNames Of(ProviderRecords records)
    {
        var names = new RecordNames();
        names.Add(RecordKind.Council, records.Councils.Select(council => (council.Id.Value, council.Name)));
        names.Add(RecordKind.Team, records.Teams.Select(team => (team.Id.Value, team.Name)));
        names.Add(RecordKind.Place, records.Places.Select(place => (place.Id.Value, place.Name)));
        names.Add(RecordKind.Person, records.People.Select(person => (person.Id.Value, person.Name)));
        names.Add(RecordKind.Worker, records.Workers.Select(worker => (worker.Id.Value, worker.Name)));
        names.Add(RecordKind.Request, records.Requests.Select(request => (request.Id.Value, request.What)));
        var people = names.names[RecordKind.Person];
        names.Add(RecordKind.Fund, records.Funds.Select(fund => (fund.Id.Value, $"{people.GetValueOrDefault(fund.Person.Value)}'s fund")));
        return names;
    }

    /// <summary>The name; the id itself where nothing has it.</summary>
    public string Of(RecordKind kind, string id) => names.TryGetValue(kind, out var known) && known.TryGetValue(id, out string? name) ? name : id;

    /// <summary>Every id of a kind with its name.</summary>
    public IReadOnlyDictionary<string, string> All(RecordKind kind) => names[kind];

    private void Add(RecordKind kind, IEnumerable<(string Id, string Name)> entries) =>
        names[kind] = new SortedDictionary<string, string>(entries.ToDictionary(entry => entry.Id, entry => entry.Name, StringComparer.Ordinal), StringComparer.Ordinal);
}
