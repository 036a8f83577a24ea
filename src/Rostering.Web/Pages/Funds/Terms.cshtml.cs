using System.Collections.Immutable;
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

/// <summary>What holds for a fund, from when and by which agreement; and other terms from a day on.</summary>
public sealed class TermsModel(RecordFundTerms recordFundTerms, ReadFundTerms readFundTerms, ReadFundName readFundName, ReadCouncils readCouncils, IClock clock) : PageModel
{
    public int Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The day on which the terms are looked at.</summary>
    public LocalDate On { get; private set; }

    public FundTerms? Terms { get; private set; }
    public ImmutableArray<ReadFundTerms.Version> Versions { get; private set; } = [];

    public bool CouncilHasTerms { get; private set; }

    /// <summary>What the fund has otherwise than its council's terms of the day.</summary>
    public ImmutableArray<(string Field, string Own, string? Councils)> Differences { get; private set; } = [];

    public FundForm Form { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancellation)
    {
        await ReadAsync(id, cancellation);
        Form = new FundForm(new Dictionary<string, string>(TermsField.Texts(TermsField.OfFund, Terms ?? new FundTerms()), StringComparer.Ordinal) { [FundActFields.From] = On.Iso() });
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        var form = FundForm.Sent(OpeningFields.OtherTerms, Request.Form);
        var result = await recordFundTerms.HandleAsync(new(id, form.Texts), HttpContext.Act("recorded other terms"), cancellation);
        if (result is RecordFundAct.Result.Done)
            return LocalRedirect($"/funds/{id}/terms");
        await ReadAsync(id, cancellation);
        Form = form.Answered(result);
        return Page();
    }

    private async Task ReadAsync(int id, CancellationToken cancellation)
    {
        (Id, Name) = (id, await readFundName.HandleAsync(id, cancellation));
        var today = clock.Today();
        var read = await readFundTerms.HandleAsync(id, today, cancellation);
        On = read.Terms is null && read.Versions is [.., var first] ? first.From : today;
        Versions = read.Versions;
        Terms = On == today ? read.Terms : (await readFundTerms.HandleAsync(id, On, cancellation)).Terms;
        var council = await readFundName.CouncilAsync(id, cancellation);
        var profile = (await readCouncils.HandleAsync(User.Actor().ProviderId, cancellation)).FirstOrDefault(known => known.Id == council)?.On(On)?.Terms;
        CouncilHasTerms = profile is not null;
        Differences = Terms is null ? [] : [.. Compared(Terms, profile)];
    }

    private static IEnumerable<(string, string, string?)> Compared(FundTerms own, FundTerms? councils) =>
        from field in TermsField.OfFund
        let words = field.Words(own)
        where words != field.Words(councils ?? new FundTerms())
        select (field.Field.Words, words, councils is null ? null : field.Words(councils));
}
