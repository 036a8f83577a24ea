using Rostering.Solver.Problem;
using Rostering.Solver.Rules.Continuity;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class ContinuityRuleTests
{
    private static readonly string[] s_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    [TestCase("key", 0, 0, 0)]
    [TestCase("chosen", 0, 0, 0)]
    [TestCase("accepted", 1, 0, 0)]
    [TestCase("known", 0, 1, 0)]
    [TestCase("metTwice", 0, 0, 1)]
    [TestCase("new", 0, 0, 1)]
    public void Check_OneVisit_CountsHowWelcomeTheWorkerIs(string worker, long accepted, long known, long stranger)
    {
        var rota = CheckedRota.Of(Welcomes(), ("v1", "mon 07:00", worker));

        Assert.That(
            (rota.Amount(ContinuityRule.Accepted), rota.Amount(ContinuityRule.Known), rota.Amount(ContinuityRule.Stranger)),
            Is.EqualTo((accepted, known, stranger)));
    }

    [TestCase("accepted", WeightKeys.Accepted, "accepted, who makes visit v1 to pat, is accepted but not chosen by pat.")]
    [TestCase("known", WeightKeys.Known, "known, who makes visit v1 to pat, is known to pat, who neither chose nor accepted them.")]
    [TestCase("new", WeightKeys.Stranger, "new, who makes visit v1 to pat, is new to pat.")]
    public void Check_OneVisit_SaysHowWelcomeTheWorkerIs(string worker, string term, string sentence)
    {
        var rota = CheckedRota.Of(Welcomes(), ("v1", "mon 07:00", worker));

        Assert.That(rota.Sentences(new ContinuityRule().Terms.Single(t => t.Key == term)), Is.EqualTo(new[] { sentence }));
    }

    [Test]
    public void Check_SharedSession_CountsEachPersonOnce()
    {
        var problem = new ProblemBuilder()
            .Worker("ann")
            .Person("quin", p => p with { Chosen = [new WorkerId("ann")] })
            .Person("rae")
            .Visit("v1", "mon 10:00", v => v with
            {
                Shares = [ProblemBuilder.Share("pat", 300, consented: true), ProblemBuilder.Share("quin", 300, consented: true), ProblemBuilder.Share("rae", 400, consented: true)],
            })
            .Build();

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 10:00", "ann")).Amount(ContinuityRule.Stranger), Is.EqualTo(2));
    }

    [Test]
    public void T15_DifferentWorkerEachDay_CountsTheFacesBeyondThoseWanted()
    {
        var problem = EveryDay();

        var rota = CheckedRota.Of(problem, [.. s_days.Select(day => (day, $"{day} 07:00", $"w-{day}"))]);

        Assert.That(rota.Amount(ContinuityRule.Face), Is.EqualTo(3));
        Assert.That(rota.Sentences(ContinuityRule.Face), Is.EqualTo(new[] { "7 different workers come to pat this week, who wants 4 at most." }));
    }

    [TestCase(1, 0)]
    [TestCase(4, 0)]
    [TestCase(5, 1)]
    public void Check_SomeWorkersInTurn_CountsEachFaceOnce(int workers, long beyond)
    {
        var rota = CheckedRota.Of(EveryDay(), [.. s_days.Select((day, i) => (day, $"{day} 07:00", $"w-{s_days[i % workers]}"))]);

        Assert.That(rota.Amount(ContinuityRule.Face), Is.EqualTo(beyond));
    }

    [Test]
    public void Check_MoreWorkersThanBitsInAWord_CountsAllFaces()
    {
        var builder = new ProblemBuilder();
        for (int w = 0; w < 130; w++)
        {
            builder.Worker($"w{w}").Visit($"v{w}", "mon 07:00");
        }

        var rota = CheckedRota.Of(builder.Build(), [.. Enumerable.Range(0, 130).Select(w => ($"v{w}", "mon 07:00", $"w{w}"))]);

        Assert.That(rota.Amount(ContinuityRule.Face), Is.EqualTo(130 - 4));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_RandomRotas_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsAsync(BusyWeek.Problem(), new ContinuityRule(), () => new ContinuityEncoding(), seed: seed);

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_PartOfARotaHeld_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsInPartAsync(BusyWeek.Problem(), new ContinuityRule(), () => new ContinuityEncoding(), seed: seed);

    private static RotaProblem EveryDay()
    {
        var builder = new ProblemBuilder();
        foreach (string day in s_days)
        {
            builder.Worker($"w-{day}").Visit(day, $"{day} 07:00");
        }

        return builder.Build();
    }

    private static RotaProblem Welcomes() => new ProblemBuilder()
        .Worker("key").Worker("chosen").Worker("accepted").Worker("known").Worker("metTwice").Worker("new")
        .With(p => p with
        {
            People =
            [
                p.People[0] with
                {
                    KeyWorker = new WorkerId("key"),
                    Chosen = [new WorkerId("chosen")],
                    Accepted = [new WorkerId("accepted")],
                    History = [new Acquaintance { Worker = new WorkerId("known"), Visits = 3 }, new Acquaintance { Worker = new WorkerId("metTwice"), Visits = 2 }],
                },
            ],
        })
        .Visit("v1", "mon 07:00")
        .Build();
}
