using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Rostering.Core.Rotas;
using Rostering.Solver.Explain;
using Rostering.Solver.Rota;

namespace Rostering.Web.Pages.Rotas;

/// <summary>A week's rota: gaps first, then people × days or workers × days, with the score and what makes it.</summary>
public sealed class WeekModel(ReadRota readRota) : PageModel
{
    /// <summary>How many of a gap's nearest workers are named on the page; the gap's own page has all.</summary>
    public const int RefusalsShown = 2;

    private const int GapsExplained = 6;

    public ReadRota.Result Rota { get; private set; } = null!;
    public WeekCounts Counts { get; private set; } = null!;
    public IReadOnlyList<VisitExplanation> Gaps { get; private set; } = [];
    public WeekGrid Grid { get; private set; } = null!;

    /// <summary>Which side of the rota the grid shows.</summary>
    [BindProperty(SupportsGet = true)]
    public GridSide View { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Provider { get; set; }

    public async Task<IActionResult> OnGetAsync(string week, CancellationToken cancellation)
    {
        ParseResult<LocalDate> day = LocalDatePattern.Iso.Parse(week);
        if (!day.Success || await readRota.HandleAsync(day.Value, Provider, cancellation) is not { } rota)
        {
            return NotFound();
        }

        Rota = rota;
        Counts = WeekCounts.Of(rota.Schedule);
        VisitExplainer explainer = new(rota.Schedule);
        Gaps =
        [
            .. rota.Schedule.Problem.Visits.Where(v => !rota.Schedule.Covered(v.Index))
                .OrderByDescending(v => v.Source.Need).ThenBy(v => v.Starts[0])
                .Take(GapsExplained).Select(v => explainer.Explain(v.Index)),
        ];
        Grid = View == GridSide.Workers ? WeekGrid.OfWorkers(rota.Schedule) : WeekGrid.OfPeople(rota.Schedule);
        return Page();
    }

    /// <summary>Address of a visit's explanation.</summary>
    public string VisitAddress(string visit) =>
        $"/rotas/{Rota.Schedule.Problem.Source.WeekStart:uuuu-MM-dd}/visits/{Uri.EscapeDataString(visit)}?provider={Uri.EscapeDataString(Rota.Provider)}";

    /// <summary>Address of this page with another side shown.</summary>
    public string SideAddress(GridSide side) =>
        $"/rotas/{Rota.Schedule.Problem.Source.WeekStart:uuuu-MM-dd}?view={side}&provider={Uri.EscapeDataString(Rota.Provider)}#rota";
}

/// <summary>The two sides of a rota.</summary>
public enum GridSide { People, Workers }
