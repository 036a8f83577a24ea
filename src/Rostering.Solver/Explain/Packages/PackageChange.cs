using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Explain.Packages;

/// <summary>
/// Something that could be otherwise and would let a week take more of a package. What law, a person's own choice or a worker's leave
/// demands is never among it.
/// </summary>
public abstract record PackageChange
{
    private protected PackageChange()
    {
    }

    /// <summary>
    /// How much it asks of people, to put changes in order before their price does. A start moved by so many minutes asks that much; more hours
    /// ask as much as three quarters of an hour; other times, a course, another team and more money ask more than any start moved.
    /// </summary>
    internal abstract int Asks { get; }

    /// <summary>The week with the change made.</summary>
    internal abstract PackageWeek In(PackageWeek week);

    /// <summary>What would have to be done, in a sentence.</summary>
    public abstract string Words(RotaProblem problem);

    private protected static PackageWeek WithWorker(PackageWeek week, WorkerId id, Func<Worker, Worker> change) =>
        week with { Problem = week.Problem with { Workers = [.. week.Problem.Workers.Select(worker => worker.Id == id ? change(worker) : worker)] } };

    private protected static string Name(RotaProblem problem, WorkerId worker) => problem.Workers.First(one => one.Id == worker).Name;

    /// <summary>The visits of the package that begin at a time of day may begin so much earlier or later.</summary>
    public sealed record OtherStart(LocalTime At, int Minutes) : PackageChange
    {
        internal override int Asks => Minutes;

        internal override PackageWeek In(PackageWeek week) =>
            week with { Problem = week.Problem with { Visits = [.. week.Problem.Visits.Select(visit => week.Package.Contains(visit.Id) && visit.EarliestStart.TimeOfDay == At ? Wider(visit) : visit)] } };

        public override string Words(RotaProblem problem) => $"Let the visits at {At:HH:mm} begin up to {Wording.Hours(Minutes)} earlier or later.";

        // A night is whole and fixed (H16), and no visit moves to another day.
        private Visit Wider(Visit visit)
        {
            Visit wider = visit with
            {
                EarliestStart = visit.EarliestStart.PlusMinutes(-Minutes),
                LatestStart = visit.LatestStart.PlusMinutes(Minutes),
                WantedStart = visit.WantedStart ?? visit.EarliestStart,
            };
            return visit.Kind is VisitKind.Sleepover or VisitKind.WakingNight || wider.EarliestStart.Date != visit.EarliestStart.Date || wider.LatestStart.Date != visit.LatestStart.Date ? visit : wider;
        }
    }

    /// <summary>A worker agrees to more paid time in a week.</summary>
    /// <param name="MinutesMax">The most that they would then work in a week.</param>
    public sealed record MoreHours(WorkerId Worker, int MinutesMax) : PackageChange
    {
        internal override int Asks => 45;

        internal override PackageWeek In(PackageWeek week) =>
            WithWorker(week, Worker, worker => worker with { Contract = worker.Contract with { MinutesMax = Math.Max(MinutesMax, worker.Contract.MinutesMax) } });

        public override string Words(RotaProblem problem) =>
            $"Agree with {Name(problem, Worker)} on up to {Wording.Hours(MinutesMax)} a week, instead of {Wording.Hours(problem.Workers.First(worker => worker.Id == Worker).Contract.MinutesMax)}.";
    }

    /// <summary>A worker can be asked at a time of every week at which they cannot be asked now.</summary>
    public sealed record OtherTimes(WorkerId Worker, ImmutableArray<IsoDayOfWeek> Days, LocalTime From, int Minutes) : PackageChange
    {
        internal override int Asks => 200;

        internal override PackageWeek In(PackageWeek week)
        {
            IEnumerable<LocalDateTime> starts = Days.Select(day => week.Problem.WeekStart.PlusDays(day - IsoDayOfWeek.Monday) + From);
            return WithWorker(week, Worker, worker => worker with { Available = [.. worker.Available, .. starts.Select(start => new LocalInterval(start, start.PlusMinutes(Minutes)))] });
        }

        public override string Words(RotaProblem problem) =>
            $"Ask {Name(problem, Worker)} to be available on {Wording.Join([.. Days.Select(day => $"{day}s")])} from {From:HH:mm} to {From.PlusMinutes(Minutes):HH:mm} as well.";
    }

    /// <summary>A worker takes a course and holds what the visits ask for.</summary>
    public sealed record Course(WorkerId Worker, Competency Competency, LocalDate From) : PackageChange
    {
        internal override int Asks => 300;

        internal override PackageWeek In(PackageWeek week) =>
            WithWorker(week, Worker, worker => worker with { Certificates = worker.Certificates.Add(new Certificate { Competency = Competency, ValidFrom = From }) });

        public override string Words(RotaProblem problem) => $"Train {Name(problem, Worker)} in {Competency} by {From.ToString("d MMMM", null)}.";
    }

    /// <summary>A worker joins the team as well, at their best rate of pay so far.</summary>
    public sealed record JoinTeam(WorkerId Worker, TeamId Team) : PackageChange
    {
        internal override int Asks => 400;

        internal override PackageWeek In(PackageWeek week) =>
            WithWorker(week, Worker, worker => worker with { Teams = worker.Teams.Add(new Membership { Team = Team, PencePerHour = worker.Teams.Max(team => team.PencePerHour) }) });

        public override string Words(RotaProblem problem) => $"Let {Name(problem, Worker)} work for {problem.Teams.First(team => team.Id == Team).Name} as well.";
    }

    /// <summary>The fund may give more in a week.</summary>
    /// <param name="Pence">What it may give then.</param>
    public sealed record MoreMoney(FundId Fund, long Pence) : PackageChange
    {
        internal override int Asks => 500;

        internal override PackageWeek In(PackageWeek week) =>
            week with { Problem = week.Problem with { Funds = [.. week.Problem.Funds.Select(fund => fund.Id == Fund ? fund with { AvailablePence = Math.Max(Pence, fund.AvailablePence) } : fund)] } };

        public override string Words(RotaProblem problem) =>
            $"Agree {Wording.Pounds(Pence)} a week with the council, instead of {Wording.Pounds(problem.Funds.First(fund => fund.Id == Fund).AvailablePence)}.";
    }
}
