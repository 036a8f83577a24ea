using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Records;
using Rostering.Core.Rotas;
using Rostering.Web.Access;
using Rostering.Web.Pages.House;

namespace Rostering.Web.Pages;

/// <summary>The start: the four jobs and the weeks, and what comes before them, for those who plan; everybody else is led to their own page.</summary>
public sealed class IndexModel(ReadWeeks readWeeks, ReadRecords readRecords, Navigation navigation) : PageModel
{
    private static readonly Job Beginning = new(HouseTermsPlace.Path, "House terms", "The first thing to settle: nothing can be recorded or planned before.");

    private static readonly Job[] FourJobs =
    [
        new("/rotas", "Weeks", "Plan a week, ask those it concerns, and publish it."),
        new("/live", "Cover", "Who is ill, what nobody covers, and who could go instead."),
        new("/funds", "Funds", "What each person’s fund holds, has promised and has spent."),
        new("/workers", "Hours", "Who works how much, and what they hold: contracts, absences, certificates."),
    ];

    public IReadOnlyList<Job> Jobs { get; private set; } = [];
    public IReadOnlyList<WeekLine> Weeks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var places = navigation.Of(User).Select(place => place.Path).ToList();
        if (!User.MayRead("/rotas") && places.Count > 0)
            return LocalRedirect(places[0]);

        bool begun = await readRecords.CurrentAsync(User.Actor().ProviderId, RecordKind.House, HouseTerms.Id, cancellation) is not null;
        Jobs = [.. begun || !User.MayChange(HouseTermsPlace.Path) ? Array.Empty<Job>() : [Beginning], .. FourJobs.Where(job => places.Contains(job.Path))];
        if (User.MayRead("/rotas"))
            Weeks = await readWeeks.HandleAsync(User.Actor().ProviderId, cancellation);
        return Page();
    }

    /// <summary>One of the four jobs, and where it is done.</summary>
    public sealed record Job(string Path, string Name, string Words);
}
