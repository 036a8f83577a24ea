using System.Collections.Immutable;
using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>Three people who agreed to it share a session on Fridays; each fund pays its part, and the parts are the whole to the penny.</summary>
internal static class SharedStory
{
    private const int Weeks = 10;
    private static readonly LocalTime Start = new(13, 30);
    private static readonly Minutes Length = new(150);
    private static readonly Money Cost = new(83_50);

    public static void Write(DemonstrationFund fund, YearDiary diary, ImmutableArray<DemonstrationFund> sharers)
    {
        for (var week = 1; week <= Weeks; week++)
        {
            var monday = diary.Days.End.PlusDays(1).PlusWeeks(-week);
            var session = new VisitRecord
            {
                Visit = $"{monday.Iso()}/film-club",
                Start = monday.PlusDays(4) + Start,
                Planned = Length,
                Delivered = Length,
                Cost = Cost,
                Role = "one support worker for three",
            };
            diary.On(session.Start.Date, books => books.Post(Part(fund, books.Position, session, sharers)));
        }
    }

    // The others' parts are in their own years; what they have does not change this one.
    private static Attempt<ImmutableArray<JournalEntry>> Part(DemonstrationFund fund, FundPosition position, VisitRecord session, ImmutableArray<DemonstrationFund> sharers)
    {
        var shares = sharers.Select(sharer => new Sharer(
            sharer.Number == fund.Number ? position : new FundPosition(sharer.Number, sharer.Terms), Weight: 1, Consent: $"consent/{sharer.Person}/film-club"));
        return SharedSession.Deliver(Staff.Confirmed(session.Start.Date, session), session, [.. shares]) switch
        {
            Attempt<ImmutableArray<JournalEntry>>.Made made => new Attempt<ImmutableArray<JournalEntry>>.Made([.. made.Value.Where(entry => entry.Fund == fund.Number)]),
            var refused => refused,
        };
    }
}
