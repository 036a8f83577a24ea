using Rostering.Solver.Explain;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rota;

/// <summary>
/// A week's rota as those who live with it feel it, in their own units: nothing is weighed against anything else, and no figure is a
/// target. A share of nothing is <c>null</c>.
/// </summary>
public sealed record RotaQuality
{
    /// <summary>Different workers whom a person meets, in the mean of the people who are visited; workers.</summary>
    public required double? FacesPerPerson { get; init; }

    /// <summary>Different workers whom the person with most of them meets; workers.</summary>
    public required int FacesMost { get; init; }

    /// <summary>Of the seats in visits to people who chose anybody, those that a chosen worker takes; 0 to 1.</summary>
    public required double? ChosenWorkerShare { get; init; }

    /// <summary>Days on which a worker's duty has a split, summed over the workers; days.</summary>
    public required int SplitDays { get; init; }

    /// <summary>Paid time over the time tied up from leaving home to being back, of all duties together; may pass 1 where short visits are topped up.</summary>
    public required double? PaidOverTiedUp { get; init; }

    /// <summary>Time on the way between visits, as a part of paid time; 0 to 1.</summary>
    public required double? TravelShare { get; init; }

    /// <summary>
    /// How unevenly evenings, nights and weekends fall on those who work in the week: the Gini coefficient (Gini 1912) of their unsocial
    /// minutes. 0 where all have as many, nearly 1 where one has all.
    /// </summary>
    public required double? UnsocialGini { get; init; }

    /// <summary>Published visits that get another start or other workers, or nobody; visits. <c>null</c> where nothing was published.</summary>
    public required int? ChangedVisits { get; init; }

    /// <summary>The figures of a schedule.</summary>
    public static RotaQuality Of(Schedule schedule)
    {
        int[] faces = [.. schedule.Problem.People.Select(person => Faces(schedule, person)).Where(count => count > 0)];
        bool[] chosen = [.. schedule.Problem.People.SelectMany(person => SeatsChosen(schedule, person))];
        WorkedWeek[] weeks = [.. WorkedWeeks(schedule)];
        long paid = weeks.Sum(week => (long)week.Paid);
        return new RotaQuality
        {
            FacesPerPerson = Share(faces.Sum(), faces.Length),
            FacesMost = faces.DefaultIfEmpty().Max(),
            ChosenWorkerShare = Share(chosen.Count(seat => seat), chosen.Length),
            SplitDays = weeks.Sum(week => week.SplitDays),
            PaidOverTiedUp = Share(paid, weeks.Sum(week => (long)week.TiedUp)),
            TravelShare = Share(weeks.Sum(week => (long)week.Travel), paid),
            UnsocialGini = Gini([.. weeks.Select(week => week.Unsocial)]),
            ChangedVisits = schedule.Problem.Source.Published is null ? null : RotaDifference.Of(schedule).Length,
        };
    }

    /// <summary>The Gini coefficient of amounts: the mean difference of two of them over twice their mean; <c>null</c> where they sum to nothing.</summary>
    public static double? Gini(ReadOnlySpan<int> amounts)
    {
        int[] sorted = amounts.ToArray();
        Array.Sort(sorted);
        long sum = 0;
        long ranked = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            sum += sorted[i];
            ranked += ((2L * i) + 1 - sorted.Length) * sorted[i];
        }

        return Share(ranked, sum * sorted.Length);
    }

    private static double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;

    private static int Faces(Schedule schedule, PreparedPerson person) => person.Visits.SelectMany(schedule.Workers).Distinct().Count();

    private static IEnumerable<bool> SeatsChosen(Schedule schedule, PreparedPerson person) => person.Welcome.Contains(Welcome.Chosen)
        ? person.Visits.SelectMany(schedule.Workers).Select(worker => person.Welcome[worker] == Welcome.Chosen)
        : [];

    private static IEnumerable<WorkedWeek> WorkedWeeks(Schedule schedule)
    {
        WorkerTimeline timeline = new(schedule.Problem);
        foreach (PreparedWorker worker in schedule.Problem.Workers)
        {
            timeline.Load(schedule, worker.Index);
            if (timeline.VisitCount > 0)
            {
                yield return WorkedWeek.Of(timeline);
            }
        }
    }

    /// <summary>One worker's week in minutes, and the days of it with a split.</summary>
    private readonly record struct WorkedWeek(int Paid, int TiedUp, int Travel, int Unsocial, int SplitDays)
    {
        public static WorkedWeek Of(WorkerTimeline timeline)
        {
            PreparedProblem problem = timeline.Problem;
            HashSet<int> splitDays = [];
            int tiedUp = 0;
            int travel = 0;
            int unsocial = 0;
            foreach (Duty duty in timeline.Duties)
            {
                tiedUp += duty.TiedUp;
                if (duty.Splits > 0)
                {
                    splitDays.Add(problem.Clock.Day(duty.Start));
                }
            }

            foreach (TimelineGap gap in timeline.Gaps)
            {
                travel += gap.Journey.Minutes;
            }

            foreach (TimelineItem item in timeline.Items)
            {
                unsocial += item.Visit < 0 ? 0 : problem.Visits[item.Visit].UnsocialMinutes[item.StartIndex];
            }

            return new WorkedWeek(timeline.PaidMinutes, tiedUp, travel, unsocial, splitDays.Count);
        }
    }
}
