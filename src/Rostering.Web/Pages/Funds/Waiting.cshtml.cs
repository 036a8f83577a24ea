using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Finance.FundActs;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Funds;

/// <summary>What waits for a second person of finance.</summary>
public sealed class WaitingModel(ReadAskedFundActs readAskedFundActs, AnswerFundAct answerFundAct) : PageModel
{
    public ImmutableArray<ReadAskedFundActs.Waiting> All { get; private set; } = [];

    /// <summary>Why an answer did not count, and to which act.</summary>
    public (long Asked, string Words)? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => All = await readAskedFundActs.HandleAsync(User.Actor().ProviderId, cancellation);

    /// <summary>Every change on this page has a name of its own.</summary>
    public IActionResult OnPost() => BadRequest();

    public Task<IActionResult> OnPostCheckAsync([FromForm] long asked, CancellationToken cancellation) => AnswerAsync(new(asked, TurnedDownFor: null), cancellation);

    public Task<IActionResult> OnPostTurnDownAsync([FromForm] long asked, [FromForm] string? why, CancellationToken cancellation) => AnswerAsync(new(asked, why ?? ""), cancellation);

    public static string Value(FundActField field, string text) =>
        text.Length == 0 ? "–"
        : field.Form == FundActForm.Money && FundActValues.MoneyOf(text) is { } money ? money.ToString()
        : field.Form == FundActForm.Day && FundDates.Day(text) is { } day ? day.Short()
        : text;

    private async Task<IActionResult> AnswerAsync(AnswerFundAct.Request request, CancellationToken cancellation)
    {
        if (await answerFundAct.HandleAsync(request, HttpContext.Act("checked what a colleague recorded"), cancellation) is not { } problem)
            return LocalRedirect("/funds/waiting");
        Problem = (request.Asked, problem);
        await OnGetAsync(cancellation);
        return Page();
    }
}
