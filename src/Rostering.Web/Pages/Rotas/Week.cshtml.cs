using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Rotas;
using Rostering.Solver.Explain;
using Rostering.Solver.Rota;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Rotas;

/// <summary>A week's rota: gaps first, then people × days or workers × days, with the score and what makes it.</summary>
public sealed class WeekModel(ReadBoard readBoard) : PageModel
{
    /// <summary>How many of a gap's nearest workers are named on the page; the gap's own page has all.</summary>
    public const int RefusalsShown = 2;

    private const int GapsExplained = 6;

    public Board Rota { get; private set; } = null!;
    public WeekScope Scope { get; private set; } = null!;
    public int Visits { get; private set; }
    public int Open { get; private set; }
    public ImmutableArray<Violation> Broken { get; private set; } = [];
    public IReadOnlyList<VisitExplanation> Gaps { get; private set; } = [];
    public WeekGrid Grid { get; private set; } = null!;

    /// <summary>Which side of the rota the grid shows.</summary>
    [BindProperty(SupportsGet = true)]
    public GridSide View { get; set; }

    public async Task<IActionResult> OnGetAsync(string week, CancellationToken cancellation)
    {
        if (WeekAddress.Monday(week) is not { } monday
            || await readBoard.HandleAsync(User.Actor().ProviderId, monday, HttpContext.Act("look").At, cancellation) is not { } rota)
        {
            return NotFound();
        }

        Rota = rota;
        Scope = new WeekScope(User.Actor(), rota.Problem);
        var visits = rota.Problem.Visits.Where(Scope.Sees).ToList();
        var open = visits.Where(visit => !rota.Schedule.Covered(visit.Index)).ToList();
        (Visits, Open, Broken) = (visits.Count, open.Count, [.. rota.Check.HardViolations.Where(Scope.Sees)]);
        VisitExplainer explainer = new(rota.Schedule);
        Gaps =
        [
            .. open.OrderByDescending(v => v.Source.Need).ThenBy(v => v.Starts[0])
                .Take(GapsExplained).Select(v => Scope.Within(explainer.Explain(v.Index))),
        ];
        Grid = View == GridSide.Workers ? WeekGrid.OfWorkers(rota.Schedule, Scope) : WeekGrid.OfPeople(rota.Schedule, Scope);
        return Page();
    }

    /// <summary>Address of a visit's explanation.</summary>
    public string VisitAddress(string visit) => WeekAddress.Of(Rota.Draft.Week.StartsOn, $"visits/{Uri.EscapeDataString(visit)}");

    /// <summary>Address of this page with another side shown.</summary>
    public string SideAddress(GridSide side) => $"{WeekAddress.Of(Rota.Draft.Week.StartsOn)}?view={side}#rota";
}

/// <summary>The two sides of a rota.</summary>
public enum GridSide { People, Workers }
