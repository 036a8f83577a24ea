using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Validation;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Problem.Validation;

[TestFixture]
internal sealed class ProblemValidationTests
{
    [Test]
    public void Check_SoundProblems_FindsNothing()
    {
        Assert.That(ProblemValidation.Check(Problems.Small()), Is.Empty);
        Assert.That(ProblemValidation.Check(Problems.Rich()), Is.Empty);
    }

    [Test]
    public void Check_StartThatTheClocksSkip_IsRefused()
    {
        var problem = new ProblemBuilder(new LocalDate(2026, 3, 23)).Visit("v1", "sun 01:30").Build();

        var errors = ProblemValidation.Check(problem);

        Assert.That(errors.Select(error => error.Path), Is.EqualTo(new[] { "$.visits[0].earliestStart", "$.visits[0].latestStart" }));
        Assert.That(errors[0].Value, Is.EqualTo("2026-03-29T01:30"));
        Assert.That(errors[0].Message, Does.Contain("does not exist"));
    }

    [Test]
    public void Check_StartThatTheClocksShowTwice_IsRefused()
    {
        var problem = new ProblemBuilder(new LocalDate(2026, 10, 19)).Visit("v1", "sun 00:30", window: 60).Build();

        var error = ProblemValidation.Check(problem).Single();

        Assert.That(error.Path, Is.EqualTo("$.visits[0].latestStart"));
        Assert.That(error.Message, Does.Contain("comes twice"));
    }

    [Test]
    public void Check_NightsAroundAChangeOfClocks_AreSound()
    {
        var problem = new ProblemBuilder(new LocalDate(2026, 3, 23))
            .Visit("v1", "sat 22:00", minutes: 540)
            .Visit("v2", "sun 02:00")
            .Build();

        Assert.That(ProblemValidation.Check(problem), Is.Empty);
    }

    [Test]
    public void Check_ScoreBeyondSixtyFourBits_IsRefused()
    {
        var problem = new ProblemBuilder()
            .Worker("ann", w => w with { Teams = [w.Teams[0] with { PencePerHour = 1_000_000 }] })
            .Visit("v1", "mon 07:00")
            .Weight(WeightKeys.Cost, 1_000_000_000_000)
            .Build();

        var errors = ProblemValidation.Check(problem);

        Assert.That(errors.Single().Path, Is.EqualTo("$.weights"));
        Assert.That(errors.Single().Remedy, Does.Contain("Lower the weights"));
    }

    [Test]
    public void Check_WhatARuleForbids_IsNoFaultOfTheProblem()
    {
        var problem = new ProblemBuilder()
            .Worker("ann")
            .Person("sam", p => p with { IncompatibleWith = [new PersonId("pat")] })
            .Visit("short", "mon 07:00", minutes: 5)
            .Visit("group", "mon 09:00", v => v with
            {
                Kind = VisitKind.GroupSession,
                Shares = [ProblemBuilder.Share("pat", 500), ProblemBuilder.Share("sam", 500)],
            })
            .Build();

        Assert.That(ProblemValidation.Check(problem), Is.Empty);
    }

    [Test]
    public void Check_LongChainOfPrecedence_HasNoCircle()
    {
        var builder = new ProblemBuilder();
        for (int i = 0; i <= 20_000; i++)
            builder.Visit($"v{i}", "mon 07:00");
        var problem = builder.Build();
        VisitLink[] chain = [.. Enumerable.Range(0, 20_000).Select(i => Breaking.Follows($"v{i}", $"v{i + 1}"))];

        Assert.That(ProblemValidation.Check(problem with { Links = [.. chain] }), Is.Empty);
        Assert.That(ProblemValidation.Check(problem with { Links = [.. chain, Breaking.Follows("v20000", "v0")] }), Has.Length.EqualTo(1));
    }
}
