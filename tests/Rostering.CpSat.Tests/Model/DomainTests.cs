using FsCheck;
using FsCheck.Fluent;
using Rostering.CpSat.Model;

namespace Rostering.CpSat.Tests.Model;

public sealed class DomainTests
{
    private const int Low = -12;
    private const int High = 12;
    private static readonly Arbitrary<Domain> Domains = Intervals().Select(Domain.FromFlatIntervals).ToArbitrary();
    private static readonly IEnumerable<long> Universe = Enumerable.Range(Low, High - Low + 1).Select(value => (long)value);

    [Test]
    public void FromFlatIntervals_AnyIntervals_HoldsExactlyTheirValues() =>
        Prop.ForAll(Intervals().ToArbitrary(), flat =>
            Values(Domain.FromFlatIntervals(flat)).SequenceEqual(
                Universe.Where(value => flat.Chunk(2).Any(interval => interval[0] <= value && value <= interval[1]))))
            .QuickCheckThrowOnFailure();

    [Test]
    public void FromValues_AnyValues_HoldsExactlyThem() =>
        Prop.ForAll(Gen.Choose(Low, High).ListOf().ToArbitrary(), values =>
            Values(Domain.FromValues(values.Select(value => (long)value))).SequenceEqual(
                values.Select(value => (long)value).Distinct().Order()))
            .QuickCheckThrowOnFailure();

    [Test]
    public void SetOperations_AnyTwoDomains_AgreeWithSets() =>
        Prop.ForAll(Domains, Domains, (left, right) =>
            Values(left.UnionWith(right)).SequenceEqual(Values(left).Union(Values(right)).Order())
            && Values(left.IntersectionWith(right)).SequenceEqual(Values(left).Intersect(Values(right)))
            && Values(left.Complement()).SequenceEqual(Universe.Except(Values(left))))
            .QuickCheckThrowOnFailure();

    [Test]
    public void SetOperations_AnyDomain_KeepTheirLaws() =>
        Prop.ForAll(Domains, Domains, (left, right) =>
            left.Complement().Complement().Equals(left)
            && left.UnionWith(left.Complement()).Equals(Domain.AllValues())
            && left.IntersectionWith(left.Complement()).IsEmpty
            && left.UnionWith(right).Complement().Equals(left.Complement().IntersectionWith(right.Complement())))
            .QuickCheckThrowOnFailure();

    [Test]
    public void Size_AnyDomain_CountsItsValues() =>
        Prop.ForAll(Domains, domain => domain.Size == Values(domain).Count()).QuickCheckThrowOnFailure();

    [Test]
    public void FromIntervals_TouchingAndOverlapping_AreJoined()
    {
        var domain = Domain.FromIntervals([[8, 9], [1, 3], [4, 4], [2, 3], [7, 6]]);

        Assert.That(domain.FlattenedIntervals(), Is.EqualTo(new long[] { 1, 4, 8, 9 }));
        Assert.That(domain.ToString(), Is.EqualTo("[1,4][8,9]"));
    }

    [Test]
    public void Complement_OfOneValue_ReachesToInfinityOnBothSides() =>
        Assert.That(new Domain(5).Complement().FlattenedIntervals(), Is.EqualTo(new[] { long.MinValue, 4, 6, long.MaxValue }));

    [Test]
    public void UnionWith_UpToTheLastInteger_DoesNotOverflow() =>
        Assert.That(new Domain(3, long.MaxValue).UnionWith(new Domain(long.MaxValue)), Is.EqualTo(new Domain(3, long.MaxValue)));

    [Test]
    public void Size_OfAllValues_IsHeldAtTheLargestNumber() =>
        Assert.That(Domain.AllValues().Size, Is.EqualTo(long.MaxValue));

    [Test]
    public void Min_OfEmptyDomain_SaysToAskFirst() =>
        Assert.That(() => new Domain(2, 1).Min, Throws.InvalidOperationException.With.Message.Contains("IsEmpty"));

    [Test]
    public void FromFlatIntervals_OddNumberOfBounds_NamesTheLonelyOne() =>
        Assert.That(() => Domain.FromFlatIntervals([1, 2, 7]), Throws.ArgumentException.With.Message.Contains("[7]"));

    private static IEnumerable<long> Values(Domain domain) => Universe.Where(domain.Contains);

    private static Gen<long[]> Intervals() =>
        Gen.Choose(Low, High).Two().ListOf().Select(pairs => pairs
            .SelectMany(pair => new long[] { pair.Item1, pair.Item2 }).ToArray());
}
