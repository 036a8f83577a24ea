using System.Collections.Immutable;
using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.Terms;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem;

namespace Rostering.Core.Finance.Demonstration;

/// <summary>Draws a provider's individual service funds from its demonstration week: those that money limits.</summary>
internal sealed class FundDrawing(RotaProblem problem, Dice dice, DateInterval days, int firstNumber)
{
    private const long PlannedPermilleOfAvailable = 930;
    private const int OldPricesPermille = 960;
    private const int WeekendPremiumPermille = 1050;
    private const int NightPremiumPermille = 1100;

    private readonly LocalDate payRise = new(days.End.Year, 4, 6);
    private readonly LocalDate mileageRise = new(days.End.Year, 9, 1);

    public IReadOnlyList<DemonstrationFund> Funds() => [.. problem.Funds.Where(fund => fund.AvailableMinutes is null).Select(Fund)];

    private DemonstrationFund Fund(Fund fund, int at)
    {
        var own = dice.Fork(fund.Id.Value);
        var council = CouncilBook.Named(fund.Council.Value);
        var visits = Visits(fund, own);
        var terms = council.Profile.Terms;
        var planned = fund.AvailablePence * PlannedPermilleOfAvailable / 1000;
        return new DemonstrationFund
        {
            Number = firstNumber + at,
            Person = fund.Person.Value,
            Name = problem.People.Single(person => person.Id == fund.Person).Name,
            Council = council.Id,
            Terms = terms,
            TermsReason = council.Profile.Source,
            Days = days,
            Rates = Rates(planned * 60 / visits.Sum(visit => visit.Time.Count)),
            Visits = visits,
            WeeklyTime = ImmutableSortedDictionary<LocalDate, Minutes>.Empty.Add(days.Start, new Minutes(visits.Sum(visit => visit.Time.Count))),
            WeeklyAward = new Money(fund.AvailablePence * 1000 / (1000 - terms.ContingencyPermille)),
            WeeklyContribution = own.Chance(20) ? new Money(100 * own.Between(5, 25)) : Money.Zero,
            Dice = own,
        };
    }

    private ImmutableArray<RegularVisit> Visits(Fund fund, Dice own) =>
    [
        .. from visit in problem.Visits
           from share in visit.Shares
           where share.Fund == fund.Id
           let start = visit.WantedStart ?? visit.EarliestStart
           let time = visit.Minutes * visit.Workers * share.Permille / 1000
           orderby start, visit.Id.Value
           select new RegularVisit(visit.Id.Value, Period.DaysBetween(problem.WeekStart, start.Date), start.TimeOfDay, new Minutes(time), Rate(visit, start),
               visit.Workers > 1 ? "two support workers" : "support worker", own.Chance(30) ? own.Between(1, 6) : 0),
    ];

    private static string Rate(Visit visit, LocalDateTime start) => visit.Kind switch
    {
        VisitKind.Sleepover or VisitKind.WakingNight => RateNames.Night,
        _ when start.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday => RateNames.Weekend,
        _ => RateNames.Day,
    };

    // Premiums and miles take the few per cent by which this is below what the week may use.
    private RateCard Rates(long perHour)
    {
        var day = perHour * 1000 / (WeekendPremiumPermille + 5);
        return new RateCard(
        [
            .. Dated(RateNames.Day, day),
            .. Dated(RateNames.Weekend, day * WeekendPremiumPermille / 1000),
            .. Dated(RateNames.Night, day * NightPremiumPermille / 1000),
            new DatedRate(RateNames.Mile, LocalDate.MinIsoValue, 25),
            new DatedRate(RateNames.Mile, mileageRise, 40),
        ]);
    }

    private IEnumerable<DatedRate> Dated(string name, long pence) =>
        [new(name, LocalDate.MinIsoValue, pence * OldPricesPermille / 1000), new(name, payRise, pence)];
}
