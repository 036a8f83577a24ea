using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;
using Rostering.Solver.Demonstration;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>Every week's visits are published and then happen: most as planned, a few longer, called off, missed for illness or by us.</summary>
internal sealed class SupportStory
{
    private const int PublishedDaysAhead = 3;
    private const int MadeGoodAfterDays = 9;
    private const int LateAfterDays = 40;

    private readonly DemonstrationFund fund;
    private readonly YearDiary diary;
    private readonly Dice dice;

    // Visits that the fund could not carry.
    private readonly HashSet<string> uncommitted = new(StringComparer.Ordinal);

    private SupportStory(DemonstrationFund fund, YearDiary diary)
    {
        this.fund = fund;
        this.diary = diary;
        dice = fund.Dice.Fork("support");
    }

    public static void Write(DemonstrationFund fund, YearDiary diary)
    {
        var story = new SupportStory(fund, diary);
        for (var monday = fund.Days.Start; monday.PlusDays(6) <= fund.Supported.End; monday = monday.PlusWeeks(1))
            story.Week(monday);
    }

    private void Week(LocalDate monday)
    {
        var visits = fund.VisitsOf(monday).ToList();
        var publishedOn = LocalDate.Max(fund.Days.Start, monday.PlusDays(-PublishedDaysAhead));
        diary.On(publishedOn, books =>
        {
            // One refusal says it for the week.
            var carried = true;
            foreach (var visit in visits)
            {
                carried = carried && books.TryPost(Commit.Entry(books.Position, Staff.Published(publishedOn, visit), visit));
                if (!carried)
                    uncommitted.Add(visit.Visit);
            }
        });
        foreach (var visit in visits)
            Resolution(visit, dice.Below(1000));
    }

    private void Resolution(VisitRecord visit, int chance)
    {
        var day = visit.Start.Date;
        if (chance < 2)
            diary.On(day.PlusDays(LateAfterDays), books => Deliver(books, day.PlusDays(LateAfterDays), visit with { Delivered = visit.Planned }, late: day));
        else
            diary.On(day, books => Happens(books, visit, day, chance));
    }

    private void Happens(FundBooks books, VisitRecord visit, LocalDate day, int chance)
    {
        if (books.Position.CommitmentOf(visit.Visit) is null)
        {
            // What the fund could not carry happens all the same; any other was dealt with by a story of its own.
            if (uncommitted.Contains(visit.Visit))
                Deliver(books, day, Given(visit, visit.Planned));
            return;
        }

        var confirmed = Staff.Confirmed(day, visit);
        switch (chance)
        {
            case < 17:
                books.Post(Decline.Entry(books.Position, confirmed, visit, new DeclineNotice("other plans", Hours: chance, WorkerRedeployed: chance % 2 == 0)));
                break;
            case < 27:
                books.Post(Absence.Entries(books.Position, Staff.ConfirmedByTwo(day, visit), visit, $"absence/{visit.Visit}", noticeHours: chance));
                break;
            case < 35:
                books.Post(Fail.Whole(books.Position, confirmed, visit, "nobody came"));
                if (chance < 33 && fund.Supported.Contains(day.PlusDays(MadeGoodAfterDays)))
                    MakesGood(visit, day.PlusDays(MadeGoodAfterDays));
                break;
            case < 43 when CoverExtra(books, visit) is var extra && extra > Money.Zero:
                books.Post(Ledger.EntryTemplates.Cover.Entries(books.Position, Staff.ConfirmedByTwo(day, visit), Given(visit, visit.Planned) with { Cost = visit.Cost + extra }, visit.Cost, $"sickness/{visit.Visit}"));
                break;
            case < 73:
                Deliver(books, day, Given(visit, visit.Planned + new Minutes(15 * (1 + (chance % 2)))));
                break;
            case < 83 when visit.Planned.Count > 45:
                Deliver(books, day, Given(visit, visit.Planned - new Minutes(15)));
                break;
            default:
                Deliver(books, day, Given(visit, visit.Planned));
                break;
        }
    }

    private static void Deliver(FundBooks books, LocalDate on, VisitRecord visit, LocalDate? late = null)
    {
        if (late is null || books.Position.CommitmentOf(visit.Visit) is not null)
            books.Post(Ledger.EntryTemplates.Deliver.Entry(books.Position, Staff.Confirmed(on, visit) with { RelatesTo = late }, visit));
    }

    private VisitRecord Given(VisitRecord visit, Minutes time) =>
        visit with { Delivered = time, Cost = time == visit.Planned ? visit.Cost : fund.Cost(visit.Rate!, visit.Start.Date, time) + visit.Travel!.Value };

    // An agency worker costs two fifths more, as far as contingency reaches.
    private static Money CoverExtra(FundBooks books, VisitRecord visit) =>
        Money.Min(visit.Cost.Split(2, 3)[0], books.Position.Pence(Account.Contingency));

    // A bonus story may have made all good already.
    private void MakesGood(VisitRecord visit, LocalDate day) => diary.On(day, books =>
    {
        if (books.Position.Time(Account.Owed) >= visit.Planned)
            books.Post(MakeGood.Entry(books.Position, Staff.Confirmed(day, visit), visit with { Version = 2, Delivered = visit.Planned, Start = day + visit.Start.TimeOfDay }));
    });
}
