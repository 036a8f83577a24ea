using System.Collections.Immutable;
using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Solver.Search;
using Rostering.Solver.Tests.Rules;

namespace Rostering.Solver.Tests.Search;

/// <summary>All rules in one model, which must accept exactly what the checker accepts, at exactly its price.</summary>
[TestFixture]
public sealed class AllRulesTests
{
    private const int PartsPerWeek = 8;

    [Test]
    public Task Encoding_OfSmallWeeks_AgreesWithTheChecker([Range(1, 12)] int seed) => EncodingAgreement.HoldsAsync(SmallWeek.Draw(seed), samples: 6, seed);

    [Test]
    public Task Encoding_OfTheChoosyWeek_AgreesWithTheChecker([Range(1, 6)] int seed) => EncodingAgreement.HoldsAsync(ChoosyWeek.Draw(seed), samples: 5, seed);

    [Test]
    public Task Encoding_OfTheBusyWeek_AgreesWithTheChecker([Values(1, 2)] int seed) => EncodingAgreement.HoldsAsync(BusyWeek.Problem(), samples: 10, seed);

    // What the large-neighbourhood search relies on: a lawful rota, a part of it free, and everything the part can become.
    [Test]
    public async Task Encoding_PartOfALawfulRota_AcceptsWhatTheCheckerAcceptsAtItsPrice([Range(1, 10)] int seed)
    {
        PreparedProblem problem = PreparedProblem.From(seed % 4 == 0 ? BusyWeek.Problem() : SmallWeek.Draw(seed) with { Pins = [] });
        Schedule lawful = (await new RotaSolver(TestEngine.Shared).SolveAsync(problem, new SolveOptions { Seconds = 60, Threads = 1, MovesPerRound = 200 })).Schedule;
        Assert.That(RotaChecker.Check(lawful).Score.Hard, Is.Zero);
        Random random = new(seed);
        for (int sample = 0; sample < PartsPerWeek; sample++)
        {
            (EncodingScope scope, Schedule other) = Part(lawful, random);
            long offset = await PriceAsync(scope, lawful) - RotaChecker.Check(lawful).Score.Soft ?? throw new AssertionException("the lawful rota itself is refused");
            RotaCheck check = RotaChecker.Check(other);

            long? price = await PriceAsync(scope, other);

            string story = $"sample {sample}: {string.Join("; ", check.HardViolations.Select(v => v.Sentence))}";
            Assert.That(price - offset, check.Score.Hard > 0 ? Is.Null : Is.EqualTo(check.Score.Soft), story);
        }
    }

    private static (EncodingScope Scope, Schedule Other) Part(Schedule lawful, Random random)
    {
        PreparedProblem problem = lawful.Problem;
        PreparedVisit[] free = [.. problem.Visits.Where(_ => random.Next(2) == 0)];
        Candidates candidates = new(problem);
        Schedule other = lawful.Copy();
        foreach (PreparedVisit visit in free)
        {
            int[] workers = [.. candidates.Workers[visit.Index]];
            random.Shuffle(workers);
            other.Set(visit.Index, random.Next(visit.Starts.Length), random.Next(4) > 0 && workers.Length >= visit.Seats ? workers.AsSpan(0, visit.Seats) : []);
        }

        return (new EncodingScope(lawful, free.ToImmutableDictionary(v => v.Index, v => candidates.Workers[v.Index])), other);
    }

    // The soft score of a rota by the model; null where the model refuses it.
    private static async Task<long?> PriceAsync(EncodingScope scope, Schedule schedule)
    {
        RotaEncoding encoding = RotaEncoding.Build(schedule.Problem, scope);
        if (!EncodingAgreement.Fix(encoding, schedule))
        {
            return null;
        }

        LinearExpr soft = encoding.Objective.Level(RuleLevel.Soft);
        encoding.Model.Minimize(soft);
        CpSolver solver = new(TestEngine.Shared) { Parameters = new SatParameters { MaxTimeInSeconds = 60, RandomSeed = 1 } };
        CpSolverStatus status = await solver.SolveAsync(encoding.Model);
        Assert.That(status, Is.EqualTo(CpSolverStatus.Optimal).Or.EqualTo(CpSolverStatus.Infeasible));
        return solver.HasSolution ? solver.Value(soft) : null;
    }
}
