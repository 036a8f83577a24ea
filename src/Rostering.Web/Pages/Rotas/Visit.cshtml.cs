using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Rostering.Core.Rotas;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem;

namespace Rostering.Web.Pages.Rotas;

/// <summary>Why a visit has whom it has, or nobody.</summary>
public sealed class VisitModel(ReadRota readRota) : PageModel
{
    public VisitExplanation Explanation { get; private set; } = null!;
    public string Week { get; private set; } = string.Empty;

    [BindProperty(SupportsGet = true)]
    public string? Provider { get; set; }

    public async Task<IActionResult> OnGetAsync(string week, string visit, CancellationToken cancellation)
    {
        ParseResult<LocalDate> day = LocalDatePattern.Iso.Parse(week);
        if (!day.Success
            || await readRota.HandleAsync(day.Value, Provider, cancellation) is not { } rota
            || !rota.Schedule.Problem.Index.Visits.TryGetValue(new VisitId(visit), out int index))
        {
            return NotFound();
        }

        Week = week;
        Provider = rota.Provider;
        Explanation = new VisitExplainer(rota.Schedule).Explain(index);
        return Page();
    }
}
