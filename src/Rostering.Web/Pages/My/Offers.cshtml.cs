using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Cover;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Live;

/// <summary>What a worker is asked, answered with one touch; and swaps that they propose themselves.</summary>
public sealed class OffersModel(ReadMyOffers readOffers, AnswerOffer answerOffer, AnswerSwap answerSwap, ProposeSwap proposeSwap) : PageModel
{
    public MyOffers Offers { get; private set; } = null!;

    /// <summary>The visit that the worker would like somebody else to make.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Visit { get; set; }

    [BindProperty]
    public string? Colleague { get; set; }

    [TempData]
    public string? Said { get; set; }

    /// <summary>Why a swap was not proposed.</summary>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (User.Actor().WorkerId is null)
            return NotFound();
        Offers = await readOffers.HandleAsync(HttpContext.Act("look"), cancellation);
        return Page();
    }

    /// <summary>Every change on this page has a name of its own.</summary>
    public IActionResult OnPost() => BadRequest();

    public async Task<IActionResult> OnPostAnswerAsync(long offer, bool yes, string? reason, CancellationToken cancellation)
    {
        var answer = await answerOffer.HandleAsync(HttpContext.Act(yes ? "offer accepted" : "offer declined"), new(offer, yes, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()), cancellation);
        Said = answer?.Words;
        return answer is null ? NotFound() : RedirectToPage();
    }

    public async Task<IActionResult> OnPostSwapAsync(long swap, bool yes, CancellationToken cancellation)
    {
        Said = await answerSwap.HandleAsync(HttpContext.Act(yes ? "swap agreed" : "swap declined"), new(swap, yes), cancellation);
        return Said is null ? NotFound() : RedirectToPage();
    }

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken cancellation)
    {
        Problem = await proposeSwap.HandleAsync(HttpContext.Act("swap proposed"), new(Visit ?? "", Colleague ?? "", InReturn: null), cancellation);
        if (Problem is not null)
            return await OnGetAsync(cancellation);
        Said = "Your colleague is asked. You stay on the visit until the swap is done.";
        return RedirectToPage();
    }
}
