using Rostering.Solver.Problem;
using Rostering.Solver.Rules.LawfulRequirement;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class LawfulRequirementRuleTests
{
    [TestCase("female", 0)]
    [TestCase("Female", 0)]
    [TestCase("male", 1)]
    [TestCase(null, 1)]
    public void T20_GenderForPersonalCareWithReason_IsMet(string? gender, long expected) =>
        Assert.That(Week(w => w with { Gender = gender }, Female).Breach(LawfulRequirementRule.Breach, ("v1", "mon 07:00", "ann")), Is.EqualTo(expected));

    [TestCase("BSL", 0)]
    [TestCase("Polish", 1)]
    public void Check_Language_IsOneTheWorkerSpeaks(string spoken, long expected) =>
        Assert.That(Week(w => w with { Languages = ["English", spoken] }, Bsl).Breach(LawfulRequirementRule.Breach, ("v1", "mon 07:00", "ann")), Is.EqualTo(expected));

    [Test]
    public void Describe_TwoNotMet_NamesBothWithTheirReasons()
    {
        var rota = CheckedRota.Of(Week(w => w, Female, Bsl).Build(), ("v1", "mon 07:00", "ann"));

        Assert.That(rota.Amount(LawfulRequirementRule.Breach), Is.EqualTo(2));
        Assert.That(rota.Sentences(LawfulRequirementRule.Breach), Is.EqualTo(["pat requires gender female (personal care) and language BSL (deaf), which ann does not meet."]));
    }

    [Test]
    public void Kinds_OfRequirement_AreThoseTheLawAllows() =>
        Assert.That(Enum.GetNames<RequirementKind>(), Is.EqualTo(["Gender", "Language"]));

    [Test]
    public Task Encoding_AgreesWithTheChecker() => EncodingAgreement.HoldsAsync(
        Week(w => w with { Gender = "female" }, Female).Visit("v2", "tue 07:00").Build(), new LawfulRequirementRule(), () => new LawfulRequirementEncoding());

    private static LawfulRequirement Female => new() { Kind = RequirementKind.Gender, Value = "female", Reason = "personal care" };

    private static LawfulRequirement Bsl => new() { Kind = RequirementKind.Language, Value = "BSL", Reason = "deaf" };

    private static ProblemBuilder Week(Func<Worker, Worker> ann, params LawfulRequirement[] requirements) => new ProblemBuilder()
        .With(p => p with { People = [p.People[0] with { Requirements = [.. requirements] }] })
        .Worker("ann", ann)
        .Worker("bob")
        .Visit("v1", "mon 07:00");
}
