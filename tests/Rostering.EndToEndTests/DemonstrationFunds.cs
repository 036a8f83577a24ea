using NodaTime;
using Rostering.Core;
using Rostering.Core.Access;
using Rostering.Core.Finance.Statements;
using Rostering.Core.Funds;
using Rostering.Ledger;
using Rostering.Ledger.Terms;
using Rostering.Testing;

namespace Rostering.EndToEndTests;

/// <summary>A dozen funds, some of them with something to look at on 2 November 2026.</summary>
internal static class DemonstrationFunds
{
    private static readonly LocalDate April = new(2026, 4, 6);
    private static readonly LocalDate Today = new(2026, 11, 2);
    private static readonly string[] Names =
        ["Agnes Muir", "Callum Reid", "Dorothy Baird", "Ewan Kerr", "Fiona Lamont", "Gordon Shaw", "Helen Innes", "Iain Moffat", "Jean Paterson", "Kirsty Ross", "Lewis Tait", "Morag Weir"];

    public static async Task FillAsync(RotaDatabase database)
    {
        await using var books = await FundBooks.OpenAsync(database);
        for (var at = 0; at < Names.Length; at++)
            await FillAsync(books, new FundYear(books, await books.OpenAsync(Names[at], April, council: at % 3 == 0 ? "Eastmuir Council" : "Northshire Council"), April), at);
        await books.RemitAsync("northshire-council", "BACS-0917", Today.PlusDays(-46), new Money(1_250_00));
        await books.RemitAsync("eastmuir-council", "BACS-1021", Today.PlusDays(-12), new Money(480_00));
        await using var context = database.Open();
        CouncilProfile terms = new(new(2025, 4, 1), new FundTerms { Bank = new BankTerms { CapMinutes = 6000 } }, "contract of 2025, page 4", CouncilProfile.Unverified);
        var provider = await NamedProvider.HandleAsync(context, FundBooks.Provider, CancellationToken.None);
        await new RecordCouncil(context).HandleAsync(new(provider, "clydevale-council", "Clydevale Council", "the budgets team", terms), LocalClock.EndOf(April), CancellationToken.None);
        _ = await new IssueStatement(context).HandleAsync(
            new IssueStatement.Request(Fund: 2, Today.PlusMonths(-1)), new Act(Actor.Nobody(0, "test"), LocalClock.EndOf(Today.PlusDays(-1)), "test"), CancellationToken.None);
    }

    private static async Task FillAsync(FundBooks books, FundYear year, int at)
    {
        Money weekly = new(310_00 + (at * 17_35));
        Minutes time = new(720 + (at * 30));
        await year.AwardAsync(new Money(weekly.Pence * (at switch { 1 => 46, 4 => 39, _ => 60 })), new Money(at * 100_00));
        await year.WeeksAsync(30, weekly, time);
        for (var week = 0; week < 3; week++)
            await year.CommitAsync(Today.PlusWeeks(week).PlusDays(1), $"planned-{at}-{week}", weekly, time);
        foreach (var period in Enumerable.Range(1, 7))
            await year.InvoiceAsync(April.PlusWeeks(4 * period), new Money(weekly.Pence * 4));
        var paid = new Money(weekly.Pence * (at == 3 ? 12 : 28));
        await year.ReceiveAsync(Today.PlusDays(-3), paid, await books.RemitAsync("northshire-council", $"BACS-2{at:000}", Today.PlusDays(-3), paid));
        if (at == 1)
        {
            await year.BankAsync(Today.PlusDays(-31), new Money(310_00), new Minutes(840), "a week by the sea");
            await year.DrawAsync(Today.PlusDays(-20), new Money(930_00), "sickness/7");
        }
    }
}
