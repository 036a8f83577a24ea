using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Demonstration.Staff;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Records;

/// <summary>Writes workers: first bare, for planning; then with the life that fits around the plan.</summary>
internal sealed class WorkerRecords(WeekCalendar calendar, Dice dice)
{
    private const int OptedOutPercent = 15;

    private readonly CertificateRecords certificates = new(calendar, dice.Fork("certificates"));
    private readonly LifeOutside life = new(calendar, dice.Fork("life"));
    private readonly HistoryRecords histories = new(calendar, dice.Fork("history"));

    /// <summary>A worker as the planner needs one: home, modes, teams and times.</summary>
    public static Worker Bare(WeekCalendar calendar, DraftWorker worker) => new()
    {
        Id = worker.Id,
        Name = worker.Name,
        Home = worker.Home.Id,
        BirthDate = calendar.Start.PlusYears(-worker.Age).PlusDays(-180),
        Gender = worker.Gender,
        Languages = worker.Languages,
        Interests = worker.Interests,
        Grade = worker.Grade,
        Contract = new Contract
        {
            Kind = worker.Kind,
            ContractedMinutes = ContractedMinutes(worker),
            MinutesMax = worker.MinutesMax,
            NightWorker = worker.NightWorker,
        },
        Teams = [.. worker.Services.Select(service => new Membership { Team = service.Id, PencePerHour = service.RateFor(worker.Grade) })],
        Available = [.. worker.Available.Select(span => calendar.Interval(span.From, span.To))],
        Modes = worker.Modes,
        History = new WorkHistory { WorkedMinutes = 0, Weeks = 16, TypicalMinutes = 0 },
    };

    /// <summary>The finished worker.</summary>
    /// <param name="working">Working minutes of the hidden plan.</param>
    /// <param name="paid">Paid minutes of the hidden plan.</param>
    public Worker Finish(DraftWorker worker, int working, int paid)
    {
        var bare = Bare(calendar, worker);
        var contract = bare.Contract with
        {
            OptedOutOf48Hours = !worker.IsYoung && !worker.NightWorker && dice.Chance(OptedOutPercent),
            WeeklyRest = worker.IsYoung ? WeeklyRestForm.OneDayEachWeek : DrawWeeklyRest(),
        };
        var outside = contract.WeeklyRest == WeeklyRestForm.OneDayEachWeek ? life.OutsideWork(worker) : [];
        var outsideMinutes = outside.Sum(span => (int)Period.Between(span.Start, span.End, PeriodUnits.Minutes).Minutes);
        return bare with
        {
            BirthDate = bare.BirthDate.PlusDays(dice.Between(-180, 170)),
            Contract = contract,
            Absences = [.. life.Absences(worker).OrderBy(absence => absence.Time.Start)],
            Certificates = certificates.For(worker),
            OutsideWork = outside,
            History = histories.For(worker, contract, working + outsideMinutes, paid),
            OptedOutOf = OptOuts(worker),
            Wishes = [.. life.Wishes(worker)],
            CapWaiver = worker.HasCapWaiver
                ? new TeamCapWaiver { Until = calendar.Start.PlusDays(27), ApprovedBy = "Service manager (assumed)" }
                : null,
        };
    }

    /// <summary>What a contract promises, as a part of the most it allows (assumed).</summary>
    private static int ContractedMinutes(DraftWorker worker)
    {
        var percent = worker.Kind switch
        {
            ContractKind.Permanent => 85,
            ContractKind.Annualised => 80,
            ContractKind.PartTimeFlex => 75,
            ContractKind.VariableHours => 30,
            _ => 0,
        };
        return worker.MinutesMax * percent / 100 / 30 * 30;
    }

    private WeeklyRestForm DrawWeeklyRest() => dice.Below(100) switch
    {
        < 78 => WeeklyRestForm.OneDayEachWeek,
        < 90 => WeeklyRestForm.TwoDaysEachFortnight,
        _ => WeeklyRestForm.TwoDaysTogetherEachFortnight,
    };

    private ImmutableArray<PersonId> OptOuts(DraftWorker worker)
    {
        if (!dice.Chance(6))
            return [];

        return [.. dice.Some(worker.Services.SelectMany(service => service.People).Where(person => worker.Diary.VisitsWith(person) == 0), 1).Select(person => person.Id)];
    }
}
