using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Records;
using Rostering.Web.Pages.House;

namespace Rostering.Web.Pages.Records;

/// <summary>The pages of one kind of record: where they are, what they call it, and what their list shows.</summary>
public sealed record RecordShelf(
    RecordKind Kind, string Path, string Title, string Noun, ImmutableArray<string> Columns, Func<ProviderRecords, LocalDate, IEnumerable<RecordRow>> Rows)
{
    public static ImmutableArray<RecordShelf> All { get; } =
    [
        new(RecordKind.Person, "/people", "People", "person", ["Team", "Home", "Support a week", "Known workers"], PersonRows.Of),
        new(RecordKind.Fund, "/people/funds", "Funds as agreed", "fund", ["Person", "Council", "A week"], FundRows.Of),
        new(RecordKind.Council, "/people/councils", "Councils", "council", ["Kept for emergencies", "May stay unspent", "Invoiced"], CouncilRows.Of),
        new(RecordKind.Worker, "/workers", "Workers", "worker", ["Teams", "Contract", "Contracted", "At most"], WorkerRows.Of),
        new(RecordKind.Team, "/teams", "Teams", "team", ["People", "Workers", "Support a week"], TeamRows.Of),
        new(RecordKind.Place, "/places", "Places", "place", ["Locality", "Used by"], PlaceRows.Of),
        new(RecordKind.Request, "/requests", "Requests", "request", ["For", "When", "Length", "Workers", "Need"], RequestRows.Of),
        new(RecordKind.CoverTerms, $"{HouseTermsPlace.Path}/cover", "Cover terms", "change of cover terms", ["Holds", "An offer stands", "Asks in 7 days", "in 4 weeks", "Swaps"], CoverTermsRows.Of),
        new(RecordKind.DateChange, "/requests/dates", "Changed dates", "changed date", ["Request", "What is different"], DateChangeRows.Of),
    ];

    /// <summary>The shelf that a path lies on.</summary>
    public static RecordShelf At(PathString path) => All.Where(shelf => path.StartsWithSegments(shelf.Path, StringComparison.OrdinalIgnoreCase)).MaxBy(shelf => shelf.Path.Length)!;

    public static RecordShelf? Of(RecordKind kind) => All.FirstOrDefault(shelf => shelf.Kind == kind);

    public string Address(string id) => $"{Path}/{Uri.EscapeDataString(id)}";
}

/// <summary>A record in a list, with what has to be looked at.</summary>
/// <param name="Teams">The teams it belongs to; empty where it belongs to all.</param>
public sealed record RecordRow(string Id, string Name, ImmutableArray<string> Cells, ImmutableArray<string> Flags, ImmutableArray<string> Teams)
{
    public bool Matches(string? find) => string.IsNullOrWhiteSpace(find)
        || Cells.Concat(Flags).Append(Id).Append(Name).Any(text => text.Contains(find.Trim(), StringComparison.OrdinalIgnoreCase));
}
