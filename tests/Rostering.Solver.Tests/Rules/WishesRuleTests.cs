using Rostering.Solver.Problem;
using Rostering.Solver.Rules.Wishes;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class WishesRuleTests
{
    [TestCase("mon 07:30", 0)]
    [TestCase("mon 07:00", 30)]
    [TestCase("mon 08:00", 30)]
    public void Check_VisitAskedForAtATime_CountsMinutesAway(string start, long minutes)
    {
        Assert.That(CheckedRota.Of(Week(), ("v1", start, "ann")).Amount(WishesRule.Start), Is.EqualTo(minutes));
    }

    // The visit lasts from 07:30 to 08:30.
    [TestCase("mon 06:00", "mon 07:30", 0)]
    [TestCase("mon 06:00", "mon 07:31", 1)]
    [TestCase("mon 08:29", "mon 12:00", 1)]
    [TestCase("mon 08:30", "mon 12:00", 0)]
    public void Check_WishToBeOff_CountsVisitsThatOverlap(string from, string to, long visits)
    {
        var problem = Week(w => w with { Wishes = [Wish(WishKind.Off, from, to), Wish(WishKind.Off, from, to)] });

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:30", "ann")).Amount(WishesRule.Off), Is.EqualTo(visits));
    }

    [TestCase("mon 06:00", "mon 07:30", 1)]
    [TestCase("mon 06:00", "mon 07:31", 0)]
    [TestCase("tue 06:00", "tue 12:00", 1)]
    public void Check_WishToWork_CountsWhereNoVisitOverlaps(string from, string to, long wishes)
    {
        var problem = Week(w => w with { Wishes = [Wish(WishKind.Work, from, to)] });

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:30", "ann")).Amount(WishesRule.Work), Is.EqualTo(wishes));
    }

    [TestCase("town", 0)]
    [TestCase("lane", 0)]
    [TestCase("hill", 1)]
    public void Check_WorkersHome_CountsAnotherLocality(string home, long visits)
    {
        var problem = Week(home: home);

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:30", "ann")).Amount(WishesRule.Locality), Is.EqualTo(visits));
    }

    [TestCase("", "chess", 0)]
    [TestCase("chess", "", 1)]
    [TestCase("chess", "football", 1)]
    [TestCase("chess birds", "football Birds", 0)]
    public void Check_Interests_CountsWhereNoneIsShared(string persons, string workers, long visits)
    {
        var problem = Week(w => w with { Interests = [.. Words(workers)] }, interests: Words(persons));

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:30", "ann")).Amount(WishesRule.Interest), Is.EqualTo(visits));
    }

    [Test]
    public void Check_NoWishMet_SaysSoInWords()
    {
        var problem = Week(
            w => w with { Wishes = [Wish(WishKind.Off, "mon 06:00", "mon 12:00"), Wish(WishKind.Work, "tue 06:00", "tue 12:00")] }, "hill", ["chess"]);

        var rota = CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"));

        Assert.That(new WishesRule().Terms.SelectMany(rota.Sentences), Is.EqualTo(new[]
        {
            "The start of visit v1 to pat was asked for at Mon 07:30 and is Mon 07:00.",
            "ann wished to be off at Mon 07:00, the time of visit v1 to pat.",
            "ann wished to work from Tue 06:00 to Tue 12:00 and has no visit then.",
            "ann comes from another locality to visit v1 to pat.",
            "ann, who makes visit v1 to pat, shares none of the interests of pat.",
        }));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_RandomRotas_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsAsync(BusyWeek.Problem(), new WishesRule(), () => new WishesEncoding(), seed: seed);

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_PartOfARotaHeld_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsInPartAsync(BusyWeek.Problem(), new WishesRule(), () => new WishesEncoding(), seed: seed);

    private static RotaProblem Week(Func<Worker, Worker>? ann = null, string home = ProblemBuilder.Town, string[]? interests = null) => new ProblemBuilder()
        .At("hill", 3_000, 0)
        .At("lane", 200, 0)
        .With(p => p with { Places = [.. p.Places.Select(place => place.Name == "lane" ? place with { Locality = ProblemBuilder.Town } : place)] })
        .With(p => p with { People = [p.People[0] with { Interests = [.. interests ?? []] }] })
        .Worker("ann", ann, home)
        .Visit("v1", "mon 07:00", v => v with { WantedStart = TestWeek.At("mon 07:30") }, window: 60)
        .Build();

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static WorkerWish Wish(WishKind kind, string from, string to) => new() { Kind = kind, Time = TestWeek.Span(from, to) };
}
