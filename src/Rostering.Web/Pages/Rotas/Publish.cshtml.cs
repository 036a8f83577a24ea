using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core.Rotas;
using Rostering.Ledger;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rules;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Rotas;

/// <summary>The check list before a week is published, and the way back from a publication.</summary>
public sealed class PublishModel(CheckPublication checkPublication, PublishRota publishRota, RetractPublication retractPublication) : PageModel
{
    public LocalDate Monday { get; private set; }
    public PublicationCheck Check { get; private set; } = null!;

    /// <summary>What stood against the last attempt.</summary>
    public IReadOnlyList<string> Reasons { get; private set; } = [];

    public bool Stale { get; private set; }
    public string? RetractError { get; private set; }

    [BindProperty]
    public bool GapsAccepted { get; set; }

    [BindProperty]
    public List<Answer> Answers { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(string week, CancellationToken cancellation) => await LoadAsync(week, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string week, long version, int moves, CancellationToken cancellation)
    {
        if (WeekAddress.Monday(week) is not { } monday)
        {
            return NotFound();
        }

        Dictionary<string, string> approvals = Answers.Where(answer => !string.IsNullOrWhiteSpace(answer.Why))
            .DistinctBy(answer => answer.Sentence, StringComparer.Ordinal).ToDictionary(answer => answer.Sentence, answer => answer.Why!.Trim(), StringComparer.Ordinal);
        PublishResult result = await publishRota.HandleAsync(new(monday, version, moves, GapsAccepted, approvals), HttpContext.Act("publish the week"), cancellation);
        if (result is PublishResult.Published)
        {
            return Redirect(WeekAddress.Of(monday, "publish"));
        }

        Reasons = result is PublishResult.Blocked blocked ? blocked.Reasons : [];
        Stale = result is PublishResult.Stale;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await LoadAsync(week, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostRetractAsync(string week, int number, string? reason, CancellationToken cancellation)
    {
        if (WeekAddress.Monday(week) is not { } monday)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            RetractError = "The reason is empty. Say why the week is taken back: those who were told of it will read it.";
        }
        else
        {
            var retracted = await retractPublication.HandleAsync(new(monday, number), HttpContext.Act(reason.Trim()), cancellation);
            RetractError = retracted switch
            {
                Attempt<Publication>.Made => null,
                Attempt<Publication>.Refused refused => refused.Refusal.ToString(),
                _ => $"Publication {number} is not the newest any more. Look at the week again.",
            };
        }

        if (RetractError is null)
        {
            return Redirect(WeekAddress.Of(monday, "publish"));
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return await LoadAsync(week, cancellation) ? Page() : NotFound();
    }

    /// <summary>A visit that nobody makes, in words.</summary>
    public string Gap(PreparedVisit visit) =>
        $"{Wording.When(Check.Draft.Problem, visit.Starts[0])} {Wording.Visit(Check.Draft.Problem, visit.Index)}, {Wording.Hours(visit.Minutes)}";

    private async Task<bool> LoadAsync(string week, CancellationToken cancellation)
    {
        if (WeekAddress.Monday(week) is not { } monday || await checkPublication.HandleAsync(monday, HttpContext.Act("look"), cancellation) is not { } check)
        {
            return false;
        }

        (Monday, Check) = (monday, check);
        return true;
    }

    /// <summary>Why somebody answers for a broken rule.</summary>
    public sealed class Answer
    {
        public string Sentence { get; set; } = string.Empty;
        public string? Why { get; set; }
    }
}
