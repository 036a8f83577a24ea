using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Finance.Agreements;
using Rostering.Core.Finance.FundActs;
using Rostering.Core.Funds;
using Rostering.Ledger;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Funds;

/// <summary>What the provider holds of its own, and adding to it.</summary>
public sealed class ReserveModel(EndowReserve endowReserve, ReadReserve readReserve, ReadPayers readPayers, IClock clock) : PageModel
{
    public Money? Held { get; private set; }
    public FundForm Form { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellation) =>
        ShowAsync(new FundForm(new Dictionary<string, string>(StringComparer.Ordinal) { [FundActFields.On] = clock.Today().Iso() }), cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var form = FundForm.Sent(EndowReserve.Fields, Request.Form);
        var result = await endowReserve.HandleAsync(form.Texts, HttpContext.Act("added to the reserve"), cancellation);
        if (result is RecordFundAct.Result.Done)
            return LocalRedirect("/funds/reserve");
        await ShowAsync(form.Answered(result), cancellation);
        return Page();
    }

    private async Task ShowAsync(FundForm form, CancellationToken cancellation)
    {
        var provider = User.Actor().ProviderId;
        Held = await readReserve.HandleAsync(provider, cancellation);
        Form = form with { Unmatched = await readPayers.UnmatchedAsync(provider, cancellation) };
    }
}
