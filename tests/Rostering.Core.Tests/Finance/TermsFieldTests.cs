using FsCheck;
using FsCheck.Fluent;
using Rostering.Core.Finance.Agreements;
using Rostering.Core.Finance.FundActs;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Tests.Finance;

public sealed class TermsFieldTests
{
    [Test]
    public void Texts_TermsThatHold_ReadBackAsTheyAre() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(
            ArbMap.Default.ArbFor<(PositiveInt Cap, PositiveInt Rate, byte Share)>(),
            ((PositiveInt Cap, PositiveInt Rate, byte Share) drawn) =>
            {
                FundTerms terms = new()
                {
                    ContingencyPermille = drawn.Share,
                    AgreedRatePence = drawn.Rate.Get,
                    Bank = new FundTerms().Bank with { CapMinutes = drawn.Cap.Get },
                };

                Assert.That(TermsField.Texts(TermsField.OfFund, Read(terms)), Is.EqualTo(TermsField.Texts(TermsField.OfFund, terms)));
                Assert.That(Read(terms).Bank.CapMinutes, Is.EqualTo(drawn.Cap.Get));
            }));

    [TestCase("26", 1560)]
    [TestCase("7.5", 450)]
    [TestCase("7:05", 425)]
    [TestCase("0:40", 40)]
    public void Read_HoursAsPeopleWriteThem_AreMinutes(string text, int minutes) => Assert.That(CapOf(text).Time("bankHours").Count, Is.EqualTo(minutes));

    [TestCase("7:60")]
    [TestCase("7:5")]
    [TestCase("7.51")]
    [TestCase("-1:30")]
    [TestCase("1:30:00")]
    [TestCase("99999999:00")]
    public void Read_HoursThatAreNone_AreRefusedWithTheRemedy(string text) =>
        Assert.That($"{CapOf(text).Faults.Single()}", Is.EqualTo($"Hours that may be banked cannot be '{text}'. Write hours that come to whole minutes, such as 520, 7.5 or 7:20."));

    private static FundActValues CapOf(string text) =>
        FundActValues.Read(TermsField.OfFund.Select(field => field.Field).Where(field => field.Name == "bankHours"), new Dictionary<string, string>(StringComparer.Ordinal) { ["bankHours"] = text });

    private static FundTerms Read(FundTerms terms)
    {
        var said = FundActValues.Read(TermsField.OfFund.Select(field => field.Field), TermsField.Texts(TermsField.OfFund, terms).ToDictionary(StringComparer.Ordinal));
        Assert.That(said.Faults, Is.Empty);
        return TermsField.Read(TermsField.OfFund, new FundTerms(), said).Terms;
    }
}
