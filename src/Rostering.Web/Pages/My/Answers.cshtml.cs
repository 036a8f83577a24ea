using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Rostering.Core;
using Rostering.Core.Rotas;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.My;

/// <summary>What is planned for a worker or a person, to be answered before it is published.</summary>
public sealed class AnswersModel(ReadConsultation readConsultation, AnswerConsultation answerConsultation, IClock clock) : PageModel
{
    private const string Why = "was asked about the plan";

    private static readonly LocalDateTimePattern StartPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public IReadOnlyList<AskedWeek> Asked { get; private set; } = [];

    /// <summary>The visit at which something is wrong, and what.</summary>
    public string? FaultAt { get; private set; }
    public string? Fault { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAnswerAsync(
        string week, AnswerFrom from, string id, string visit, AnswerKind answer, string? reason, string? worker, string? start, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Find(week, from, id) is not { } asked)
            return NotFound();
        LocalDateTime? wished = answer == AnswerKind.Wish && StartPattern.Parse(start ?? "") is { Success: true } parsed ? parsed.Value : null;
        Fault = await answerConsultation.HandleAsync(
            new AnswerConsultation.Request(asked.Monday, from, id, visit, answer, reason, answer == AnswerKind.Wish && worker is { Length: > 0 } ? worker : null, wished),
            HttpContext.Act(Why), cancellation);
        if (Fault is null)
            return RedirectToPage(pageName: null, pageHandler: null, fragment: $"{asked.Key}-{visit}");
        FaultAt = $"{asked.Key}-{visit}";
        return Page();
    }

    public async Task<IActionResult> OnPostYesToAllAsync(string week, AnswerFrom from, string id, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Find(week, from, id) is not { } asked)
            return NotFound();
        foreach (var visit in asked.Visits.Where(visit => visit.Said is null))
            await answerConsultation.HandleAsync(
                new AnswerConsultation.Request(asked.Monday, from, id, visit.Id, AnswerKind.Yes, Reason: null, Worker: null, WishedStart: null), HttpContext.Act(Why), cancellation);
        return RedirectToPage();
    }

    // Only what the one who is signed in is asked can be answered.
    private AskedWeek? Find(string week, AnswerFrom from, string id) => Asked.FirstOrDefault(asked => (asked.Monday.Iso(), asked.From, asked.Id) == (week, from, id));

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var actor = User.Actor();
        Asked = AskedWeek.Of(await readConsultation.OpenAsync(actor.ProviderId, clock.GetCurrentInstant(), cancellation), actor);
    }
}
