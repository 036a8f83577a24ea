using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Solver.Problem.Prepared;

/// <summary>Turns visits into integers: starts on the grid, minutes weighted by pay bands.</summary>
internal static class VisitPreparation
{
    private const int FirstBandDay = -1;
    private const int BandDays = 10;

    public static ImmutableArray<PreparedVisit> Prepare(PreparedProblem problem, ILookup<VisitId, LocalDateTime> extraStarts)
    {
        ImmutableArray<(MinuteSpan Time, PayBand Band)> bands = Bands(problem);
        Dictionary<string, int> outings = [];
        foreach (string outing in problem.Source.Visits.Select(v => v.Outing).OfType<string>())
        {
            outings.TryAdd(outing, outings.Count);
        }

        return [.. problem.Source.Visits.Select((visit, i) => Prepare(problem, visit, i, extraStarts[visit.Id], bands, outings))];
    }

    private static PreparedVisit Prepare(
        PreparedProblem problem, Visit visit, int index, IEnumerable<LocalDateTime> extraStarts, ImmutableArray<(MinuteSpan Time, PayBand Band)> bands, Dictionary<string, int> outings)
    {
        Pin[] pins = [.. problem.Source.Pins.Where(pin => pin.Visit == visit.Id)];
        int wanted = Minute(problem, visit.WantedStart);
        int pinned = Minute(problem, pins.Select(pin => pin.Start).FirstOrDefault(start => start is not null));
        PreparedPublication? published = Published(problem, visit);
        ImmutableArray<int> starts = Starts(problem, visit, [wanted, pinned, published?.Start ?? -1], extraStarts.Select(problem.Clock.Minute));
        return new PreparedVisit
        {
            Index = index,
            Source = visit,
            Team = problem.Index.Teams[visit.Team],
            Place = problem.Index.Places[visit.Place],
            Minutes = visit.Minutes,
            Seats = visit.Workers,
            EarliestStart = problem.Clock.Minute(visit.EarliestStart),
            LatestStart = problem.Clock.Minute(visit.LatestStart),
            StartStep = problem.Limits[ParameterKeys.StartStepMinutes],
            Starts = starts,
            Wanted = wanted,
            People = [.. visit.Shares.Select(share => problem.Index.People[share.Person])],
            Funds = [.. visit.Shares.Select(share => (problem.Index.Funds[share.Fund], share.Permille))],
            PaidWeight = [.. starts.Select(start => PaidWeight(problem, visit, start, bands))],
            UnsocialMinutes = [.. starts.Select(start => bands.Where(b => b.Band.Unsocial).Sum(b => b.Time.Overlap(start, start + visit.Minutes)))],
            Competencies = [.. visit.Competencies.Select(competency => problem.Index.Competencies[competency])],
            MinutesMin = visit.Shares.IsEmpty ? 0 : problem.Limits[ParameterKeys.VisitMinutesMin],
            Outing = visit.Outing is { } outing ? outings[outing] : -1,
            PinnedWorkers = [.. pins.Select(pin => problem.Index.Workers[pin.Worker])],
            PinnedStart = pinned,
            Published = published,
        };
    }

    private static int Minute(PreparedProblem problem, LocalDateTime? time) => time is { } given ? problem.Clock.Minute(given) : -1;

    // The grid of the window, the starts inside it that somebody named, and whatever starts a rota to be checked has.
    private static ImmutableArray<int> Starts(PreparedProblem problem, Visit visit, ReadOnlySpan<int> named, IEnumerable<int> extra)
    {
        int step = problem.Limits[ParameterKeys.StartStepMinutes];
        int earliest = problem.Clock.Minute(visit.EarliestStart);
        int latest = problem.Clock.Minute(visit.LatestStart);
        SortedSet<int> starts = [.. extra, .. Enumerable.Range(0, ((latest - earliest) / step) + 1).Select(i => earliest + (i * step))];
        foreach (int start in named)
        {
            if (earliest <= start && start <= latest)
            {
                starts.Add(start);
            }
        }

        return [.. starts];
    }

    private static long PaidWeight(PreparedProblem problem, Visit visit, int start, ImmutableArray<(MinuteSpan Time, PayBand Band)> bands)
    {
        long weight = visit.Kind == VisitKind.Sleepover
            ? visit.Minutes * (long)problem.Limits[ParameterKeys.SleepoverPayPermille]
            : (visit.Minutes * 1000L) + bands.Sum(b => (long)b.Time.Overlap(start, start + visit.Minutes) * b.Band.PremiumPermille);
        return weight;
    }

    private static ImmutableArray<(MinuteSpan, PayBand)> Bands(PreparedProblem problem) =>
    [
        .. from day in Enumerable.Range(FirstBandDay, BandDays)
           from band in problem.Source.PayBands
           where band.Day == problem.Source.WeekStart.PlusDays(day).DayOfWeek
           let end = band.To == LocalTime.Midnight ? problem.Clock.DayStart(day + 1) : problem.Clock.Minute(day, band.To)
           select (new MinuteSpan(problem.Clock.Minute(day, band.From), end), band),
    ];

    private static PreparedPublication? Published(PreparedProblem problem, Visit visit)
    {
        if (problem.Source.Published is not { } rota || rota.Visits.FirstOrDefault(v => v.Visit == visit.Id) is not { } published)
        {
            return null;
        }

        ImmutableArray<int> workers = [.. published.Workers.Select(worker => problem.Index.Workers[worker]).Order()];
        return new PreparedPublication(problem.Clock.Minute(published.Start), workers, published.Start < rota.FrozenUntil && !published.ChangeAgreed);
    }
}
