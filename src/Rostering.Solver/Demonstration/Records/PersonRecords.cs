using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Records;

/// <summary>
/// Writes people with those they know, chose, accepted or do not want. Whoever the hidden plan sends is mostly known, always where only
/// known workers may come, and never excluded. Rates are assumed; the longest relation is twelve years [000:500].
/// </summary>
internal sealed class PersonRecords(WeekCalendar calendar, Dice dice)
{
    private const int WeeksInTwelveYears = 624;

    private bool longestIsGiven;

    public Person For(DraftPerson person)
    {
        var team = person.Service.Workers;
        var planned = team.Where(worker => worker.Diary.VisitsWith(person) > 0).OrderByDescending(worker => worker.Diary.VisitsWith(person)).ToList();
        var unwanted = Excluded(person, team);
        var history = team.Select(worker => Acquaint(person, worker)).OfType<Acquaintance>().ToImmutableArray();
        var known = history.Where(acquaintance => acquaintance.Visits >= 3).Select(acquaintance => acquaintance.Worker).ToHashSet();
        var welcome = planned.Select(worker => worker.Id).Where(known.Contains).ToList();
        var key = welcome.Count > 0 && dice.Chance(75) ? welcome[0] : (WorkerId?)null;
        var chosen = welcome.Take(dice.Between(0, 2)).ToImmutableArray();
        return new Person
        {
            Id = person.Id,
            Name = person.Name,
            Home = person.Home.Id,
            Team = person.Service.Id,
            KeyWorker = key,
            Chosen = chosen,
            Accepted = [.. known.Where(worker => !chosen.Contains(worker) && worker != key && unwanted.All(e => e.Worker != worker) && dice.Chance(50)).OrderBy(worker => worker.Value, StringComparer.Ordinal)],
            Excluded = unwanted,
            Requirements = person.Requirements,
            KnownWorkersOnly = person.KnownWorkersOnly,
            FacesWanted = Math.Max(2, planned.Count + dice.Between(-1, 1)),
            History = WithLongest(history, key),
            IncompatibleWith = [.. person.IncompatibleWith.Select(other => other.Id)],
            Interests = person.Interests,
        };
    }

    /// <summary>One in seven has said "not this worker" to someone of the team; a few have said it from a day still to come.</summary>
    private ImmutableArray<Exclusion> Excluded(DraftPerson person, IEnumerable<DraftWorker> team)
    {
        if (!dice.Chance(15))
            return [];

        var days = dice.Chance(15) ? dice.Between(2, 20) : -dice.Between(5, 400);
        return
        [
            .. dice.Some(team.Where(worker => worker.Diary.VisitsWith(person) == 0), 1)
                .Select(worker => new Exclusion { Worker = worker.Id, From = calendar.Start.PlusDays(days) }),
        ];
    }

    private Acquaintance? Acquaint(DraftPerson person, DraftWorker worker)
    {
        var planned = worker.Diary.VisitsWith(person) > 0;
        var knownPercent = planned ? (person.KnownWorkersOnly ? 100 : 88) : 40;
        if (dice.Chance(knownPercent))
            return new Acquaintance { Worker = worker.Id, Visits = dice.Between(3, planned ? 180 : 60), WeeksTogether = dice.Between(4, 260) };

        return dice.Chance(20) ? new Acquaintance { Worker = worker.Id, Visits = dice.Between(1, 2), WeeksTogether = dice.Between(1, 3) } : null;
    }

    /// <summary>"Y has been with me for 12 years now": the first key worker of the provider.</summary>
    private ImmutableArray<Acquaintance> WithLongest(ImmutableArray<Acquaintance> history, WorkerId? key)
    {
        if (key is null || longestIsGiven)
            return history;

        longestIsGiven = true;
        return [.. history.Select(a => a.Worker == key ? a with { Visits = 2 * WeeksInTwelveYears, WeeksTogether = WeeksInTwelveYears } : a)];
    }
}
