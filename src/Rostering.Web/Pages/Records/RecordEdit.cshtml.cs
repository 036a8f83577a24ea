using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Access;
using Rostering.Core.Records;
using Rostering.Core.Records.Fields;
using Rostering.Web.Access;
using Rostering.Web.Pages.House;

namespace Rostering.Web.Pages.Records;

/// <summary>Changes one record, or adds it. Whoever was overtaken sees both versions and decides.</summary>
public sealed class RecordEditModel(ReadRecords readRecords, SaveRecords saveRecords) : PageModel
{
    private const string SeenField = "seen";

    public RecordShelf Shelf { get; private set; } = null!;

    /// <summary>The id of the record; <c>null</c> for a new one.</summary>
    public string? Id { get; private set; }
    public string Name { get; private set; } = "";
    public RecordForm Form { get; private set; } = null!;

    /// <summary>The version that the one who fills in the form has seen.</summary>
    public int Seen { get; private set; }
    public string Why { get; private set; } = "";
    public RecordNames Names { get; private set; } = null!;
    public ImmutableArray<RecordError> Errors { get; private set; } = [];

    /// <summary>The version that somebody else made meanwhile, with what differs from it here.</summary>
    public RecordVersion? Other { get; private set; }
    public ImmutableArray<RecordDifference> Differences { get; private set; } = [];

    /// <summary>The faults of other records that this change would make.</summary>
    public IEnumerable<RecordError> ErrorsElsewhere => Errors.Where(error => error.Kind != Shelf.Kind || (Id is not null && error.Id != Id && error.Id.Length > 0));

    public FieldView Fields => new(Field.Of(Shelf.Kind), "", Form.Content, Names, [.. Errors.Except(ErrorsElsewhere)]) { Fixed = Id is null ? [] : RecordContent.KeyFields(Shelf.Kind) };

    public string Back => Id is null ? Shelf.Path : Shelf.Address(Id);

    private Actor Actor => User.Actor();

    public async Task<IActionResult> OnGetAsync(string? id, CancellationToken cancellation)
    {
        if (await RefusalAsync(id, cancellation) is { } refusal)
            return refusal;

        // Whoever may only look has nothing to fill in.
        if (!User.MayChange(Shelf.Path))
            return Redirect(Back);
        Form = RecordForm.Empty(Shelf.Kind);
        if (id is not null)
        {
            var versions = await readRecords.HistoryAsync(Actor.ProviderId, Shelf.Kind, id, cancellation);
            if (versions.Count == 0)
                return NotFound();
            Form = RecordForm.Of(Shelf.Kind, versions.First(version => version.Content is not null).Content!);
            Seen = versions[0].Version;
        }
        else if (Request.Query.Count > 0)
            Form = RecordForm.Read(Shelf.Kind, Request.Query.ToDictionary(entry => entry.Key, entry => entry.Value.ToString(), StringComparer.Ordinal));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? id, CancellationToken cancellation)
    {
        if (await RefusalAsync(id, cancellation) is { } refusal)
            return refusal;
        var texts = Request.Form.ToDictionary(entry => entry.Key, entry => entry.Value.ToString(), StringComparer.Ordinal);
        if (id is not null && RecordContent.HasId(Shelf.Kind))
            texts["id"] = id;
        Form = RecordForm.Read(Shelf.Kind, texts);
        Seen = int.TryParse(texts.GetValueOrDefault(SeenField), out int seen) ? seen : 0;
        Why = texts.GetValueOrDefault(WhyView.Field, "").Trim();
        Errors = [.. Form.Errors, .. WhyErrors()];
        if (!Errors.IsEmpty || Form.Record is not { } record)
            return Answer(StatusCodes.Status422UnprocessableEntity);
        var change = RecordChange.To(record, Seen);
        if (id is not null && change.Id != id)
            return BadRequest();
        return await SaveAsync(change, $"{change.Id} was saved.", Shelf.Address(change.Id), cancellation);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancellation)
    {
        if (await RefusalAsync(id, cancellation) is { } refusal)
            return refusal;
        var current = await readRecords.CurrentAsync(Actor.ProviderId, Shelf.Kind, id, cancellation);
        if (current?.Content is not { } content)
            return NotFound();
        Form = RecordForm.Of(Shelf.Kind, content);
        Seen = int.TryParse(Request.Form[SeenField], out int seen) ? seen : 0;
        Why = Request.Form[WhyView.Field].ToString().Trim();
        Errors = [.. WhyErrors()];
        return Errors.IsEmpty
            ? await SaveAsync(RecordChange.Removal(Shelf.Kind, id, Seen), $"{id} was removed.", Shelf.Path, cancellation)
            : Answer(StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IActionResult> SaveAsync(RecordChange change, string said, string next, CancellationToken cancellation)
    {
        switch (await saveRecords.HandleAsync(HttpContext.Act(Why), [change], cancellation))
        {
            case SaveOutcome.Conflict conflict:
                Other = conflict.Current[0];
                Differences = RecordDifference.Between(Other.Content, change.Content is { } mine ? RecordContent.Write(mine) : null);
                Seen = Other.Version;
                return Answer(StatusCodes.Status409Conflict);
            case SaveOutcome.Refused refused:
                Errors = refused.Errors;
                return Answer(StatusCodes.Status422UnprocessableEntity);
            default:
                TempData["Said"] = said;
                return Redirect(next);
        }
    }

    private PageResult Answer(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private ImmutableArray<RecordError> WhyErrors() => WhyView.Faults(Shelf.Kind, Id ?? "", Why);

    /// <summary>What keeps someone from this form: their teams, or that there is nothing yet to change.</summary>
    private async Task<IActionResult?> RefusalAsync(string? id, CancellationToken cancellation)
    {
        (Shelf, Id) = (RecordShelf.At(Request.Path), id);
        if (await readRecords.HandleAsync(Actor.ProviderId, cancellation) is not { } records)
            return Redirect(HouseTermsPlace.Path);
        Names = RecordNames.Of(records);
        Name = id is null ? $"New {Shelf.Noun}" : Names.Of(Shelf.Kind, id);
        bool outside = id is not null && await readRecords.CurrentAsync(Actor.ProviderId, Shelf.Kind, id, cancellation) is { } version && !RecordScope.Sees(Actor, records, version);
        return outside ? Forbid() : null;
    }
}
