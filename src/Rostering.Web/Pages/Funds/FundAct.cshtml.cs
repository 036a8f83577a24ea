using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Finance.FundActs;
using Rostering.Core.Funds;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Funds;

/// <summary>Records one thing that finance does with a fund.</summary>
public sealed class FundActModel(RecordFundAct recordFundAct, ReadFundName readFundName, ReadPayers readPayers, IClock clock) : PageModel
{
    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public FundActSheet Sheet { get; private set; } = null!;
    public FundForm Form { get; private set; } = null!;

    /// <summary>The form, filled in with what an address that leads here says, such as the entry that is to be reversed.</summary>
    public async Task<IActionResult> OnGetAsync(int id, string kind, CancellationToken cancellation)
    {
        if (SheetOf(kind) is not { } sheet)
            return NotFound();
        var texts = sheet.Fields.ToDictionary(field => field.Name, field => Request.Query[field.Name].ToString(), StringComparer.Ordinal);
        if (texts.TryGetValue(FundActFields.On, out var on) && on.Length == 0)
            texts[FundActFields.On] = clock.Today().Iso();
        return await ShowAsync(id, sheet, new FundForm(texts), cancellation);
    }

    public async Task<IActionResult> OnPostAsync(int id, string kind, CancellationToken cancellation)
    {
        if (SheetOf(kind) is not { } sheet)
            return NotFound();
        var form = FundForm.Sent(sheet.Fields, Request.Form);
        var why = form.Texts.GetValueOrDefault(FundActFields.Reason) is { Length: > 0 } reason ? reason : $"recorded: {sheet.Title}";
        return await recordFundAct.HandleAsync(new(id, sheet.Kind, form.Texts), HttpContext.Act(why), cancellation) switch
        {
            RecordFundAct.Result.Done { Number: var seq } => LocalRedirect(sheet.Kind is FundActKind.ClosePeriod or FundActKind.End ? $"/funds/{id}#terms" : $"/funds/{id}/entries/{seq}"),
            RecordFundAct.Result.Waits => LocalRedirect("/funds/waiting"),
            var other => await ShowAsync(id, sheet, form.Answered(other), cancellation),
        };
    }

    private static FundActSheet? SheetOf(string kind) => Enum.TryParse(kind, out FundActKind known) && Enum.IsDefined(known) ? FundActSheet.Of(known) : null;

    private async Task<IActionResult> ShowAsync(int id, FundActSheet sheet, FundForm form, CancellationToken cancellation)
    {
        (Id, Sheet, Name) = (id, sheet, await readFundName.HandleAsync(id, cancellation));
        Form = sheet.BringsMoney ? form with { Unmatched = await readPayers.UnmatchedAsync(User.Actor().ProviderId, cancellation) } : form;
        return Page();
    }
}
