using NodaTime;
using Rostering.Core.Requests;

namespace Rostering.Core.Tests.Requests;

public sealed class WallClockTests
{
    private static readonly WallClock London = new("Europe/London");
    private static readonly LocalDate Back = new(2026, 10, 25);
    private static readonly LocalDate Forward = new(2027, 3, 28);

    [Test]
    public void Once_TimeThatComesTwice_IsTheFirstMomentAfterThatHour() =>
        Assert.That(London.Once(Back.At(new LocalTime(1, 30))), Is.EqualTo(Back.At(new LocalTime(2, 0))));

    [Test]
    public void Once_TimeThatIsSkipped_IsTheFirstMomentAfterThatHour() =>
        Assert.That(London.Once(Forward.At(new LocalTime(1, 30))), Is.EqualTo(Forward.At(new LocalTime(2, 0))));

    [Test]
    public void Once_OrdinaryTime_IsItself() => Assert.That(London.Once(Back.At(new LocalTime(2, 0))), Is.EqualTo(Back.At(new LocalTime(2, 0))));

    [Test]
    public void Passing_NightOnWhichTheClocksChange_IsAnHourLongerOrShorter()
    {
        Assert.That(London.Passing(Back.PlusDays(-1).At(new LocalTime(22, 0)), 540), Is.EqualTo(600));
        Assert.That(London.Passing(Forward.PlusDays(-1).At(new LocalTime(22, 0)), 540), Is.EqualTo(480));
    }

    [Test]
    public void OnTheWall_WhatPasses_IsTakenBack()
    {
        Assert.That(London.OnTheWall(Back.PlusDays(-1).At(new LocalTime(22, 0)), 600), Is.EqualTo(540));
        Assert.That(London.OnTheWall(Forward.PlusDays(-1).At(new LocalTime(22, 0)), 480), Is.EqualTo(540));
    }
}
