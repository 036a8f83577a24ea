using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core.Rotas;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Rotas;

/// <summary>Sends the draft to those whom it concerns, shows what comes back, and what changed since.</summary>
public sealed class ConsultModel(SendConsultation sendConsultation, ReadConsultation readConsultation, AnswerConsultation answerConsultation, StartSolve startSolve, ReadBoard readBoard) : PageModel
{
    private const double SecondsForAnswers = 40;

    public LocalDate Monday { get; private set; }
    public Board Board { get; private set; } = null!;
    public WeekScope Scope { get; private set; } = null!;
    public ConsultationState? Sent { get; private set; }
    public ImmutableArray<RotaChange> Changes { get; private set; } = [];
    public string? SendError { get; private set; }
    public string? AnswerError { get; private set; }

    /// <summary>An answer that was given by telephone or in the office.</summary>
    [BindProperty]
    public GivenAnswer Given { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string week, CancellationToken cancellation) => await LoadAsync(week, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSendAsync(string week, int hours, CancellationToken cancellation)
    {
        if (WeekAddress.Monday(week) is not { } monday)
        {
            return NotFound();
        }

        var act = HttpContext.Act("ask those concerned");
        (_, SendError) = await sendConsultation.HandleAsync(new(monday, act.At.Plus(Duration.FromHours(Math.Clamp(hours, 1, 24 * 14)))), act, cancellation);
        return await ShowAsync(week, SendError, cancellation);
    }

    public async Task<IActionResult> OnPostAnswerAsync(string week, CancellationToken cancellation)
    {
        if (WeekAddress.Monday(week) is not { } monday)
        {
            return NotFound();
        }

        string[] who = (Given.Who ?? "").Split('/', 3);
        AnswerError = who is not [var kind, var id, var visit] || !Enum.TryParse(kind, out AnswerFrom from)
            ? "Nobody is chosen. Choose whose answer it is, and to which visit."
            : await answerConsultation.HandleAsync(new(monday, from, id, visit, Given.Answer, Given.Reason, Given.Worker is { Length: > 0 } worker ? worker : null, null), HttpContext.Act("take an answer down"), cancellation);
        return await ShowAsync(week, AnswerError, cancellation);
    }

    public async Task<IActionResult> OnPostSolveAsync(string week, CancellationToken cancellation)
    {
        if (WeekAddress.Monday(week) is not { } monday)
        {
            return NotFound();
        }

        var started = await startSolve.HandleAsync(new(monday, SecondsForAnswers, [SolveFocus.Balanced]), HttpContext.Act("plan again with the answers"), cancellation);
        SendError = started.Errors.FirstOrDefault();
        return SendError is null ? Redirect(WeekAddress.Of(monday, "solve")) : await ShowAsync(week, SendError, cancellation);
    }

    /// <summary>A visit as it was sent, in words.</summary>
    public string What(string visit)
    {
        PreparedProblem problem = Sent!.Problem;
        int index = problem.Index.Visits[new(visit)];
        return $"{Wording.When(problem, Sent.Sent.Start(index))} {Wording.Visit(problem, index)}";
    }

    /// <summary>Who said something, by name.</summary>
    public string Who(ConsultAnswer answer) => Name(answer.FromKind, answer.FromId);

    /// <summary>Answers that can still be taken down: everybody who was asked about a visit.</summary>
    public IEnumerable<(string Value, string Words)> Asked()
    {
        PreparedProblem problem = Sent!.Problem;
        foreach (PreparedVisit visit in problem.Visits.Where(visit => Sent.Sent.Covered(visit.Index) && Scope.Sees(visit.Source.Id)).OrderBy(visit => Sent.Sent.Start(visit.Index)))
        {
            string id = visit.Source.Id.Value;
            foreach ((AnswerFrom from, string who) in Concerned(problem, Sent.Sent, visit).Where(asked => Sent.Said(asked.From, asked.Id, id) is null))
            {
                yield return ($"{from}/{who}/{id}", $"{Name(from, who)}: {What(id)}");
            }
        }
    }

    private static IEnumerable<(AnswerFrom From, string Id)> Concerned(PreparedProblem problem, Schedule sent, PreparedVisit visit) =>
        sent.Workers(visit.Index).Select(worker => (AnswerFrom.Worker, problem.Workers[worker].Source.Id.Value))
            .Concat(visit.People.Select(person => (AnswerFrom.Person, problem.People[person].Source.Id.Value)));

    private string Name(AnswerFrom from, string id) => from == AnswerFrom.Worker
        ? Wording.Worker(Sent!.Problem, Sent.Problem.Index.Workers[new(id)])
        : Wording.Person(Sent!.Problem, Sent.Problem.Index.People[new(id)]);

    private async Task<IActionResult> ShowAsync(string week, string? error, CancellationToken cancellation)
    {
        if (error is null)
        {
            return Redirect(WeekAddress.Of(WeekAddress.Monday(week)!.Value, "consult"));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await LoadAsync(week, cancellation) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(string week, CancellationToken cancellation)
    {
        long provider = User.Actor().ProviderId;
        if (WeekAddress.Monday(week) is not { } monday || await readBoard.HandleAsync(provider, monday, HttpContext.Act("look").At, cancellation) is not { } board)
        {
            return false;
        }

        (Monday, Board, Scope) = (monday, board, new WeekScope(User.Actor(), board.Problem));
        var sent = await readConsultation.HandleAsync(provider, monday, cancellation);
        Sent = sent is null ? null : sent with { Answers = [.. sent.Answers.Where(answer => Scope.Sees(new VisitId(answer.Visit)))] };
        Changes = sent is null ? [] : [.. ReadConsultation.Changes(sent, board.Schedule).Where(change => Scope.Sees(change.Visit))];
        return true;
    }

    /// <summary>An answer as the form gives it; who it is from and about are one choice.</summary>
    public sealed class GivenAnswer
    {
        public string? Who { get; set; }
        public AnswerKind Answer { get; set; }
        public string? Reason { get; set; }
        public string? Worker { get; set; }
    }
}
