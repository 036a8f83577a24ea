using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Rotas;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Rotas;

/// <summary>Why a visit has whom it has, or nobody.</summary>
public sealed class VisitModel(ReadBoard readBoard) : PageModel
{
    public VisitExplanation Explanation { get; private set; } = null!;
    public string Week { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGetAsync(string week, string visit, CancellationToken cancellation)
    {
        if (WeekAddress.Monday(week) is not { } monday
            || await readBoard.HandleAsync(User.Actor().ProviderId, monday, HttpContext.Act("look").At, cancellation) is not { } rota
            || !rota.Schedule.Problem.Index.Visits.TryGetValue(new VisitId(visit), out int index))
        {
            return NotFound();
        }

        WeekScope scope = new(User.Actor(), rota.Problem);
        if (!scope.Sees(rota.Problem.Visits[index]))
        {
            return NotFound();
        }

        Week = week;
        Explanation = scope.Within(new VisitExplainer(rota.Schedule).Explain(index));
        return Page();
    }
}
