using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Rules.Development;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class DevelopmentRuleTests
{
    [TestCase("ann", "ann", 1)]
    [TestCase("ann", "bob", 0)]
    [TestCase("ann", "", 1)]
    [TestCase("", "ann", 0)]
    [TestCase("", "", 1)]
    [TestCase("ann bob", "ann", 0)]
    public void Check_OneVisit_CountsAPersonWhoMeetsNoSecondWorker(string known, string worker, long people)
    {
        Assert.That(CheckedRota.Of(Week(known), ("v1", "mon 07:00", worker)).Amount(DevelopmentRule.SecondWorker), Is.EqualTo(people));
    }

    [Test]
    public void Check_PersonWithoutVisits_CountsNothing()
    {
        var problem = new ProblemBuilder().Worker("ann").Build();

        Assert.That(CheckedRota.Of(problem).Amount(DevelopmentRule.SecondWorker), Is.Zero);
    }

    [TestCase("", "0 workers know pat, and no other gets to know them this week.")]
    [TestCase("ann", "1 worker knows pat, and no other gets to know them this week.")]
    public void Check_NoSecondWorker_SaysHowManyKnowThePerson(string known, string sentence)
    {
        Assert.That(CheckedRota.Of(Week(known)).Sentences(DevelopmentRule.SecondWorker), Is.EqualTo(new[] { sentence }));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_RandomRotas_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsAsync(BusyWeek.Problem(), new DevelopmentRule(), () => new DevelopmentEncoding(), seed: seed);

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_PartOfARotaHeld_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsInPartAsync(BusyWeek.Problem(), new DevelopmentRule(), () => new DevelopmentEncoding(), seed: seed);

    private static RotaProblem Week(string known)
    {
        ImmutableArray<Acquaintance> history =
            [.. known.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new Acquaintance { Worker = new WorkerId(id), Visits = 10 })];
        return new ProblemBuilder()
            .Worker("ann")
            .Worker("bob")
            .With(p => p with { People = [p.People[0] with { History = history }] })
            .Visit("v1", "mon 07:00")
            .Build();
    }
}
