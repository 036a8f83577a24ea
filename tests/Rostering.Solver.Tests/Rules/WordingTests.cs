using Rostering.Solver.Rules;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class WordingTests
{
    [TestCase(0, "0 min")]
    [TestCase(40, "40 min")]
    [TestCase(60, "1 h")]
    [TestCase(580, "9 h 40")]
    [TestCase(605, "10 h 05")]
    [TestCase(660, "11 h")]
    [TestCase(-90, "-1 h 30")]
    public void Hours_OfMinutes_ReadsAsHoursAndMinutes(long minutes, string expected) =>
        Assert.That(Wording.Hours(minutes), Is.EqualTo(expected));

    [TestCase(0, "£0.00")]
    [TestCase(1234, "£12.34")]
    [TestCase(-5, "-£0.05")]
    public void Pounds_OfPence_ReadsAsPoundsAndPence(long pence, string expected) =>
        Assert.That(Wording.Pounds(pence), Is.EqualTo(expected));

    [TestCase(500, "50 %")]
    [TestCase(625, "62.5 %")]
    public void Percent_OfThousandths_DropsAnEmptyDecimal(long permille, string expected) =>
        Assert.That(Wording.Percent(permille), Is.EqualTo(expected));

    [TestCase(1, "1 split")]
    [TestCase(3, "3 splits")]
    public void Count_OfThings_KnowsOneFromMany(long number, string expected) =>
        Assert.That(Wording.Count(number, "split"), Is.EqualTo(expected));

    [Test]
    public void Join_OfNames_PutsAndBeforeTheLast()
    {
        Assert.That(Wording.Join([]), Is.Empty);
        Assert.That(Wording.Join(["Ann"]), Is.EqualTo("Ann"));
        Assert.That(Wording.Join(["Ann", "Bob", "Cat"]), Is.EqualTo("Ann, Bob and Cat"));
    }
}
