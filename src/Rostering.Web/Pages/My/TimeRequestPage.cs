using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Text;
using Rostering.Core.TimeRequests;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.My;

/// <summary>A worker's own requests of one kind, and the form for another.</summary>
public abstract class TimeRequestPage(TimeRequestKind kind, ReadTimeRequests readTimeRequests, AskForTime askForTime) : PageModel
{
    private static readonly LocalDateTimePattern FieldPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public IReadOnlyList<TimeRequest> Requests { get; private set; } = [];

    [BindProperty]
    public string? Starts { get; set; }

    [BindProperty]
    public string? Ends { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public string? StartsFault { get; private set; }
    public string? EndsFault { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (User.Actor().WorkerId is null)
            return NotFound();
        var (starts, ends) = (FieldPattern.Parse(Starts ?? ""), FieldPattern.Parse(Ends ?? ""));
        StartsFault = starts.Success ? null : $"'{Starts}' is no day and time. Choose when it begins.";
        EndsFault = ends.Success ? null : $"'{Ends}' is no day and time. Choose when it ends.";
        if (StartsFault is null && EndsFault is null)
            EndsFault = await askForTime.HandleAsync(HttpContext.Act(kind == TimeRequestKind.Leave ? "asked for leave" : "offered extra hours"),
                new AskForTime.Request(kind, starts.Value, ends.Value, Note), cancellation);
        return StartsFault is null && EndsFault is null ? RedirectToPage() : await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(long id, CancellationToken cancellation) =>
        User.Actor().WorkerId is not null && await askForTime.WithdrawAsync(HttpContext.Act("took a request back"), id, cancellation) ? RedirectToPage() : NotFound();

    private async Task<IActionResult> LoadAsync(CancellationToken cancellation)
    {
        var actor = User.Actor();
        if (actor.WorkerId is not { } worker)
            return NotFound();
        Requests = await readTimeRequests.OwnAsync(actor.ProviderId, worker, kind, cancellation);
        return Page();
    }
}
