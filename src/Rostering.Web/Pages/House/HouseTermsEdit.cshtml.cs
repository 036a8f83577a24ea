using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Access;
using Rostering.Core.Records;
using Rostering.Web.Access;
using Rostering.Web.Pages.Records;

namespace Rostering.Web.Pages.House;

/// <summary>Changes one part of the house terms. Whoever was overtaken sees both versions and decides; what others changed elsewhere stays.</summary>
public sealed class HouseTermsEditModel(ReadRecords readRecords, SaveRecords saveRecords) : PageModel
{
    private RecordVersion current = null!;

    public HouseTermsPart Part { get; private set; } = null!;

    /// <summary>What the form is filled in with.</summary>
    public JsonObject Said { get; private set; } = null!;
    public RecordNames Names { get; private set; } = null!;

    /// <summary>The version that the one who fills in the form has seen.</summary>
    public int Seen { get; private set; }
    public string Why { get; private set; } = "";
    public ImmutableArray<RecordError> Errors { get; private set; } = [];

    /// <summary>The version that somebody else made meanwhile, with what differs from it here.</summary>
    public RecordVersion? Other { get; private set; }
    public ImmutableArray<RecordDifference> Differences { get; private set; } = [];

    public string Back => $"{HouseTermsPlace.Path}#{(Part.Limit is null ? Part.Name : TermWords.IsOfLaw(Part.Limit) ? "law" : "limits")}";

    /// <summary>The faults of other records that this change would make.</summary>
    public ImmutableArray<RecordError> ErrorsElsewhere => [.. Errors.Where(error => error.Kind != RecordKind.House)];

    public FieldView Fields => new(Part.Field, "", Said, Names, [.. Errors.Except(ErrorsElsewhere)]);

    public string Title => Part switch
    {
        { Limit: { } key } => TermWords.Of(key).Title,
        { Name: "travel" } => "Travel",
        { Name: "pay-bands" } => "Pay bands",
        _ => "Weights",
    };

    public string Meaning => Part switch
    {
        { Limit: { } key } => $"{TermWords.Of(key).Meaning} Value: {TermWords.Unit(key)}. A week is held to the value in force on its Monday; of several, to the one that was known last. To change it from a day on, add a row and leave the others.",
        { Name: "travel" } => "How people get from place to place, and what is paid for it.",
        { Name: "pay-bands" } => "Parts of the week that are paid above basic pay or count as unsocial. A band ends on the day it begins; midnight is the end of the day.",
        _ => "1,000 points are one penny: a weight says what avoiding one of its units is worth. 0 switches it off.",
    };

    public async Task<IActionResult> OnGetAsync(string part, CancellationToken cancellation)
    {
        if (await RefusalAsync(part, cancellation) is { } refusal)
            return refusal;

        // Whoever may only look has nothing to fill in.
        if (!User.MayChange(HouseTermsPlace.Path))
            return Redirect(Back);
        (Seen, Said) = (current.Version, Part.In(JsonNode.Parse(current.Content!)!.AsObject()));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string part, CancellationToken cancellation)
    {
        if (await RefusalAsync(part, cancellation) is { } refusal)
            return refusal;
        var texts = Request.Form.ToDictionary(entry => entry.Key, entry => entry.Value.ToString(), StringComparer.Ordinal);
        var form = Part.Read(texts, current.Content!);
        (Said, Why) = (Part.In(form.Content), texts.GetValueOrDefault(WhyView.Field, "").Trim());
        Seen = int.TryParse(texts.GetValueOrDefault("seen"), out int seen) ? seen : 0;
        Errors = [.. form.Errors, .. WhyView.Faults(RecordKind.House, HouseTerms.Id, Why)];
        return Errors.IsEmpty && form.Record is { } terms ? await SaveAsync(terms, cancellation) : Answer(StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IActionResult> SaveAsync(object terms, CancellationToken cancellation)
    {
        switch (await saveRecords.HandleAsync(HttpContext.Act(Why), [RecordChange.To(terms, Seen)], cancellation))
        {
            case SaveOutcome.Conflict conflict:
                Other = conflict.Current[0];
                Differences = RecordDifference.Between(Other.Content, RecordContent.Write(terms));
                Seen = Other.Version;
                return Answer(StatusCodes.Status409Conflict);
            case SaveOutcome.Refused refused:
                Errors = refused.Errors;
                return Answer(StatusCodes.Status422UnprocessableEntity);
            default:
                TempData["Said"] = $"{Title}: saved.";
                return Redirect(Back);
        }
    }

    private PageResult Answer(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>What keeps someone from this form: there is no such part, or nothing yet to change.</summary>
    private async Task<IActionResult?> RefusalAsync(string name, CancellationToken cancellation)
    {
        if (HouseTermsPart.Of(name) is not { } part)
            return NotFound();
        Part = part;
        Actor actor = User.Actor();
        if (await readRecords.HandleAsync(actor.ProviderId, cancellation) is not { } records)
            return Redirect(HouseTermsPlace.Path);
        Names = RecordNames.Of(records);
        current = (await readRecords.CurrentAsync(actor.ProviderId, RecordKind.House, HouseTerms.Id, cancellation))!;
        return null;
    }
}
