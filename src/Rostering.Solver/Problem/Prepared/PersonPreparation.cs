using System.Collections.Immutable;

namespace Rostering.Solver.Problem.Prepared;

/// <summary>Turns people into indices: who is welcome, who is known, who is excluded from when.</summary>
internal static class PersonPreparation
{
    public static ImmutableArray<PreparedPerson> Prepare(PreparedProblem problem)
    {
        ILookup<int, int> visits = problem.Visits.SelectMany(v => v.People, (v, person) => (v.Index, person)).ToLookup(x => x.person, x => x.Index);
        return [.. problem.Source.People.Select((person, i) => Prepare(problem, person, i, [.. visits[i]]))];
    }

    private static PreparedPerson Prepare(PreparedProblem problem, Person person, int index, ImmutableArray<int> visits)
    {
        var workers = problem.Index.Workers;
        bool[] known = new bool[workers.Count];
        var welcome = new Welcome[workers.Count];
        Array.Fill(welcome, Welcome.Stranger);
        foreach (Acquaintance acquaintance in person.History.Where(a => a.Visits >= problem.Limits[ParameterKeys.KnownAfterVisits]))
        {
            (known[workers[acquaintance.Worker]], welcome[workers[acquaintance.Worker]]) = (true, Welcome.Known);
        }

        foreach (WorkerId accepted in person.Accepted)
        {
            welcome[workers[accepted]] = Welcome.Accepted;
        }

        foreach (WorkerId chosen in person.KeyWorker is { } key ? person.Chosen.Add(key) : person.Chosen)
        {
            (known[workers[chosen]], welcome[workers[chosen]]) = (true, Welcome.Chosen);
        }

        return new PreparedPerson
        {
            Index = index,
            Source = person,
            Welcome = [.. welcome],
            Known = [.. known],
            ExcludedFrom = Excluded(problem, person),
            OptedOut = [.. problem.Source.Workers.Select(worker => worker.OptedOutOf.Contains(person.Id))],
            RequirementsUnmet = [.. problem.Source.Workers.Select(worker => person.Requirements.Count(requirement => !requirement.MetBy(worker)))],
            IncompatibleWith = Incompatible(problem, person),
            SharesNoInterest = [.. problem.Source.Workers.Select(worker => SharesNoInterest(person, worker))],
            KnownWorkers = known.Count(k => k),
            Visits = visits,
        };
    }

    private static ImmutableArray<int> Incompatible(PreparedProblem problem, Person person) =>
    [
        .. from other in problem.Source.People
           where person.IncompatibleWith.Contains(other.Id) || other.IncompatibleWith.Contains(person.Id)
           select problem.Index.People[other.Id],
    ];

    private static bool SharesNoInterest(Person person, Worker worker) =>
        !person.Interests.IsEmpty && !person.Interests.Intersect(worker.Interests, StringComparer.OrdinalIgnoreCase).Any();

    private static ImmutableArray<int> Excluded(PreparedProblem problem, Person person)
    {
        int[] from = new int[problem.Index.Workers.Count];
        Array.Fill(from, int.MaxValue);
        foreach (Exclusion exclusion in person.Excluded)
        {
            int worker = problem.Index.Workers[exclusion.Worker];
            from[worker] = Math.Min(from[worker], problem.Clock.DayStart(problem.Clock.Day(exclusion.From)));
        }

        return [.. from];
    }
}
