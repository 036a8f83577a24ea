using Rostering.Solver.Problem;
using Rostering.Solver.Rules.ContractedHours;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class ContractedHoursRuleTests
{
    [TestCase(0, 0)]
    [TestCase(120, 0)]
    [TestCase(121, 1)]
    [TestCase(600, 480)]
    public void Check_TwoHoursPaid_CountsMinutesBelowContract(int contracted, long below)
    {
        var problem = Week(w => w with { Contract = w.Contract with { ContractedMinutes = contracted } });

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:00", "ann")).Amount(ContractedHoursRule.BelowContract), Is.EqualTo(below));
    }

    [Test]
    public void Check_ADayOfLeave_LowersWhatIsDueByAFifth()
    {
        var problem = Week(w => w with
        {
            Contract = w.Contract with { ContractedMinutes = 600 },
            Absences = [new Absence { Kind = AbsenceKind.Leave, Time = TestWeek.Span("tue 00:00", "wed 00:00") }],
        });

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:00", "ann")).Amount(ContractedHoursRule.BelowContract), Is.EqualTo(480 - 120));
    }

    // Two hours are paid; an hour either way is free.
    [TestCase(60, 0)]
    [TestCase(180, 0)]
    [TestCase(59, 1)]
    [TestCase(181, 1)]
    [TestCase(600, 420)]
    public void Check_VariableHours_CountsSwingBeyondWhatIsFree(int typical, long swing)
    {
        var problem = Week(w => w with
        {
            Contract = w.Contract with { Kind = ContractKind.VariableHours },
            History = w.History with { TypicalMinutes = typical },
        });

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:00", "ann")).Amount(ContractedHoursRule.Swing), Is.EqualTo(swing));
    }

    [Test]
    public void Check_FixedHours_DoNotSwing()
    {
        var problem = Week(w => w with { History = w.History with { TypicalMinutes = 600 } });

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:00", "ann")).Amount(ContractedHoursRule.Swing), Is.Zero);
    }

    [Test]
    public void Check_TooFewHours_SaysSoInWords()
    {
        var problem = Week(w => w with
        {
            Contract = w.Contract with { Kind = ContractKind.VariableHours, ContractedMinutes = 600 },
            History = w.History with { TypicalMinutes = 630 },
        });

        var rota = CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"));

        Assert.That(new ContractedHoursRule().Terms.SelectMany(rota.Sentences), Is.EqualTo(new[]
        {
            "ann has 2 h of paid work, 8 h less than the 10 h the contract promises this week.",
            "ann has 2 h of paid work, while a typical week has 10 h 30.",
        }));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_RandomRotas_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsAsync(BusyWeek.Problem(), new ContractedHoursRule(), () => new ContractedHoursEncoding(), seed: seed);

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_PartOfARotaHeld_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsInPartAsync(BusyWeek.Problem(), new ContractedHoursRule(), () => new ContractedHoursEncoding(), seed: seed);

    private static RotaProblem Week(Func<Worker, Worker> ann) => new ProblemBuilder()
        .Worker("ann", ann)
        .Visit("v1", "mon 07:00", minutes: 120)
        .Parameter(ParameterKeys.SwingFreeMinutes, 60)
        .Build();
}
