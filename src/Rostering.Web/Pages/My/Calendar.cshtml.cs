using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Calendars;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.My;

/// <summary>The addresses at which one's own calendar program finds one's visits.</summary>
public sealed class CalendarModel(ShareCalendar shareCalendar) : PageModel
{
    public IReadOnlyList<CalendarFeed> Feeds { get; private set; } = [];

    /// <summary>A new address, shown this once.</summary>
    public string? Address { get; private set; }

    /// <summary>Whose visits the one who is signed in may have in a calendar.</summary>
    public IEnumerable<(CalendarOf Kind, string Id, string Name)> Whose
    {
        get
        {
            var actor = User.Actor();
            var people = actor.PersonIds.Select(person => (CalendarOf.Person, person, $"visits to {person}"));
            return actor.WorkerId is { } worker ? people.Prepend((CalendarOf.Worker, worker, "your own visits")) : people;
        }
    }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostShareAsync(string of, CancellationToken cancellation)
    {
        if (Whose.Where(one => $"{one.Kind}-{one.Id}" == of).Select(one => ((CalendarOf, string)?)(one.Kind, one.Id)).SingleOrDefault() is not var (kind, id))
            return NotFound();
        var secret = await shareCalendar.MakeAsync(HttpContext.Act("wanted visits in a calendar"), kind, id, cancellation);
        Address = $"{Request.Scheme}://{Request.Host}/calendar/{secret}.ics";
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(long id, CancellationToken cancellation) =>
        await shareCalendar.RevokeAsync(HttpContext.Act("took a calendar address back"), id, cancellation) ? RedirectToPage() : NotFound();

    private async Task LoadAsync(CancellationToken cancellation) => Feeds = await shareCalendar.OpenAsync(User.Actor(), cancellation);
}
