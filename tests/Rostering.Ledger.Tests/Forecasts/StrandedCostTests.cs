using FsCheck;
using FsCheck.Fluent;
using Rostering.Ledger.Forecasts;

namespace Rostering.Ledger.Tests.Forecasts;

public sealed class StrandedCostTests
{
    [Test]
    public void T30_UnitCostOf270Lifted_ShowsTheFixedCostThatStays()
    {
        var cost = new UnitCost(new Money(270_00), new Money(180_00), "average of three estimates");

        var stranded = StrandedCost.Of(cost, people: 10, leaving: 1);

        Assert.That(stranded.Lifted, Is.EqualTo(new Money(270_00)));
        Assert.That(stranded.Saved, Is.EqualTo(new Money(90_00)));
        Assert.That(stranded.Stranded, Is.EqualTo(new Money(180_00)));
        Assert.That(stranded.AddedToEach, Is.EqualTo(Enumerable.Repeat(new Money(20_00), 9)));
    }

    [Test]
    public void T30_AnyoneLeaves_NoPennyOfTheFixedCostIsLost() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, 500_00).Two().ToArbitrary(), Gen.Choose(1, 60).SelectMany(people => Gen.Choose(0, people).Select(leaving => (people, leaving))).ToArbitrary(),
            (money, service) =>
            {
                var cost = new UnitCost(new Money(Math.Max(money.Item1, money.Item2)), new Money(Math.Min(money.Item1, money.Item2)), "any");
                var stranded = StrandedCost.Of(cost, service.people, service.leaving);
                return stranded.Saved + stranded.Stranded == stranded.Lifted
                    && stranded.AddedToEach.Sum(share => share.Pence) == (service.leaving == service.people ? 0 : stranded.Stranded.Pence);
            }));

    [TestCase(3, 4, 180_00, "cannot leave a service of 3")]
    [TestCase(3, 1, 271_00, "not within the unit cost £270.00")]
    public void T30_FiguresThatCannotBe_AreRefused(int people, int leaving, long fixedPence, string message) =>
        Assert.That(() => StrandedCost.Of(new UnitCost(new Money(270_00), new Money(fixedPence), "any"), people, leaving), Throws.ArgumentException.With.Message.Contains(message));
}
