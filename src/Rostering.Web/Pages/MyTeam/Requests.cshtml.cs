using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.TimeRequests;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.MyTeam;

/// <summary>What workers ask for, to be approved or refused.</summary>
public sealed class RequestsModel(ReadTimeRequests readTimeRequests, AnswerTimeRequest answerTimeRequest) : PageModel
{
    public IReadOnlyList<ReadTimeRequests.Waiting> Waiting { get; private set; } = [];
    public long? FaultAt { get; private set; }
    public string? Fault { get; private set; }
    public string? Answer { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => Waiting = await readTimeRequests.WaitingAsync(User.Actor(), cancellation);

    public async Task<IActionResult> OnPostAsync(long id, bool approve, string? answer, CancellationToken cancellation)
    {
        Fault = await answerTimeRequest.HandleAsync(HttpContext.Act(approve ? "approved a worker’s request" : "refused a worker’s request"), new AnswerTimeRequest.Request(id, approve, answer), cancellation);
        if (Fault is null)
            return RedirectToPage();
        (FaultAt, Answer) = (id, answer);
        await OnGetAsync(cancellation);
        return Page();
    }
}
