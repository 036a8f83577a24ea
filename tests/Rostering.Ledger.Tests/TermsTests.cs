using NodaTime;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.Tests;

public sealed class TermsTests
{
    private static readonly LocalDate Spring = new(2026, 4, 1);

    [Test]
    public void Json_Terms_ComeBackTheSame()
    {
        var json = TermsJson.Write(new()
        {
            ContingencyPermille = 80,
            SurplusCap = new(4, 12),
            InvoiceCycle = new() { Kind = CycleKind.FourWeekly, Anchor = Spring },
            ManagementCharge = new() { Sheet = "sheet-1", PermilleOfDelivered = 50 },
        });

        var (terms, faults) = TermsJson.Read(json);

        Assert.That(faults, Is.Empty);
        Assert.That(TermsJson.Write(terms!), Is.EqualTo(json));
        Assert.That((terms!.SurplusCap, terms.InvoiceCycle.Anchor), Is.EqualTo((new SurplusCap(4, 12), (LocalDate?)Spring)));
    }

    [TestCase("""{"contingencyPermille": 1001}""", "contingencyPermille: 1001", "give 0 to 1000")]
    [TestCase("""{"contingencyPermille": "ten"}""", "contingencyPermille: \"ten\"", "give")]
    [TestCase("""{"contingencyPercent": 10}""", "contingencyPercent", "give")]
    [TestCase("""{"bank": {"capMinutes": 0}}""", "bank.capMinutes: 0", "give 1 or more")]
    [TestCase("""{"bank": {"capMinutes": 1, "capMinutes": 2}}""", "capMinutes", "Correct")]
    [TestCase("""{"invoiceCycle": {"kind": "fourWeekly"}}""", "invoiceCycle.anchor: missing", "give the first day")]
    [TestCase("""{"invoiceCycle": {"kind": "fourWeekly", "anchor": "1 April"}}""", "invoiceCycle.anchor: \"1 April\"", "2026-04-06")]
    [TestCase("""{"drawReasons": ["planned leave"]}""", "drawReasons: 'planned leave'", "give some of")]
    [TestCase("""{"absencePurse": "contingency", "drawReasons": ["worker ill"]}""", "absencePurse: contingency cannot pay", "or let main pay")]
    [TestCase("""{"managementCharge": {"sheet": "s1"}}""", "managementCharge", "give exactly one")]
    [TestCase("""{"statement": {"editions": []}}""", "statement.editions: []", "give standard")]
    [TestCase("""{"statement": null}""", "statement: null", "give")]
    [TestCase("[]", "terms: []", "give")]
    [TestCase("{", "terms: {", "Correct")]
    public void Read_WhatDoesNotFit_NamesFieldValueAndRemedy(string json, string fieldAndValue, string remedy)
    {
        var (terms, faults) = TermsJson.Read(json);

        Assert.That(terms, Is.Null);
        Assert.That(faults.Single(), Does.Contain(fieldAndValue).And.Contain(remedy));
    }

    [Test]
    public void On_ProfileAndOverrides_TakeEffectFromTheirDays()
    {
        CouncilProfile[] profiles =
        [
            new(Spring, new() { ContingencyPermille = 100 }, "guidance 2026", "r1"),
            new(Spring.PlusYears(1), new() { ContingencyPermille = 50 }, "guidance 2027", CouncilProfile.Unverified),
        ];
        FundOverride[] overrides = [new(Spring.PlusMonths(6), """{"bank": {"expiryWeeks": 26}, "noticeBands": []}""", "agreed at review")];

        var before = TermsResolution.On(Spring.PlusDays(1), profiles, overrides).Terms!;
        var later = TermsResolution.On(Spring.PlusMonths(7), profiles, overrides).Terms!;
        var last = TermsResolution.On(Spring.PlusYears(2), profiles, overrides).Terms!;

        Assert.That((before.Terms.ContingencyPermille, before.Terms.Bank.ExpiryWeeks, before.EffectiveFrom), Is.EqualTo((100, (int?)null, Spring)));
        Assert.That((later.Terms.ContingencyPermille, later.Terms.Bank.ExpiryWeeks, later.EffectiveFrom), Is.EqualTo((100, (int?)26, Spring.PlusMonths(6))));
        Assert.That((last.Terms.ContingencyPermille, last.Terms.NoticeBands.Length, last.Reason), Is.EqualTo((50, 0, "guidance 2027 (unverified); agreed at review")));
        Assert.That(TermsResolution.On(Spring.PlusDays(-1), profiles, overrides).Faults.Single(), Does.Contain("effectiveFrom"));
    }

    [Test]
    public void YearFrom_FourWeekly_HasThirteenPeriodsAndNowAndThenFourteen()
    {
        var cycle = new InvoiceCycle { Kind = CycleKind.FourWeekly, Anchor = new(2026, 4, 6) };

        var counts = Enumerable.Range(2026, 30).Select(year => cycle.YearFrom(new(year, 4, 6)).Count).ToList();

        Assert.That(counts.Distinct(), Is.EquivalentTo(new[] { 13, 14 }));
        Assert.That(counts[0], Is.EqualTo(14), "2026-04-06 starts a period, and 364 days later another starts within the year");
        Assert.That(counts.Count(count => count == 14), Is.InRange(1, 3));
    }

    [TestCase(2026, 2, 10, 1, 28)]
    [TestCase(2028, 2, 29, 1, 29)]
    public void On_CalendarMonth_KnowsLeapYears(int year, int month, int day, int first, int last)
    {
        var period = new InvoiceCycle().On(new(year, month, day));

        Assert.That((period.Start.Day, period.End.Day, period.Contains(new LocalDate(year, month, day))), Is.EqualTo((first, last, true)));
    }

    [Test]
    public void On_FourWeekly_CountsBackFromTheAnchorToo()
    {
        var cycle = new InvoiceCycle { Kind = CycleKind.FourWeekly, Anchor = new(2026, 4, 6) };

        Assert.That(cycle.On(new(2026, 4, 5)), Is.EqualTo(new DateInterval(new(2026, 3, 9), new(2026, 4, 5))));
    }
}
