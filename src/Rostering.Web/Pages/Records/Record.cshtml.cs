using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Access;
using Rostering.Core.Records;
using Rostering.Core.Records.Fields;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Records;

/// <summary>One record: what it says, what else names it, and how it came to be so.</summary>
public sealed class RecordModel(ReadRecords readRecords) : PageModel
{
    public RecordShelf Shelf { get; private set; } = null!;
    public string Id { get; private set; } = "";
    public string Name { get; private set; } = "";
    public RecordNames Names { get; private set; } = null!;

    /// <summary>The record as JSON; <c>null</c> where it was removed.</summary>
    public JsonObject? Values { get; private set; }
    public Field Field => Field.Of(Shelf.Kind);
    public ImmutableArray<RecordMention> Mentions { get; private set; } = [];

    /// <summary>The versions, the newest first, each with what it changed.</summary>
    public ImmutableArray<(RecordVersion Version, ImmutableArray<RecordDifference> Changes)> History { get; private set; } = [];
    public bool MayChange => User.MayChange(Shelf.Path);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        (Shelf, Id) = (RecordShelf.At(Request.Path), id);
        Actor actor = User.Actor();
        var versions = await readRecords.HistoryAsync(actor.ProviderId, Shelf.Kind, id, cancellation);
        if (versions.Count == 0 || await readRecords.HandleAsync(actor.ProviderId, cancellation) is not { } records)
            return NotFound();
        if (!RecordScope.Sees(actor, records, versions[0]))
            return Forbid();
        Names = RecordNames.Of(records);
        Name = Shelf.Kind == RecordKind.DateChange ? id : Names.Of(Shelf.Kind, id);
        Values = versions[0].Content is { } content ? JsonNode.Parse(content)!.AsObject() : null;
        History = [.. versions.Select((version, index) => (version, RecordDifference.Between(index + 1 < versions.Count ? versions[index + 1].Content : null, version.Content)))];
        Mentions = await readRecords.MentionsAsync(actor.ProviderId, Shelf.Kind, id, cancellation);
        return Page();
    }
}
