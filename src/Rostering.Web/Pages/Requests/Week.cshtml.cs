using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Access;
using Rostering.Core.Records;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;
using Rostering.Web.Access;
using Rostering.Web.Pages.Funds;
using Rostering.Web.Pages.Records;

namespace Rostering.Web.Pages.Requests;

/// <summary>The visits that requests make in a week, and how they differ from last week's.</summary>
public sealed class WeekModel(CompareWeeks compareWeeks, IClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    public LocalDate Monday { get; private set; }
    public RecordNames? Names { get; private set; }
    public ImmutableArray<Visit> Visits { get; private set; } = [];
    public ImmutableArray<VisitDifference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? week, CancellationToken cancellation)
    {
        LocalDate date = FundDates.Day(week ?? Request.Query["on"]) ?? clock.Today();
        Monday = date.PlusDays(IsoDayOfWeek.Monday - date.DayOfWeek);
        if (week is not null && FundDates.Day(week) is null)
            return NotFound();
        Actor actor = User.Actor();
        if (await compareWeeks.HandleAsync(actor.ProviderId, Monday, cancellation) is not { } result)
            return Page();
        Names = RecordNames.Of(result.Records);
        Visits = [.. result.Visits.Where(visit => actor.Sees(visit.Team.Value) && Matches(visit))];
        Differences = [.. result.Differences.Where(difference => actor.Sees(difference.Visit.Team.Value) && Matches(difference.Visit))];
        return Page();
    }

    public string Address(int weeks) => $"/requests/week/{Monday.PlusWeeks(weeks).Iso()}{(string.IsNullOrWhiteSpace(Find) ? "" : $"?find={Uri.EscapeDataString(Find)}")}";

    public string Who(Visit visit) => visit.Shares.IsEmpty
        ? Names!.Of(RecordKind.Team, visit.Team.Value)
        : string.Join(", ", visit.Shares.Select(share => Names!.Of(RecordKind.Person, share.Person.Value)));

    public string RequestAddress(Visit visit) => $"/requests/{Uri.EscapeDataString(RequestOf(visit).Value)}";

    public string What(Visit visit) => Names!.Of(RecordKind.Request, RequestOf(visit).Value);

    public string ChangeAddress(Visit visit) => $"/requests/dates/new?request={Uri.EscapeDataString(RequestOf(visit).Value)}&date={visit.EarliestStart.Date.Iso()}";

    private static RequestId RequestOf(Visit visit) => VisitIds.Parse(visit.Id)!.Value.Request;

    private bool Matches(Visit visit) => string.IsNullOrWhiteSpace(Find)
        || $"{Who(visit)} {What(visit)} {visit.Id}".Contains(Find.Trim(), StringComparison.OrdinalIgnoreCase);
}
