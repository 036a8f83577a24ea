using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Access;
using Rostering.Web.Access;
using Rostering.Web.Pages.Funds;

namespace Rostering.Web.Pages.Audit;

/// <summary>The audit trail of the reader's provider, narrowed by who, what, to what and when.</summary>
public sealed class TrailModel(ReadAudit readAudit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>The last day, itself included.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public ReadAudit.Result Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Instant? from = FundDates.Day(From) is { } first ? LocalClock.EndOf(first.PlusDays(-1)) : null;
        Instant? until = FundDates.Day(To) is { } last ? LocalClock.EndOf(last) : null;
        Found = await readAudit.HandleAsync(new ReadAudit.Request(User.Actor().ProviderId, Who?.Trim(), What?.Trim(), Subject?.Trim(), from, until, Before), cancellation);
    }

    /// <summary>This page with one thing looked for changed.</summary>
    public string Address(string? what = null, string? subject = null, long? before = null) =>
        $"/audit?who={Escaped(Who)}&what={Escaped(what ?? What)}&subject={Escaped(subject ?? Subject)}&from={Escaped(From)}&to={Escaped(To)}&before={before}";

    private static string Escaped(string? text) => Uri.EscapeDataString(text ?? string.Empty);
}
