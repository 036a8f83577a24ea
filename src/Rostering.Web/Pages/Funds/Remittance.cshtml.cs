using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Finance.FundActs;
using Rostering.Core.Funds;
using Rostering.Ledger;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Funds;

/// <summary>Records money that reached the bank, before any fund claims it.</summary>
public sealed class RemittanceModel(ReceiveRemittance receiveRemittance, ReadPayers readPayers, IClock clock) : PageModel
{
    private const int ReferenceLengthMax = 60;

    [BindProperty]
    public string? Payer { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? ReceivedOn { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    public ImmutableArray<ReadPayers.Payer> Payers { get; private set; } = [];

    /// <summary>What is wrong, by the name of the field; what the ledger refuses has none.</summary>
    public IDictionary<string, string> Problems { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string? Problem(string field) => Problems.TryGetValue(field, out var problem) ? problem : null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ReceivedOn ??= clock.Today().Iso();
        Payers = await readPayers.HandleAsync(User.Actor().ProviderId, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        if (Read() is { } request)
        {
            var recorded = await receiveRemittance.HandleAsync(request, HttpContext.Act($"money arrived: {request.Reference}"), cancellation);
            if (recorded is Attempt<long>.Made)
                return LocalRedirect("/funds#unmatched");
            Problems[""] = ((Attempt<long>.Refused)recorded).Refusal.ToString();
        }

        return Page();
    }

    private ReceiveRemittance.Request? Read()
    {
        if (Payers.All(payer => payer.Id != Payer))
            Problems[nameof(Payer)] = "No payer is chosen. Choose the council or the person who paid.";
        if (Reference?.Trim() is not { Length: > 0 and <= ReferenceLengthMax } reference)
            Problems[nameof(Reference)] = $"The reference cannot be '{Reference}'. Write what the bank shows, 1 to {ReferenceLengthMax} characters.";
        else if (FundDates.Day(ReceivedOn) is not { } day || day > clock.Today())
            Problems[nameof(ReceivedOn)] = $"The day cannot be '{ReceivedOn}'. Choose the day on which it arrived, today at the latest.";
        else if (FundActValues.MoneyOf(Amount ?? "") is not { } amount || amount <= Money.Zero)
            Problems[nameof(Amount)] = $"The amount cannot be '{Amount}'. Write pounds and pence above nought, such as 1234.50.";
        else if (Problems.Count == 0)
            return new ReceiveRemittance.Request(Payer!, reference, day, amount);
        return null;
    }
}
