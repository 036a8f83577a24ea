using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Rotas;
using Rostering.Ledger;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Web.Pages.Rotas;

/// <summary>What of a board is looked at.</summary>
/// <param name="Q">Part of a name.</param>
/// <param name="Team">The id of a service team.</param>
/// <param name="Gaps">Only rows with a gap or a broken rule.</param>
public sealed record BoardFilter(GridSide Side, string? Q, string? Team, bool Gaps)
{
    public string Query => string.Concat(
        $"?side={Side}", string.IsNullOrEmpty(Q) ? "" : $"&q={Uri.EscapeDataString(Q)}", string.IsNullOrEmpty(Team) ? "" : $"&team={Uri.EscapeDataString(Team)}", Gaps ? "&gaps=true" : "");
}

/// <summary>A visit on the board.</summary>
/// <param name="Id">Nothing for a visit of others, which cannot be opened.</param>
/// <param name="Broken">Whether it is part of a rule that is broken.</param>
public sealed record BoardVisit(string? Id, string Start, string End, string Who, bool Covered, bool Night, bool Pinned, bool Broken);

/// <summary>A row of the board: whose it is, what stands beside the name, and the visits of each day.</summary>
/// <param name="Key">Tells the row from others: <c>w:</c> or <c>p:</c> and an id.</param>
/// <param name="Fund">What the person's visits take from their fund this week, and what it may give; nothing beside a worker.</param>
public sealed record BoardRow(string Key, string Name, string Note, (Money Planned, Money Available)? Fund, ImmutableArray<ImmutableArray<BoardVisit>> Days)
{
    public bool NeedsALook => Days.Any(day => day.Any(visit => !visit.Covered || visit.Broken));
}

/// <summary>The rows of a board, those that need a look first.</summary>
public sealed class BoardView
{
    /// <summary>The row of visits that nobody makes.</summary>
    public const string OpenRow = "open";

    private const int DaysShown = 7;

    private readonly HashSet<string> broken;
    private readonly WorkerTimeline timeline;

    public BoardView(Board board, Actor actor)
    {
        (Board, Scope) = (board, new WeekScope(actor, board.Problem));
        Broken = [.. board.Check.HardViolations.Where(Scope.Sees)];
        broken = [.. board.Check.HardViolations.Where(violation => violation.Visit is not null).Select(violation => violation.Visit!.Value.Value)];
        timeline = new WorkerTimeline(board.Problem);
        Days = [.. Enumerable.Range(0, DaysShown).Select(board.Problem.Source.WeekStart.PlusDays)];
    }

    public ImmutableArray<LocalDate> Days { get; }

    public Board Board { get; }

    public WeekScope Scope { get; }

    /// <summary>The rules that are broken.</summary>
    public ImmutableArray<Violation> Broken { get; }

    /// <summary>The visits of the week, and those of them that nobody makes.</summary>
    public (int All, int Open) Visits
    {
        get
        {
            var seen = Board.Problem.Visits.Where(Scope.Sees).ToList();
            return (seen.Count, seen.Count(visit => !Board.Schedule.Covered(visit.Index)));
        }
    }

    public ImmutableArray<BoardRow> Rows(BoardFilter filter)
    {
        IEnumerable<BoardRow> rows = filter.Side == GridSide.Workers
            ? Board.Problem.Workers.Where(worker => Scope.Sees(worker) && InTeam(worker, filter.Team)).Select(OfWorker)
            : Board.Problem.People.Where(person => person.Visits.Length > 0 && Scope.Sees(person) && (filter.Team is not { Length: > 0 } team || person.Source.Team.Value == team)).Select(OfPerson);
        IEnumerable<BoardRow> shown = rows
            .Where(row => string.IsNullOrWhiteSpace(filter.Q) || row.Name.Contains(filter.Q.Trim(), StringComparison.OrdinalIgnoreCase))
            .Where(row => !filter.Gaps || row.NeedsALook)
            .OrderByDescending(row => row.NeedsALook).ThenBy(row => row.Name, StringComparer.Ordinal);
        return filter.Side == GridSide.Workers ? [Open(filter.Team), .. shown] : [.. shown];
    }

    /// <summary>The rows of a side that a move may have changed.</summary>
    public ImmutableArray<BoardRow> Changed(GridSide side, IEnumerable<RotaMove> moves)
    {
        RotaMove[] made = [.. moves];
        PreparedVisit[] visits = [.. made.Select(move => Board.Problem.Visits[Board.Problem.Index.Visits[new(move.Visit)]])];
        int[] workers = [.. made.SelectMany(move => move.FromWorkers.Concat(move.ToWorkers)).Select(worker => Board.Problem.Index.Workers[new(worker)]).Distinct()];
        return side == GridSide.Workers
            ? [Open(team: null), .. workers.Select(worker => Board.Problem.Workers[worker]).Where(Scope.Sees).Select(OfWorker)]
            : [.. visits.SelectMany(visit => visit.People).Concat(FundsTouched(workers)).Distinct().Select(person => Board.Problem.People[person]).Where(Scope.Sees).Select(OfPerson)];
    }

    // Whoever else these workers visit: travel and waiting, and so what their funds give, may be others now.
    private IEnumerable<int> FundsTouched(IEnumerable<int> workers) =>
        workers.SelectMany(worker => Board.Schedule.Visits(worker).ToArray()).SelectMany(visit => Board.Problem.Visits[visit].People);

    private BoardRow OfPerson(PreparedPerson person)
    {
        int faces = person.Visits.SelectMany(Board.Schedule.Workers).Distinct().Count();
        var fund = Board.Problem.Funds.FirstOrDefault(fund => fund.Source.Person == person.Source.Id);
        return new BoardRow(
            $"p:{person.Source.Id}", person.Source.Name, Wording.Count(faces, "worker"),
            fund is null ? null : (Board.Planned(person), new Money(fund.Source.AvailablePence + fund.Source.ApprovedDeficitPence)), Cells(person.Visits.Where(visit => Scope.Sees(Board.Problem.Visits[visit])), WorkerNames));
    }

    private BoardRow OfWorker(PreparedWorker worker)
    {
        timeline.Load(Board.Schedule, worker.Index);
        return new BoardRow(
            $"w:{worker.Source.Id}", worker.Source.Name, $"{Wording.Hours(timeline.PaidMinutes)} of {Wording.Hours(worker.Source.Contract.ContractedMinutes)}",
            null, Cells(Board.Schedule.Visits(worker.Index).ToArray(), PersonNames));
    }

    private BoardRow Open(string? team)
    {
        int[] open = [.. Board.Problem.Visits.Where(visit => !Board.Schedule.Covered(visit.Index) && Scope.Sees(visit) && (team is not { Length: > 0 } || visit.Source.Team.Value == team)).Select(visit => visit.Index)];
        return new BoardRow(OpenRow, "Nobody yet", Wording.Count(open.Length, "visit"), null, Cells(open, PersonNames));
    }

    private static bool InTeam(PreparedWorker worker, string? team) => team is not { Length: > 0 } || worker.Source.Teams.Any(membership => membership.Team.Value == team);

    private ImmutableArray<ImmutableArray<BoardVisit>> Cells(IEnumerable<int> visits, Func<PreparedVisit, string> who)
    {
        ILookup<int, PreparedVisit> byDay = visits.Select(visit => Board.Problem.Visits[visit]).ToLookup(visit => Board.Problem.Clock.Day(Start(visit)));
        return [.. Enumerable.Range(0, DaysShown).Select(day => byDay[day].OrderBy(Start).ThenBy(visit => visit.Index).Select(visit => Of(visit, who)).ToImmutableArray())];
    }

    private BoardVisit Of(PreparedVisit visit, Func<PreparedVisit, string> who)
    {
        int start = Start(visit);
        if (!Scope.Sees(visit))
        {
            return new BoardVisit(Id: null, Time(start), Time(start + visit.Minutes), WeekScope.Others, Covered: true, visit.Night, Pinned: false, Broken: false);
        }

        string id = visit.Source.Id.Value;
        return new BoardVisit(
            id, Time(start), Time(start + visit.Minutes), who(visit), Board.Schedule.Covered(visit.Index), visit.Night, Board.Draft.Pinned.Contains(id), broken.Contains(id));
    }

    private string Time(int minute) => Board.Problem.Clock.Local(minute).ToString("HH:mm", null);

    private int Start(PreparedVisit visit) => Board.Schedule.Covered(visit.Index) ? Board.Schedule.Start(visit.Index) : visit.Starts[0];

    private string WorkerNames(PreparedVisit visit) => Board.Schedule.Covered(visit.Index)
        ? string.Join(" + ", Board.Schedule.Workers(visit.Index).Select(worker => Board.Problem.Workers[worker].Source.Name))
        : "Nobody yet";

    private string PersonNames(PreparedVisit visit) =>
        visit.People.IsEmpty ? visit.Source.Kind.ToString() : string.Join(" + ", visit.People.Select(person => Board.Problem.People[person].Source.Name));
}
