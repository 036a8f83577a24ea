using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

/// <summary>
/// Objectives that must not exist (requirements §8.3): hours sold, a fund's hours cut, few complaints, vetoes, asks refused, contingency,
/// banked hours. All that is minimised is listed here with its meaning; and what must not count is changed, and must change nothing.
/// </summary>
[TestFixture]
internal sealed class ForbiddenObjectivesTests
{
    private static readonly (string Visit, string Start, string Workers)[] s_rota =
        [("v1", "mon 07:00", "ann"), ("v2", "mon 09:00", "bob"), ("v4", "tue 19:30", "cat"), ("v6", "sun 09:00", "cat")];

    /// <summary>Each term counts a harm or a price named here; a new term has to be argued for by a line of its own.</summary>
    [Test]
    public void Terms_BelowHardRules_AreTheseAndNoOthers()
    {
        Dictionary<string, string> meanings = new(StringComparer.Ordinal)
        {
            [WeightKeys.UncoveredCritical] = "critical support that nobody gives",
            [WeightKeys.UncoveredSubstantial] = "substantial support that nobody gives",
            [WeightKeys.UncoveredModerate] = "moderate support that nobody gives",
            [WeightKeys.UncoveredLow] = "low-need support, training or a meeting that nobody gives",
            [WeightKeys.Accepted] = "a worker accepted, but not chosen",
            [WeightKeys.Known] = "a worker known, but neither chosen nor accepted",
            [WeightKeys.Stranger] = "a worker new to the person",
            [WeightKeys.Face] = "one more face than the person wants",
            [WeightKeys.ChangedWorker] = "a worker people were told of and who does not come",
            [WeightKeys.ChangedStart] = "a start people were told of and that moved",
            [WeightKeys.Split] = "unpaid time in the middle of a duty",
            [WeightKeys.TiedUp] = "time tied up beyond what is paid for",
            [WeightKeys.DayOff] = "a clear day off that is lacking",
            [WeightKeys.Unsocial] = "unsocial time beyond a fair share",
            [WeightKeys.RecentAsk] = "asking again who was asked lately, whatever they answered",
            [WeightKeys.BelowContract] = "pay below what the contract promises",
            [WeightKeys.Swing] = "pay that swings from week to week",
            [WeightKeys.WantedStart] = "a visit at another time than asked for",
            [WeightKeys.WishOff] = "work against a wish to be off",
            [WeightKeys.WishWork] = "a wish to work that is not met",
            [WeightKeys.Locality] = "a worker from elsewhere",
            [WeightKeys.Interest] = "a worker who shares no interest",
            [WeightKeys.Cost] = "the price of the support that is given",
            [WeightKeys.Mile] = "a mile driven",
            [WeightKeys.SecondWorker] = "a person who depends on one worker",
        };

        Assert.That(RuleCatalogue.Terms.Where(t => t.Level != RuleLevel.Hard).Select(t => t.Key), Is.EquivalentTo(meanings.Keys));
        Assert.That(WeightKeys.All, Is.EquivalentTo(meanings.Keys));
    }

    private static IEnumerable<TestCaseData> ChangesThatMustNotCount()
    {
        yield return Case("Vetoes", p => p with
        {
            People = [.. p.People.Select(person => person with { Excluded = [new Exclusion { Worker = new WorkerId("dan"), From = p.WeekStart }] })],
        });
        yield return Case("OptOuts", p => p with
        {
            Workers = [.. p.Workers.Select(w => w.Name == "dan" ? w with { OptedOutOf = [new PersonId("pat"), new PersonId("quin")] } : w)],
        });
        yield return Case("Contingency", p => p with { Councils = [.. p.Councils.Select(c => c with { ContingencyPermille = 500 })] });
        yield return Case("BankedHours", p => p with { Councils = [.. p.Councils.Select(c => c with { BankedMinutesMax = 100_000 })] });
        yield return Case("SurplusCap", p => p with { Councils = [.. p.Councils.Select(c => c with { SurplusCapPermille = 900 })] });
        yield return Case("HoursLeftInFunds", p => p with { Funds = [.. p.Funds.Select(f => f with { AvailableMinutes = 5_000_000 })] });
        yield return Case("MoneyLeftInFunds", p => p with { Funds = [.. p.Funds.Select(f => f with { AvailablePence = f.AvailablePence * 2 })] });

        static TestCaseData Case(string name, Func<RotaProblem, RotaProblem> change) => new TestCaseData(change).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(ChangesThatMustNotCount))]
    public void Score_WhatMustNotCountChanges_StaysTheSame(Func<RotaProblem, RotaProblem> change)
    {
        var problem = WithDan();

        Assert.That(CheckedRota.Of(change(problem), s_rota).Check.Score, Is.EqualTo(CheckedRota.Of(problem, s_rota).Check.Score));
    }

    /// <summary>Support taken away never improves the score: nobody's hours are cut to save.</summary>
    [Test]
    public void Score_AnyVisitDropped_GetsWorse()
    {
        var schedule = Schedules.From(PreparedProblem.From(WithDan()), Rotas.Of(WithDan(), s_rota));
        var before = RotaChecker.Check(schedule).Score;

        foreach (var visit in schedule.Problem.Visits.Where(v => schedule.Covered(v.Index)))
        {
            var less = schedule.Copy();
            less.Set(visit.Index, -1, []);

            Assert.That(RotaChecker.Check(less).Score.Uncovered, Is.GreaterThan(before.Uncovered), $"{visit.Source.Id}");
        }
    }

    /// <summary>Support nobody asked for never improves the score: no hours are sold for their own sake.</summary>
    [Test]
    public void Score_OneMoreVisitMade_NeverBeatsTheWeekWithoutIt()
    {
        var problem = WithDan();
        var added = problem.Visits[0] with { Id = new VisitId("more"), EarliestStart = TestWeek.At("thu 10:00"), LatestStart = TestWeek.At("thu 10:00"), WantedStart = null };
        var more = problem with { Visits = problem.Visits.Add(added) };

        var without = CheckedRota.Of(problem, s_rota).Check.Score;
        var with = CheckedRota.Of(more, [.. s_rota, ("more", "thu 10:00", "cat")]).Check.Score;

        Assert.That(with, Is.GreaterThan(without));
    }

    private static RotaProblem WithDan()
    {
        var problem = BusyWeek.Problem();
        return problem with { Workers = problem.Workers.Add(problem.Workers[2] with { Id = new WorkerId("dan"), Name = "dan", Wishes = [] }) };
    }
}
