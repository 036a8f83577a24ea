using System.Collections.Immutable;
using Rostering.Ledger;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Core.Rotas;

/// <summary>A week's draft with all that its board shows: what the rules say of it, and what each fund gives.</summary>
public sealed class Board
{
    private Board(DraftState draft)
    {
        Draft = draft;
        Check = RotaChecker.Check(draft.Schedule);
        Costs = VisitCosts.Of(draft.Schedule);
    }

    public DraftState Draft { get; }
    public RotaCheck Check { get; }

    /// <summary>The cost of each visit, by index.</summary>
    public ImmutableArray<Money> Costs { get; }

    public Schedule Schedule => Draft.Schedule;
    public PreparedProblem Problem => Draft.Problem;

    public static Board Of(DraftState draft) => new(draft);

    /// <summary>What a person's visits take from their fund this week.</summary>
    public Money Planned(PreparedPerson person) => person.Visits.Aggregate(Money.Zero, (sum, visit) => sum + Part(Problem.Visits[visit], person));

    /// <summary>The move that undoing would take back, or redoing would make again; nothing where there is none.</summary>
    public RotaMove? Next(bool redo)
    {
        (Stack<RotaMove> done, Stack<RotaMove> undone) = (new(), new());
        Dictionary<int, RotaMove> byNumber = Draft.Moves.ToDictionary(move => move.Number);
        foreach (RotaMove move in Draft.Moves)
        {
            if (move.Undoes is not { } taken)
            {
                done.Push(move);
                undone.Clear();
            }
            else if (byNumber[taken].Undoes is null || !undone.Contains(byNumber[taken]))
            {
                done.Pop();
                undone.Push(move);
            }
            else
            {
                undone.Pop();
                done.Push(move);
            }
        }

        Stack<RotaMove> from = redo ? undone : done;
        return from.Count > 0 ? from.Peek() : null;
    }

    /// <summary>This board with one move more.</summary>
    internal Board With(Draft draft, RotaMove move)
    {
        Schedule schedule = Schedule.Copy();
        PreparedVisit visit = Problem.Visits[Problem.Index.Visits[new(move.Visit)]];
        int start = move.ToStart is { } at ? visit.StartIndex(Problem.Clock.Minute(at)) : -1;
        schedule.Set(visit.Index, start, [.. move.ToWorkers.Select(worker => Problem.Index.Workers[new(worker)])]);
        return new Board(new DraftState(Draft.Week, Draft.Version, draft, Draft.Moves.Add(move), Draft.Told, Draft.Publication, schedule));
    }

    private Money Part(PreparedVisit visit, PreparedPerson person)
    {
        IReadOnlyList<Money> parts = VisitCosts.Parts(visit.Source, Costs[visit.Index]);
        return visit.Source.Shares.Zip(parts).Where(part => part.First.Person == person.Source.Id).Aggregate(Money.Zero, (sum, part) => sum + part.Second);
    }
}

/// <summary>What a move does to a rota, in words.</summary>
/// <param name="Broken">Rules that it breaks and that were kept before.</param>
/// <param name="Mended">Rules that were broken and are kept by it.</param>
/// <param name="Change">What it adds to the score.</param>
public sealed record MoveEffect(ImmutableArray<Violation> Broken, ImmutableArray<Violation> Mended, RotaScore Change)
{
    // A visit that needs two workers gets them one after the other.
    private const string StaffRatio = "staff-ratio";

    /// <summary>Compares what the rules say before and after.</summary>
    public static MoveEffect Of(RotaCheck before, RotaCheck after)
    {
        HashSet<string> had = [.. before.HardViolations.Select(violation => violation.Sentence)];
        HashSet<string> has = [.. after.HardViolations.Select(violation => violation.Sentence)];
        return new MoveEffect(
            [.. after.HardViolations.Where(violation => violation.Rule != StaffRatio && !had.Contains(violation.Sentence))],
            [.. before.HardViolations.Where(violation => !has.Contains(violation.Sentence))],
            after.Score - before.Score);
    }
}
