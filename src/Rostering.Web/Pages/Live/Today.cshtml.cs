using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Cover;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Live;

/// <summary>Today and the next three days: what has nobody, who is late, who is away; a worker's call at 06:40 is answered from here.</summary>
public sealed class TodayModel(ReadLiveDay readDay, ReadSwaps readSwaps, ReportIllness reportIllness, AnswerSwap answerSwap, IClock clock) : PageModel
{
    public const int Hours = 72;

    public LiveDay Day { get; private set; } = null!;
    public IReadOnlyList<SwapLine> Swaps { get; private set; } = [];

    [BindProperty]
    public string? Worker { get; set; }

    /// <summary>How many whole days the illness is expected to last after today.</summary>
    [BindProperty]
    public int Days { get; set; }

    /// <summary>What the last change came to.</summary>
    [TempData]
    public string? Said { get; set; }

    /// <summary>Why an illness was not recorded.</summary>
    public string? Problem { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    /// <summary>Every change on this page has a name of its own.</summary>
    public IActionResult OnPost() => BadRequest();

    /// <summary>A worker is ill: the visits that lose them become gaps, and the first of them is opened.</summary>
    public async Task<IActionResult> OnPostIllAsync(CancellationToken cancellation)
    {
        var now = LocalClock.Local(clock.GetCurrentInstant());
        var result = await reportIllness.HandleAsync(
            HttpContext.Act("rang in ill"), new(Worker ?? "", now, now.Date.PlusDays(Days + 1).AtMidnight()), cancellation);
        if (result.Refusal is { } refusal)
        {
            Problem = refusal;
            await ReadAsync(cancellation);
            return Page();
        }

        Said = result.Gaps.Count switch
        {
            0 => "The illness is recorded. No visit loses its worker.",
            1 => "The illness is recorded. One visit needs somebody.",
            int many => $"The illness is recorded. {many} visits need somebody; this is the first.",
        };
        return result.Gaps.Count == 0 ? RedirectToPage() : LocalRedirect($"/cover/{Uri.EscapeDataString(result.Gaps[0].Visit)}");
    }

    /// <summary>The last word on a swap that two workers agree on.</summary>
    public async Task<IActionResult> OnPostSwapAsync(long swap, bool yes, CancellationToken cancellation)
    {
        Said = await answerSwap.HandleAsync(HttpContext.Act(yes ? "swap approved" : "swap refused"), new(swap, yes), cancellation);
        return Said is null ? NotFound() : RedirectToPage();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var act = HttpContext.Act("look");
        Day = await readDay.HandleAsync(act, Hours, cancellation);
        Swaps = await readSwaps.HandleAsync(act, cancellation);
    }
}
