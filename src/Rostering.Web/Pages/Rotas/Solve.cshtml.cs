using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core.Rotas;
using Rostering.Solver.Problem;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Rotas;

/// <summary>Plans a week: starts runs of the solver, shows how they get on, and puts what came of them side by side.</summary>
public sealed class SolveModel(StartSolve startSolve, StopSolve stopSolve, ReadSolves readSolves, ChooseVersion chooseVersion) : PageModel
{
    private const int RunsShown = 6;

    public LocalDate Monday { get; private set; }
    public ImmutableArray<SolveStory> Runs { get; private set; }
    public ImmutableArray<AlternativeRota> Alternatives { get; private set; }
    public ImmutableArray<string> Errors { get; private set; } = [];

    [BindProperty]
    public double Seconds { get; set; } = 40;

    [BindProperty]
    public List<SolveFocus> Focuses { get; set; } = [SolveFocus.Balanced];

    /// <summary>The rows of the comparison: what a manager weighs, and the terms it sums up.</summary>
    public static IReadOnlyList<(string Name, ImmutableArray<string> Keys)> Comparison { get; } =
    [
        ("Pay, travel, waiting and top-ups", [WeightKeys.Cost]),
        ("Unfamiliar faces and extra faces", [WeightKeys.Accepted, WeightKeys.Known, WeightKeys.Stranger, WeightKeys.Face, WeightKeys.SecondWorker]),
        ("Changes to what people were told", [WeightKeys.ChangedWorker, WeightKeys.ChangedStart]),
        ("Burdens on workers", [WeightKeys.Split, WeightKeys.TiedUp, WeightKeys.DayOff, WeightKeys.Unsocial, WeightKeys.RecentAsk]),
        ("Hours short or swinging", [WeightKeys.BelowContract, WeightKeys.Swing]),
        ("Wishes not met", [WeightKeys.WantedStart, WeightKeys.WishOff, WeightKeys.WishWork, WeightKeys.Locality, WeightKeys.Interest]),
    ];

    public static string NameOf(SolveFocus focus) => focus switch
    {
        SolveFocus.Familiar => "Familiar faces",
        SolveFocus.Cost => "Least cost",
        SolveFocus.Changes => "Fewest changes",
        _ => "Balanced",
    };

    /// <summary>The points of some terms together.</summary>
    public static long Points(AlternativeRota alternative, ImmutableArray<string> keys) => alternative.Terms.Where(term => keys.Contains(term.Key)).Sum(term => term.Points);

    /// <summary>How often an amount is met or a rule's thing happens, such as splits.</summary>
    public static long Amount(AlternativeRota alternative, string key) => alternative.Terms.Where(term => term.Key == key).Sum(term => term.Amount);

    public async Task<IActionResult> OnGetAsync(string week, CancellationToken cancellation) => await LoadAsync(week, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string week, CancellationToken cancellation)
    {
        if (WeekAddress.Monday(week) is not { } monday)
        {
            return NotFound();
        }

        StartSolve.Result result = await startSolve.HandleAsync(new(monday, Seconds, [.. Focuses]), HttpContext.Act("plan the week"), cancellation);
        if (result.Errors.IsEmpty)
        {
            return Redirect(WeekAddress.Of(monday, "solve"));
        }

        Errors = result.Errors;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await LoadAsync(week, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostStopAsync(string week, long run, CancellationToken cancellation)
    {
        await stopSolve.HandleAsync(run, HttpContext.Act("stop and keep the best"), cancellation);
        return WeekAddress.Monday(week) is { } monday ? Redirect(WeekAddress.Of(monday, "solve")) : NotFound();
    }

    public async Task<IActionResult> OnPostChooseAsync(string week, int number, CancellationToken cancellation) =>
        WeekAddress.Monday(week) is { } monday && await chooseVersion.HandleAsync(monday, number, HttpContext.Act("choose a rota"), cancellation)
            ? Redirect(WeekAddress.Of(monday, "board"))
            : NotFound();

    private async Task<bool> LoadAsync(string week, CancellationToken cancellation)
    {
        long provider = User.Actor().ProviderId;
        if (WeekAddress.Monday(week) is not { } monday)
        {
            return false;
        }

        (Monday, Runs) = (monday, await readSolves.HandleAsync(provider, monday, RunsShown, cancellation));
        Alternatives = await readSolves.AlternativesAsync(provider, monday, cancellation);
        return true;
    }
}
