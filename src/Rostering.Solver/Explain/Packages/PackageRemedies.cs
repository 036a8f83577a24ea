using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Explain.Packages;

/// <summary>Changes that together let every week take the package: each was tried.</summary>
/// <param name="Words">What would have to be done, a sentence for each change.</param>
/// <param name="ExtraPence">What the dearest week then costs more than without the package, in pence.</param>
public sealed record PackageRemedy(ImmutableArray<PackageChange> Changes, ImmutableArray<string> Words, long ExtraPence)
{
    internal int Asks => Changes.Sum(change => change.Asks);
}

/// <summary>
/// Looks for the changes that ask least and let every week take the package. A change counts for what a week really looks like with it:
/// the best ones of the first week that fails are tried on all weeks, and others are added to them while gaps are left.
/// </summary>
internal sealed class PackageRemedies(ImmutableArray<PackageFit> fits, CancellationToken stop)
{
    private const int ChangesMax = 3;
    private const int TriedMax = 16;
    private const int RemediesMax = 3;
    private const int PaidMinutesStep = 15;

    /// <summary>Remedies, the one that asks least first; empty where none was found.</summary>
    public ImmutableArray<PackageRemedy> Find() =>
    [
        .. Better(fits.First(fit => !fit.Fits)).Take(RemediesMax).ToList().Select(first => Completed(first.Change)).OfType<PackageRemedy>()
            .OrderBy(remedy => remedy.Asks).ThenBy(remedy => remedy.ExtraPence).DistinctBy(remedy => string.Join(' ', remedy.Words)),
    ];

    private PackageRemedy? Completed(PackageChange first)
    {
        List<PackageChange> changes = [];
        ImmutableArray<PackageFit> weeks = fits;
        PackageChange? next = first;
        while (next is not null && changes.Count < ChangesMax && !stop.IsCancellationRequested)
        {
            PackageChange change = next;
            changes.Add(change);
            weeks = [.. weeks.Select(fit => fit.Fits ? fit : PackageFitting.Of(change.In(fit.Week)))];
            if (weeks.All(fit => fit.Fits))
            {
                ImmutableArray<PackageChange> needed = [.. changes.Select(one => Needed(one, weeks))];
                return new PackageRemedy(needed, [.. needed.Select(one => one.Words(fits[0].Week.Problem))], weeks.Max(fit => fit.ExtraPence));
            }

            next = Better(weeks.First(fit => !fit.Fits)).Select(tried => tried.Change).FirstOrDefault();
        }

        return null;
    }

    // Changes with which the week has fewer gaps, best first.
    private IEnumerable<(PackageChange Change, PackageFit Fit)> Better(PackageFit before) =>
        new PackageChanges(before).Named().Take(TriedMax).TakeWhile(_ => !stop.IsCancellationRequested)
            .Select(change => (Change: change, Fit: PackageFitting.Of(change.In(before.Week))))
            .Where(tried => tried.Fit.Gaps.Length < before.Gaps.Length)
            .OrderBy(tried => tried.Fit.Gaps.Length).ThenBy(tried => tried.Change.Asks).ThenBy(tried => tried.Fit.ExtraPence);

    // An allowance is tried with room to spare, and then asked for no larger than what the plans use of it.
    private static PackageChange Needed(PackageChange change, ImmutableArray<PackageFit> weeks) => change switch
    {
        PackageChange.MoreHours more => more with { MinutesMax = weeks.Max(fit => PaidMinutes(fit.Schedule, more.Worker)) },
        PackageChange.MoreMoney more => more with { Pence = weeks.Max(fit => FundUse.Pence(fit.Schedule, fit.Schedule.Problem.Index.Funds[more.Fund])) },
        _ => change,
    };

    private static int PaidMinutes(Schedule schedule, WorkerId worker)
    {
        WorkerTimeline week = new(schedule.Problem);
        week.Load(schedule, schedule.Problem.Index.Workers[worker]);
        return (week.PaidMinutes + PaidMinutesStep - 1) / PaidMinutesStep * PaidMinutesStep;
    }
}
