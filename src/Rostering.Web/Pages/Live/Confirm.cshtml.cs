using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Visits;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Live;

/// <summary>Visits that are over: those that went as planned are confirmed together, the others one by one.</summary>
public sealed class ConfirmModel(ReadVisitsToConfirm readVisits, RecordOutcomes recordOutcomes) : PageModel
{
    /// <summary>As many as one page shows; the oldest come first.</summary>
    public const int Shown = 100;

    public IReadOnlyList<ReadVisitsToConfirm.Line> Visits { get; private set; } = [];

    /// <summary>Why a visit was not confirmed, by visit.</summary>
    public ImmutableSortedDictionary<string, string> Problems { get; private set; } = ImmutableSortedDictionary<string, string>.Empty;

    [BindProperty]
    public string[] Given { get; set; } = [];

    [TempData]
    public string? Said { get; set; }

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        var ticked = Visits.Where(line => Given.Contains(line.Visit.Visit)).ToList();
        foreach (var week in ticked.GroupBy(line => line.Week))
        {
            var reports = week.ToDictionary(line => line.Visit.Visit, line => (VisitReport)new VisitReport.Given(line.Visit.StartsAt, line.Visit.Minutes), StringComparer.Ordinal);
            Problems = Problems.SetItems(await recordOutcomes.HandleAsync(HttpContext.Act("given as planned"), new(week.Key, reports), cancellation));
        }

        Said = $"{ticked.Count - Problems.Count} visits are confirmed as planned.";
        if (Problems.IsEmpty)
            return RedirectToPage();
        await ReadAsync(cancellation);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellation) => Visits = await readVisits.HandleAsync(HttpContext.Act("look"), cancellation);
}
