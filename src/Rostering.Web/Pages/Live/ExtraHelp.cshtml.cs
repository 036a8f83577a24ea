using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Text;
using Rostering.Core.Cover;
using Rostering.Core.Records;
using Rostering.Core.Requests;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Live;

/// <summary>A person needs more help than was planned: when, how long, and like which of their requests.</summary>
public sealed class ExtraHelpModel(ReadRecords readRecords, AskExtraHelp askExtraHelp) : PageModel
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>Requests with the people they are for.</summary>
    public IReadOnlyList<(string Id, string Words)> Requests { get; private set; } = [];

    [BindProperty]
    public string? Like { get; set; }

    [BindProperty]
    public string? Start { get; set; }

    [BindProperty]
    public int Minutes { get; set; } = 60;

    /// <summary>Why it was not recorded.</summary>
    public string? Problem { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var start = Moment.Parse(Start ?? "");
        Problem = !start.Success ? $"The start '{Start}' is no day and time; choose one."
            : Minutes is < 15 or > 1440 ? $"{Minutes} minutes were asked for; give between 15 and 1440."
            : null;
        if (Problem is null)
        {
            var result = await askExtraHelp.HandleAsync(HttpContext.Act("extra help asked for"), new(new RequestId(Like ?? ""), start.Value, Minutes), cancellation);
            if (result.Visit is { } visit)
                return LocalRedirect($"/cover/{Uri.EscapeDataString(visit)}");
            Problem = result.Refusal;
        }

        await ReadAsync(cancellation);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var actor = User.Actor();
        var records = await readRecords.HandleAsync(actor.ProviderId, cancellation);
        var names = records?.People.ToDictionary(person => person.Id, person => person.Name) ?? [];
        Requests =
        [
            .. from request in records?.Requests ?? []
               where actor.Sees(request.Team.Value) && request.Shares.Length > 0
               let who = string.Join(" and ", request.Shares.Select(share => names.GetValueOrDefault(share.Person, share.Person.Value)))
               orderby who, request.What
               select (request.Id.Value, $"{who}: {request.What}"),
        ];
    }
}
