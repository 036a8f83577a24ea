using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Rostering.Core.Finance.Demonstration.Stories;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;
using Rostering.Solver.Demonstration;

namespace Rostering.Core.Finance.Demonstration;

/// <summary>A fund of the demonstration year: whose it is, what it is awarded, which visits it pays for and what becomes of it.</summary>
public sealed record DemonstrationFund
{
    /// <summary>The fund's number in the ledger.</summary>
    public required int Number { get; init; }

    public required string Person { get; init; }
    public required string Name { get; init; }
    public required string Council { get; init; }
    public required FundTerms Terms { get; init; }
    public required string TermsReason { get; init; }

    /// <summary>The days of the year that is drawn; they end early for a fund that is closed.</summary>
    public required DateInterval Days { get; init; }

    /// <summary>The last day of support, where the person moves on; what is claimed by then is paid and settled afterwards.</summary>
    public LocalDate? LeavesOn { get; init; }

    /// <summary>Whether the fund is closed on the last of its days.</summary>
    public bool Closes { get; init; }

    /// <summary>The days of support.</summary>
    internal DateInterval Supported => new(Days.Start, LeavesOn ?? Days.End);

    public required RateCard Rates { get; init; }
    public required ImmutableArray<RegularVisit> Visits { get; init; }

    /// <summary>The support of a week, from a Monday on.</summary>
    public required ImmutableSortedDictionary<LocalDate, Minutes> WeeklyTime { get; init; }

    /// <summary>What is awarded a week from the pay rise on, contingency and contribution included.</summary>
    public required Money WeeklyAward { get; init; }

    /// <summary>The person's part of it.</summary>
    public Money WeeklyContribution { get; init; }

    /// <summary>The share of the award that is really made at first, in thousandths.</summary>
    public int AwardedPermille { get; init; } = 1000;

    /// <summary>What happens to this fund and not to others.</summary>
    internal ImmutableArray<Action<DemonstrationFund, YearDiary>> Stories { get; init; } = [];

    public required Dice Dice { get; init; }

    /// <summary>The fund's year, the same each time.</summary>
    public FundYear Play()
    {
        var diary = new YearDiary(Days);
        AwardStory.Write(this, diary);
        foreach (var write in Stories)
            write(this, diary);
        SupportStory.Write(this, diary);
        ClosingStory.Write(this, diary);
        var books = new FundBooks(new FundPosition(Number, Terms));
        diary.Play(books);
        return books.Finish();
    }

    /// <summary>The visits of a week as planned, at the prices of their days.</summary>
    internal IEnumerable<VisitRecord> VisitsOf(LocalDate monday)
    {
        var times = WeeklyTime.Last(change => change.Key <= monday || change.Key == WeeklyTime.Keys.First()).Value.Split([.. Visits.Select(visit => visit.Time.Count)]);
        return Visits.Zip(times, (visit, time) => Planned(visit, monday, time));
    }

    internal Money Cost(string rate, LocalDate day, Minutes time) => new(((Rates.On(rate, day)!.Value * time.Count) + 30) / 60);

    private VisitRecord Planned(RegularVisit visit, LocalDate monday, Minutes time)
    {
        var day = monday.PlusDays(visit.Day);
        var travel = Rates.Cost(RateNames.Mile, day, visit.Miles);
        return new VisitRecord
        {
            Visit = $"{LocalDatePattern.Iso.Format(monday)}/{visit.Id}",
            Start = day + visit.Start,
            Planned = time,
            Cost = Cost(visit.Rate, day, time) + travel,
            Role = visit.Role,
            Rate = visit.Rate,
            RatePerHour = new Money(Rates.On(visit.Rate, day)!.Value),
            Travel = travel,
        };
    }
}
