using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Cover;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Live;

/// <summary>Who could come to a visit that lost its worker: the person's view first, then cost and purse; ticked workers are asked one after another.</summary>
public sealed class CoverVisitModel(ReadGap readGap, SendOffers sendOffers) : PageModel
{
    /// <summary>How many are ticked from the start.</summary>
    public const int Ticked = 3;

    public GapDetails Details { get; private set; } = null!;

    [BindProperty]
    public string[] Workers { get; set; } = [];

    [TempData]
    public string? Said { get; set; }

    /// <summary>Why nobody was asked.</summary>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string visit, CancellationToken cancellation) => await ReadAsync(visit, cancellation);

    public async Task<IActionResult> OnPostAsync(string visit, long gap, CancellationToken cancellation)
    {
        Problem = await sendOffers.HandleAsync(HttpContext.Act("cover sought"), new(gap, [.. Workers]), cancellation);
        if (Problem is not null)
            return await ReadAsync(visit, cancellation);
        Said = Workers.Length == 1 ? "One worker is asked." : $"{Workers.Length} workers are asked, one after another.";
        return RedirectToPage(new { visit });
    }

    /// <summary>Whether a worker's box is ticked.</summary>
    public bool IsTicked(CoverChoice choice, int at) =>
        choice.MayBeAsked && (Workers.Length > 0 ? Workers.Contains(choice.Candidate.Worker.Value) : Details.Offers.All(offer => offer.EndedAt is not null) && at < Ticked);

    public string Name(string worker) => Details.Week.WorkerName(worker);

    private async Task<IActionResult> ReadAsync(string visit, CancellationToken cancellation)
    {
        if (await readGap.HandleAsync(visit, HttpContext.Act("look"), cancellation) is not { } details)
            return NotFound();
        Details = details;
        return Page();
    }
}
