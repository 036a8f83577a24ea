using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Rostering.Core;
using Rostering.Core.Cover;
using Rostering.Core.Visits;
using Rostering.Ledger.EntryTemplates;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Live;

/// <summary>What became of one visit, or that it is called off: with what that costs whom, before it is said.</summary>
public sealed class OutcomeModel(ReadGap readGap, PreviewCallOff preview, RecordOutcomes recordOutcomes, IClock clock) : PageModel
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public GapDetails Details { get; private set; } = null!;
    public ImmutableArray<PreviewCallOff.Share> Charges { get; private set; } = [];

    /// <summary>Whether it has begun: before that it can be called off, and not given.</summary>
    public bool Begun { get; private set; }

    [BindProperty]
    public OutcomeForm Form { get; set; } = new();

    /// <summary>Why it was not recorded.</summary>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string visit, CancellationToken cancellation)
    {
        if (!await ReadAsync(visit, cancellation))
            return NotFound();
        Form = new OutcomeForm { Start = LiveWords.Time(Details.Told.StartsAt), Minutes = Details.Told.Minutes };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string visit, CancellationToken cancellation)
    {
        if (!await ReadAsync(visit, cancellation))
            return NotFound();
        var (report, fault) = Report();
        Problem = fault ?? (await recordOutcomes.HandleAsync(
            HttpContext.Act(LiveWords.Of(Form.Outcome)), new(Details.Week.WeekId, new Dictionary<string, VisitReport>(StringComparer.Ordinal) { [visit] = report! }), cancellation)).Values.FirstOrDefault();
        if (Problem is not null)
            return Page();
        TempData["Said"] = $"{Details.Week.For(Details.Visit)}, {LocalClock.Day(Details.Told.StartsAt)}: {LiveWords.Of(Form.Outcome).ToLowerInvariant()}.";
        return LocalRedirect(Begun ? "/live/confirm" : "/live");
    }

    private (VisitReport? Report, string? Fault) Report()
    {
        var now = LocalClock.Local(clock.GetCurrentInstant());
        if (Form.Outcome == Outcome.Delivered)
        {
            return Clock.Parse(Form.Start ?? "") is { Success: true, Value: var start }
                ? (new VisitReport.Given(Details.Told.StartsAt.Date + start, Form.Minutes, Form.Because), null)
                : (null, $"The start '{Form.Start}' is no time; write it like 07:30.");
        }

        if (Form.Outcome == Outcome.Banked)
        {
            return LocalDatePattern.Iso.Parse(Form.BackOn ?? "") is { Success: true, Value: var back } && !string.IsNullOrWhiteSpace(Form.Purpose)
                ? (new VisitReport.Banked(new BankingAgreement { Id = $"call-off/{Details.Told.Visit}", Purpose = Form.Purpose.Trim(), AgreedBy = string.Join(' ', Details.Told.People), ReinstateOn = back }), null)
                : (null, "To save it, say what it is for, and the day from which the support is back.");
        }

        var reason = string.IsNullOrWhiteSpace(Form.Reason) ? null : Form.Reason.Trim();
        return (Form.Outcome, reason) switch
        {
            (_, null) => (null, "Say why, in a word or two."),
            (Outcome.Declined, _) => (new VisitReport.Declined(reason, now, Form.Redeployed), null),
            (Outcome.Ill, _) => (new VisitReport.Ill(reason, now, string.Create(CultureInfo.InvariantCulture, $"ill/{Details.Told.Visit}")), null),
            _ => (new VisitReport.Failed(reason), null),
        };
    }

    private async Task<bool> ReadAsync(string visit, CancellationToken cancellation)
    {
        var act = HttpContext.Act("look");
        if (await readGap.HandleAsync(visit, act, cancellation) is not { } details)
            return false;
        Details = details;
        Begun = details.Told.StartsAt <= LocalClock.Local(act.At);
        Charges = await preview.HandleAsync(details.Week.WeekId, visit, act, cancellation);
        return true;
    }
}

/// <summary>What somebody says became of a visit.</summary>
public sealed record OutcomeForm
{
    public Outcome Outcome { get; init; }
    public string? Start { get; init; }
    public int Minutes { get; init; }
    public ShortBecause? Because { get; init; }
    public string? Reason { get; init; }
    public bool Redeployed { get; init; }
    public string? Purpose { get; init; }
    public string? BackOn { get; init; }
}
