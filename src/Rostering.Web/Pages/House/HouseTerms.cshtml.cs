using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Access;
using Rostering.Core.Cover;
using Rostering.Core.Records;
using Rostering.Core.Records.Fields;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Web.Access;
using Rostering.Web.Pages.Funds;
using Rostering.Web.Pages.Records;

namespace Rostering.Web.Pages.House;

/// <summary>The terms that a provider works by, and how they came to be so; or those it could begin with.</summary>
public sealed class HouseTermsModel(ReadRecords readRecords, SaveRecords saveRecords, IClock clock) : PageModel
{
    /// <summary>The terms; where there are none yet, what is suggested to begin with.</summary>
    public HouseTerms Terms { get; private set; } = null!;

    /// <summary>The terms as JSON.</summary>
    public JsonObject Said { get; private set; } = null!;

    /// <summary>The versions, the newest first, each with what it changed; none where nothing holds yet.</summary>
    public ImmutableArray<(RecordVersion Version, ImmutableArray<RecordDifference> Changes)> History { get; private set; } = [];

    public CoverTerms Cover { get; private set; } = null!;
    public RecordNames Names { get; private set; } = null!;
    public string Why { get; private set; } = "";
    public ImmutableArray<RecordError> Errors { get; private set; } = [];

    /// <summary>The first day of this week, whose limits are shown.</summary>
    public LocalDate Monday => LocalClock.MondayOf(clock.Today());

    public bool Begun => !History.IsEmpty;
    public bool MayChange => User.MayChange(HouseTermsPlace.Path);
    public ValuesView Values(string part) => new(Field.Of(RecordKind.House).Part(part), Said[part]!.AsObject(), Names);

    /// <summary>The limits that hold this week, of the law or of the house.</summary>
    public IEnumerable<RuleParameter> LimitsOf(bool law)
    {
        var limits = new Limits(Terms.Parameters, Monday);
        return ParameterKeys.All.Where(key => TermWords.IsOfLaw(key) == law).Select(limits.Parameter);
    }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Begins with the terms that are suggested.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Why = Request.Form[WhyView.Field].ToString().Trim();
        Errors = WhyView.Faults(RecordKind.House, HouseTerms.Id, Why);
        if (Errors.IsEmpty)
        {
            var outcome = await saveRecords.HandleAsync(HttpContext.Act(Why), [RecordChange.To(HouseTerms.Suggested(clock.Today()), seen: 0)], cancellation);
            Errors = (outcome as SaveOutcome.Refused)?.Errors ?? [];
            if (Errors.IsEmpty)
            {
                TempData["Said"] = outcome is SaveOutcome.Saved ? "These are the house terms from now on. Change what is not so with you." : "Somebody else began with terms meanwhile: these are theirs.";
                return Redirect(HouseTermsPlace.Path);
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Actor actor = User.Actor();
        var records = await readRecords.HandleAsync(actor.ProviderId, cancellation);
        var versions = records is null ? [] : await readRecords.HistoryAsync(actor.ProviderId, RecordKind.House, HouseTerms.Id, cancellation);
        Names = records is null ? new RecordNames() : RecordNames.Of(records);
        Terms = records?.House ?? HouseTerms.Suggested(clock.Today());
        Said = JsonNode.Parse(RecordContent.Write(Terms))!.AsObject();
        if (!User.MayRead("/places"))
            Said["travel"]!.AsObject().Remove("measured");
        Cover = CoverTerms.InForce(records?.CoverTerms ?? [], clock.Today());
        History = [.. versions.Select((version, index) => (version, RecordDifference.Between(index + 1 < versions.Count ? versions[index + 1].Content : null, version.Content)))];
    }
}
