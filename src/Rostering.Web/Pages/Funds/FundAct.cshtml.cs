using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core.Finance.FundActs;
using Rostering.Core.Funds;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Funds;

/// <summary>Records one thing that finance does with a fund.</summary>
public sealed class FundActModel(RecordFundAct recordFundAct, ReadFundName readFundName, ReadPayers readPayers, IClock clock) : PageModel
{
    private Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public FundActSheet Sheet { get; private set; } = null!;

    /// <summary>What can be claimed, where the act claims some.</summary>
    public ImmutableArray<UnmatchedRemittance> Unmatched { get; private set; } = [];

    public ImmutableArray<FundActFault> Faults { get; private set; } = [];

    /// <summary>Why the ledger did not take it.</summary>
    public string? Refused { get; private set; }

    public string Text(FundActField field) => texts.GetValueOrDefault(field.Name, "");

    public FundActFault? Fault(FundActField field) => Faults.FirstOrDefault(fault => fault.Field == field.Name);

    public async Task<IActionResult> OnGetAsync(int id, string kind, CancellationToken cancellation)
    {
        if (!Enum.TryParse(kind, out FundActKind known) || !Enum.IsDefined(known))
            return NotFound();
        if (texts.Count == 0)
            texts[FundActFields.On] = clock.Today().Iso();
        (Id, Sheet, Name) = (id, FundActSheet.Of(known), await readFundName.HandleAsync(id, cancellation));
        Unmatched = Sheet.BringsMoney ? await readPayers.UnmatchedAsync(User.Actor().ProviderId, cancellation) : [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string kind, CancellationToken cancellation)
    {
        if (!Enum.TryParse(kind, out FundActKind known) || !Enum.IsDefined(known))
            return NotFound();
        var sheet = FundActSheet.Of(known);
        texts = sheet.Fields.ToDictionary(field => field.Name, field => Request.Form[field.Name].ToString(), StringComparer.Ordinal);
        var why = texts.GetValueOrDefault(FundActFields.Reason) is { Length: > 0 } reason ? reason : $"recorded: {sheet.Title}";
        switch (await recordFundAct.HandleAsync(new(id, known, texts), HttpContext.Act(why), cancellation))
        {
            case RecordFundAct.Result.Done { Number: var seq }:
                return LocalRedirect(known == FundActKind.ClosePeriod ? $"/funds/{id}#terms" : $"/funds/{id}/entries/{seq}");
            case RecordFundAct.Result.Waits:
                return LocalRedirect("/funds/waiting");
            case RecordFundAct.Result.Faulty { Faults: var faults }:
                Faults = faults;
                break;
            case RecordFundAct.Result.Refused { Refusal: var refusal }:
                Refused = refusal.ToString();
                break;
        }

        return await OnGetAsync(id, kind, cancellation);
    }
}
