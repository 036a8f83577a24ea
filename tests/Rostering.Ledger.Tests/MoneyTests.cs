using FsCheck;
using FsCheck.Fluent;

namespace Rostering.Ledger.Tests;

public sealed class MoneyTests
{
    [Test]
    public void Split_AnyAmountAndWeights_IsExactAndWithinAPennyOfProportion() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<int>(),
            Gen.Choose(0, 1000).NonEmptyListOf().Where(weights => weights.Sum() > 0).ToArbitrary(),
            (pence, weights) =>
            {
                var shares = new Money(pence).Split([.. weights.Select(weight => (long)weight)]);
                var sum = weights.Sum();
                return shares.Sum(share => share.Pence) == pence
                    && shares.Zip(weights).All(pair => Math.Abs(pair.First.Pence - (decimal)pence * pair.Second / sum) < 1);
            }));

    [Test]
    public void Split_SixtyPoundsAmongThree_IsTwentyEach() =>
        Assert.That(new Money(6000).Split(1, 1, 1), Is.EqualTo(new Money[] { new(2000), new(2000), new(2000) }));

    [Test]
    public void Split_WithoutAWeight_IsRefused() => Assert.That(() => new Money(1).Split(0, 0), Throws.ArgumentException.With.Message.Contains("share"));

    [Test]
    public void Sum_BeyondWhatALongHolds_Throws() => Assert.That(() => new Money(long.MaxValue) + new Money(1), Throws.InstanceOf<OverflowException>());

    [TestCase(0, "£0.00")]
    [TestCase(-7, "-£0.07")]
    [TestCase(123450, "£1,234.50")]
    [TestCase(long.MinValue, "-£92,233,720,368,547,758.08")]
    public void Text_OfMoney_IsWhatPeopleRead(long pence, string text) => Assert.That(new Money(pence).ToString(), Is.EqualTo(text));

    [TestCase(420, "7 h")]
    [TestCase(90, "1 h 30 min")]
    [TestCase(-45, "-45 min")]
    [TestCase(0, "0 h")]
    public void Text_OfMinutes_IsWhatPeopleRead(long count, string text) => Assert.That(new Minutes(count).ToString(), Is.EqualTo(text));
}
