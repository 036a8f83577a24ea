using NodaTime;
using Rostering.Core.Finance.Demonstration;
using Rostering.Ledger;
using Rostering.Ledger.Terms;
using Rostering.Solver.Demonstration;

namespace Rostering.Core.Tests.Finance.Demonstration;

public sealed class DemonstrationYearTests
{
    private static readonly LocalDate Week = DemonstrationWeek.UsualWeekStart;

    [Test]
    public void Draw_SameSeed_GivesTheSameEntries()
    {
        var (one, other) = (Texts(Oakwood(seed: 1, weeks: 8), funds: 3), Texts(Oakwood(seed: 1, weeks: 8), funds: 3));

        Assert.That(one, Is.EqualTo(other).And.Not.Empty);
    }

    [Test]
    public void Draw_OtherSeed_GivesOtherEntries() =>
        Assert.That(Texts(Oakwood(seed: 2, weeks: 8), funds: 3), Is.Not.EqualTo(Texts(Oakwood(seed: 1, weeks: 8), funds: 3)));

    [TestCase(0)]
    [TestCase(53)]
    public void Draw_WeeksOfNoYear_AreRefused(int weeks) => Assert.That(() => Oakwood(seed: 1, weeks), Throws.ArgumentException.With.Message.Contains($"weeks {weeks}"));

    [Test]
    public void Play_Entries_FollowInTheOrderOfDaysAndAfterWhatIsClosed()
    {
        foreach (var fund in Oakwood(seed: 1, weeks: 20).Funds.Take(5))
        {
            var (last, closed) = (fund.Days.Start, fund.Days.Start.PlusDays(-1));
            foreach (var step in fund.Play().Steps)
            {
                if (step is YearStep.Close(var through))
                    closed = through;
                foreach (var entry in step is YearStep.Post(var entries) ? entries : [])
                {
                    Assert.That(entry.EffectiveOn, Is.GreaterThanOrEqualTo(last).And.GreaterThan(closed));
                    last = entry.EffectiveOn;
                }
            }

            Assert.That(closed, Is.GreaterThan(fund.Days.Start), "some period is closed");
        }
    }

    [Test]
    public void Play_Contingency_IsItsShareOfEveryAwardToThePenny()
    {
        foreach (var fund in Oakwood(seed: 1, weeks: 4).Funds)
        {
            foreach (var award in fund.Play().Entries.Where(entry => entry.Kind == EntryKind.Award))
            {
                var parts = new[] { Account.Main, Account.Contingency }.Select(account => -award.Lines.Where(line => line.Account == account && line.Unit == Unit.Gbp).Sum(line => line.Amount)).ToArray();
                var exact = (parts[0] + parts[1]) * (decimal)fund.Terms.ContingencyPermille / 1000;
                Assert.That(parts[1], Is.EqualTo(exact).Within(0.5m));
            }
        }
    }

    [Test]
    public void Councils_T28_AreTenWithTenSetsOfTerms()
    {
        var councils = Oakwood(seed: 1, weeks: 1).Councils;

        Assert.That(councils.Select(council => TermsJson.Write(council.Profile.Terms)).Distinct(StringComparer.Ordinal), Has.Exactly(10).Items);
        Assert.That(councils.Select(council => council.Profile.IsVerified), Is.All.False, "invented terms stay marked");
    }

    [Test]
    public void Play_T31_MilesCostMoreFromTheDayOnAlone()
    {
        var fund = Oakwood(seed: 1, weeks: 30).Funds.First(fund => fund.Visits.Any(visit => visit.Miles > 0));
        var visit = fund.Visits.First(visit => visit.Miles > 0);
        var rise = new LocalDate(2026, 9, 1);

        var pencePerMile = fund.Play().Entries
            .Where(entry => entry.Kind == EntryKind.Commit && entry.Detail["visit"].EndsWith($"/{visit.Id}", StringComparison.Ordinal))
            .ToLookup(entry => string.CompareOrdinal(entry.Detail["start"], "2026-09-01") >= 0, entry => long.Parse(entry.Detail["travelPence"]) / visit.Miles);

        Assert.That(pencePerMile[false], Is.Not.Empty.And.All.EqualTo(25), $"before {rise:R}");
        Assert.That(pencePerMile[true], Is.Not.Empty.And.All.EqualTo(40), $"from {rise:R} on");
    }

    private static DemonstrationYear Oakwood(int seed, int weeks) => DemonstrationYear.Draw(DemonstrationProvider.Oakwood, seed, Week, weeks);

    private static List<string> Texts(DemonstrationYear year, int funds) =>
        [.. year.Funds.Take(funds).SelectMany(fund => fund.Play().Entries).Select(entry =>
            $"{entry.Fund} {entry.Kind} {entry.Key} {entry.EffectiveOn:R} {entry.Evidence} {entry.MadeBy} {entry.CheckedBy} {string.Join(",", entry.Lines)} {string.Join(",", entry.Detail)} {entry.Resolves} {entry.Tranche}")];
}
