using Rostering.Solver.Search;

namespace Rostering.Solver.Tests.Search;

public sealed class CoolingTests
{
    [Test]
    public void At_OneCycle_FallsByTheSameFactorInEqualParts()
    {
        Cooling cooling = new(100, 1);

        Assert.That(new[] { 0, 0.5, 1 }.Select(cooling.At), Is.EqualTo([100.0, 10, 1]).Within(1e-9));
    }

    [Test]
    public void At_TwoCycles_BeginsAgainHalfway()
    {
        Cooling cooling = new(100, 1, Cycles: 2);

        Assert.That(new[] { 0, 0.25, 0.5, 0.75, 1 }.Select(cooling.At), Is.EqualTo([100.0, 10, 100, 10, 1]).Within(1e-9));
    }
}
