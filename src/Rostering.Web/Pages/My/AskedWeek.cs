using NodaTime;
using Rostering.Core;
using Rostering.Core.Access;
using Rostering.Core.Rotas;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Web.Pages.My;

/// <summary>What one worker, or one person, is asked about a week.</summary>
public sealed record AskedWeek(LocalDate Monday, AnswerFrom From, string Id, string Name, Instant AnswerBy, IReadOnlyList<AskedVisit> Visits)
{
    public string Key => $"{From}-{Id}-{Monday.Iso()}".ToLowerInvariant();

    /// <summary>Everything that somebody is asked, without the weeks that ask nothing of them.</summary>
    public static IReadOnlyList<AskedWeek> Of(IEnumerable<ConsultationState> open, Actor actor)
    {
        (AnswerFrom From, string Id)[] selves = [.. actor.WorkerId is { } worker ? [(AnswerFrom.Worker, worker)] : Array.Empty<(AnswerFrom, string)>(), .. actor.PersonIds.Select(person => (AnswerFrom.Person, person))];
        return
        [
            .. from state in open
               from self in selves
               let visits = self.From == AnswerFrom.Worker ? state.OfWorker(self.Id) : state.OfPerson(self.Id)
               let asked = visits.Select(visit => AskedVisit.Of(state, visit, self.From, self.Id)).OrderBy(visit => visit.Start).ToList()
               where asked.Count > 0
               select new AskedWeek(state.Monday, self.From, self.Id, NameOf(state.Problem, self.From, self.Id), state.Consultation.AnswerBy, asked),
        ];
    }

    private static string NameOf(PreparedProblem problem, AnswerFrom from, string id) => from == AnswerFrom.Worker
        ? problem.Workers[problem.Index.Workers[new WorkerId(id)]].Source.Name
        : problem.People[problem.Index.People[new PersonId(id)]].Source.Name;
}

/// <summary>A visit that somebody is asked about, with what they said so far and what they may wish for.</summary>
public sealed record AskedVisit
{
    public required string Id { get; init; }
    public required LocalDateTime Start { get; init; }
    public required LocalDateTime End { get; init; }
    public required string Who { get; init; }
    public required string Place { get; init; }
    public required ConsultAnswer? Said { get; init; }
    public required IReadOnlyList<LocalDateTime> Starts { get; init; }
    public required IReadOnlyList<(string Id, string Name)> Workers { get; init; }

    public string SaidInWords => Said switch
    {
        null => "Not answered yet.",
        { Answer: AnswerKind.Yes } => "You said yes.",
        { Answer: AnswerKind.No } no => $"You said no: {no.Reason}",
        var wish => $"You would like {string.Join(" and ", Wishes(wish))}.",
    };

    public static AskedVisit Of(ConsultationState state, PreparedVisit visit, AnswerFrom from, string id)
    {
        var (problem, clock) = (state.Problem, state.Problem.Clock);
        var start = state.Sent.Start(visit.Index);
        var coming = state.Sent.Workers(visit.Index);
        return new AskedVisit
        {
            Id = visit.Source.Id.Value,
            Start = clock.Local(start),
            End = clock.Local(start + visit.Minutes),
            Who = string.Join(" and ", from == AnswerFrom.Worker
                ? visit.People.Select(person => problem.People[person].Source.Name)
                : coming.Select(worker => problem.Workers[worker].Source.Name)),
            Place = problem.Source.Places[visit.Place].Name,
            Said = state.Said(from, id, visit.Source.Id.Value),
            Starts = [.. visit.Starts.Select(clock.Local)],
            Workers = from == AnswerFrom.Worker ? [] :
            [
                .. problem.Workers.Where(worker => !coming.Contains(worker.Index) && worker.Source.Teams.Any(team => team.Team == visit.Source.Team))
                    .Select(worker => (worker.Source.Id.Value, worker.Source.Name)),
            ],
        };
    }

    private IEnumerable<string> Wishes(ConsultAnswer wish)
    {
        if (wish.Worker is not null)
            yield return Workers.FirstOrDefault(worker => worker.Id == wish.Worker).Name ?? "somebody else";
        if (wish.WishedStart is { } start)
            yield return $"a start at {start:HH:mm}";
    }
}
