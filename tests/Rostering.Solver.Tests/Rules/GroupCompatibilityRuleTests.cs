using Rostering.Solver.Problem;
using Rostering.Solver.Rules.GroupCompatibility;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class GroupCompatibilityRuleTests
{
    [Test]
    public void T32_CompatibleChildrenInOneGroup_AreFine() =>
        Assert.That(Group().Breach(GroupCompatibilityRule.Breach, ("g1", "sat 10:00", "ann")), Is.Zero);

    [TestCase("pat", "sam")]
    [TestCase("sam", "pat")]
    public void T32_IncompatibleChildrenInOneGroup_AreRefusedWhoeverItWasRecordedWith(string recordedWith, string other)
    {
        var rota = CheckedRota.Of(Group((recordedWith, other)).Build(), ("g1", "sat 10:00", "ann"));

        Assert.That(rota.Amount(GroupCompatibilityRule.Breach), Is.EqualTo(1));
        Assert.That(rota.Sentences(GroupCompatibilityRule.Breach), Is.EqualTo(["pat and sam are recorded as not getting on, group session g1 with pat, sam and kim brings them together."]));
    }

    [Test]
    public void Check_TwoPairs_CountsBothAndAPairRecordedTwiceOnce() =>
        Assert.That(
            Group(("pat", "sam"), ("sam", "pat"), ("kim", "pat")).Breach(GroupCompatibilityRule.Breach, ("g1", "sat 10:00", "ann")), Is.EqualTo(2));

    [Test]
    public void Check_VisitsOnTheirOwn_AreFine()
    {
        ProblemBuilder week = Group(("pat", "sam")).Visit("v1", "mon 07:00").Visit("v2", "mon 07:00", person: "sam");

        Assert.That(week.Breach(GroupCompatibilityRule.Breach, ("v1", "mon 07:00", "ann"), ("v2", "mon 07:00", "bob")), Is.Zero);
    }

    [Test]
    public Task Encoding_AgreesWithTheChecker() => EncodingAgreement.HoldsAsync(
        Group(("pat", "sam")).Visit("v1", "mon 07:00").Build(), new GroupCompatibilityRule(), () => new GroupCompatibilityEncoding(), samples: 10);

    private static ProblemBuilder Group(params (string Person, string Other)[] incompatible) => new ProblemBuilder()
        .Person("sam")
        .Person("kim")
        .With(p => p with { People = [.. p.People.Select(person => With(person, incompatible))] })
        .Worker("ann")
        .Worker("bob")
        .Visit("g1", "sat 10:00", v => v with
        {
            Kind = VisitKind.GroupSession,
            Shares = [ProblemBuilder.Share("pat", 334, true), ProblemBuilder.Share("sam", 333, true), ProblemBuilder.Share("kim", 333, true)],
        });

    private static Person With(Person person, (string Person, string Other)[] incompatible) =>
        person with { IncompatibleWith = [.. incompatible.Where(pair => pair.Person == person.Id.Value).Select(pair => new PersonId(pair.Other))] };
}
