using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Finance.Agreements;
using Rostering.Core.Finance.FundActs;
using Rostering.Core.Funds;
using Rostering.Ledger.Terms;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Funds;

/// <summary>Records a council's terms from a day on: of a new council, or other ones of one that is known.</summary>
public sealed class CouncilTermsModel(RecordCouncilTerms recordCouncilTerms, ReadCouncils readCouncils, IClock clock) : PageModel
{
    /// <summary>The council; <c>null</c> for a new one.</summary>
    public KnownCouncil? Council { get; private set; }

    public FundForm Form { get; private set; } = null!;

    /// <summary>Which terms they are; a council that is known keeps its name.</summary>
    public IEnumerable<FundActField> HeadFields => RecordCouncilTerms.Fields.Take(RecordCouncilTerms.Fields.Length - TermsField.OfCouncil.Length)
        .Where(one => Council is null || one.Name is not (RecordCouncilTerms.Name or RecordCouncilTerms.Contact));

    public async Task<IActionResult> OnGetAsync(string? council, CancellationToken cancellation)
    {
        if (!await ReadAsync(council, cancellation))
            return NotFound();
        var terms = Council?.Profiles.FirstOrDefault()?.Terms ?? new FundTerms();
        Form = new FundForm(new Dictionary<string, string>(TermsField.Texts(TermsField.OfCouncil, terms), StringComparer.Ordinal) { [FundActFields.From] = clock.Today().Iso() });
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? council, CancellationToken cancellation)
    {
        if (!await ReadAsync(council, cancellation))
            return NotFound();
        var form = FundForm.Sent(RecordCouncilTerms.Fields, Request.Form);
        var result = await recordCouncilTerms.HandleAsync(new(council, form.Texts), HttpContext.Act("recorded a council’s terms"), cancellation);
        if (result is RecordFundAct.Result.Done)
            return LocalRedirect("/funds/councils");
        Form = form.Answered(result);
        return Page();
    }

    private async Task<bool> ReadAsync(string? council, CancellationToken cancellation)
    {
        Council = (await readCouncils.HandleAsync(User.Actor().ProviderId, cancellation)).FirstOrDefault(known => known.Id == council);
        return council is null || Council is not null;
    }
}
