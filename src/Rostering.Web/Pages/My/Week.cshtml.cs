using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Rostering.Core;
using Rostering.Core.Rotas;
using Rostering.Core.Visits;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.My;

/// <summary>A worker's own week with check-in and check-out, or who is coming to a person.</summary>
public sealed class OwnWeekModel(ReadWorkerWeek readWorkerWeek, ReadPersonWeek readPersonWeek, RecordAttendance recordAttendance, IClock clock) : PageModel
{
    private static readonly Duration AroundNow = Duration.FromHours(12);

    /// <summary>What the page shows to a person, or to whoever speaks for them.</summary>
    public sealed record PersonView(string Id, string Name, LocalDate Monday, LocalDate Today, PersonWeek? Week, PersonFund? Fund);

    [BindProperty(SupportsGet = true)]
    public string? Week { get; set; }

    public WorkerWeek? Worker { get; private set; }
    public PersonView? Person { get; private set; }
    public IReadOnlyList<string> People { get; private set; } = [];
    public LocalDate Monday { get; private set; }
    public LocalDate Today { get; private set; }

    /// <summary>The visit at which something is wrong, and what.</summary>
    public string? FaultAt { get; private set; }
    public string? Fault { get; private set; }
    public bool ReasonWanted { get; private set; }

    /// <summary>When a telephone without a network was told what is wrong; it is asked again with that time.</summary>
    public string? KeptSince { get; private set; }

    public bool IsThisWeek => Monday == LocalClock.MondayOf(Today);

    public string SyncedAt => LocalClock.When(clock.GetCurrentInstant());

    public string AddressOf(LocalDate day, string? person = null)
    {
        var who = person ?? (People.Count > 1 ? Person?.Id : null);
        return $"/my/week?week={LocalClock.MondayOf(day).Iso()}{(who is null ? null : $"&person={Uri.EscapeDataString(who)}")}";
    }

    /// <summary>The days of this week that are over; of another week none.</summary>
    public IEnumerable<WorkerDay> Past(WorkerWeek week) => IsThisWeek ? week.Days.Where(day => day.Date < Today && !day.Visits.Any(visit => visit.Id == FaultAt || NextStep(visit) is not null)) : [];

    /// <summary>What the worker can say next of a visit, if it is a matter of today.</summary>
    public AttendanceKind? NextStep(WorkerVisit visit)
    {
        var start = LocalClock.Instant(visit.Start);
        var end = LocalClock.Instant(visit.End);
        var now = clock.GetCurrentInstant();
        return visit.State is not (VisitState.Planned or VisitState.UnderWay) || visit.LeftAt is not null || now < start - AroundNow || now > end + AroundNow ? null
            : visit.CameAt is null ? AttendanceKind.Came
            : AttendanceKind.Left;
    }

    public async Task<IActionResult> OnGetAsync(string? person, CancellationToken cancellation) =>
        await LoadAsync(person, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAttendanceAsync(string visit, AttendanceKind kind, string? reason, string? saidAt, CancellationToken cancellation)
    {
        if (User.Actor().WorkerId is null || !await LoadAsync(person: null, cancellation))
            return NotFound();
        var why = kind == AttendanceKind.Came ? "came to a visit" : "left a visit";
        var outcome = await recordAttendance.HandleAsync(HttpContext.Act(why), new RecordAttendance.Request(Monday, visit, kind, reason, Moment(saidAt)), cancellation);
        KeptSince = Moment(saidAt) is null ? null : saidAt;
        if (outcome is RecordAttendance.Result.Recorded)
            return RedirectToPage(pageName: null, pageHandler: null, new { week = Monday.Iso() }, fragment: $"visit-{visit}");

        FaultAt = visit;
        (Fault, ReasonWanted) = outcome switch
        {
            RecordAttendance.Result.ReasonWanted wanted => (wanted.Sentence, true),
            RecordAttendance.Result.Refused refused => (refused.Sentence, false),
            _ => (null, false),
        };
        return Page();
    }

    private async Task<bool> LoadAsync(string? person, CancellationToken cancellation)
    {
        var actor = User.Actor();
        Today = LocalClock.Date(clock.GetCurrentInstant());
        if (Week is not null && !LocalDatePattern.Iso.Parse(Week).Success)
            return false;
        Monday = LocalClock.MondayOf(Week is null ? Today : LocalDatePattern.Iso.Parse(Week).Value);
        People = actor.PersonIds;
        if (actor.WorkerId is { } worker)
        {
            Worker = await readWorkerWeek.HandleAsync(actor.ProviderId, worker, Monday, cancellation);
            return true;
        }

        var id = person ?? actor.PersonIds.FirstOrDefault();
        if (id is null || !actor.PersonIds.Contains(id))
            return false;
        var found = await readPersonWeek.HandleAsync(actor.ProviderId, id, Monday, clock.GetCurrentInstant(), cancellation);
        Person = new PersonView(id, found.Name, Monday, Today, found.Week, found.Fund);
        return true;
    }

    private static Instant? Moment(string? text) => InstantPattern.ExtendedIso.Parse(text ?? "") is { Success: true, Value: var moment } ? moment : null;
}
