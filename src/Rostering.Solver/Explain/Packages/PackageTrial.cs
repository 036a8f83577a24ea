using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Solver.Explain.Packages;

/// <summary>Whether a package can be taken.</summary>
public enum PackageVerdict { Yes, FromWhen, No }

/// <summary>The answer to a package, week by week, and what would make it better.</summary>
public sealed record PackageAnswer
{
    public required PackageVerdict Verdict { get; init; }

    /// <summary>The first day of the package as it was asked for.</summary>
    public required LocalDate Asked { get; init; }

    /// <summary>The first day of the package from which every visit has its workers; <c>null</c> where none was found.</summary>
    public required LocalDate? From { get; init; }

    /// <summary>The weeks that were tried, the first one first.</summary>
    public required ImmutableArray<PackageFit> Weeks { get; init; }

    /// <summary>What would let the package begin on the day asked for, the one that asks least first; empty where nothing was found, or where it can as it is.</summary>
    public required ImmutableArray<PackageRemedy> Remedies { get; init; }

    public LocalDate TriedUntil => Weeks[^1].Monday.PlusDays(6);
}

/// <summary>Tries a package against the weeks to come. A yes is a plan that keeps every rule; a no means that none was found.</summary>
public static class PackageTrial
{
    // One free week at the end of those tried may be a holiday of somebody else's.
    private const int ClearWeeksMin = 2;

    /// <summary>The answer over some weeks that follow one another. Where it is stopped, the later weeks are not tried.</summary>
    public static PackageAnswer Of(IReadOnlyList<PackageWeek> weeks, CancellationToken stop)
    {
        ImmutableArray<PackageFit> fits = [.. weeks.TakeWhile((_, at) => at == 0 || !stop.IsCancellationRequested).Select(PackageFitting.Of)];
        LocalDate? gap = fits.Max(fit => fit.LastGap);
        LocalDate? from = gap is null || fits.Count(fit => fit.Monday > gap) >= ClearWeeksMin ? FirstAfter(fits, gap) : null;
        return new PackageAnswer
        {
            Verdict = gap is null ? PackageVerdict.Yes : from is null ? PackageVerdict.No : PackageVerdict.FromWhen,
            Asked = FirstAfter(fits, gap: null) ?? fits[0].Monday,
            From = from,
            Weeks = fits,
            Remedies = gap is null ? [] : new PackageRemedies(fits, stop).Find(),
        };
    }

    private static LocalDate? FirstAfter(ImmutableArray<PackageFit> fits, LocalDate? gap) =>
        fits.SelectMany(fit => fit.Week.Problem.Visits.Where(visit => fit.Week.Package.Contains(visit.Id)))
            .Select(visit => (LocalDate?)visit.EarliestStart.Date).Where(date => gap is null || date > gap).Min();
}
