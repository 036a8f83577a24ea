using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Finance.Statements;
using Rostering.Core.Funds;
using Rostering.Ledger;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Funds;

/// <summary>One fund: what it holds as of any pair of dates, how its year goes, and every entry that it is made of.</summary>
public sealed class FundModel(ReadFund readFund, ReadEntries readEntries, IssueStatement issueStatement, IClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    /// <summary>Balances take in what took effect by this day.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Effective { get; set; }

    /// <summary>Balances take in what was recorded by the end of this day.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Recorded { get; set; }

    [BindProperty(SupportsGet = true)]
    public EntryKind? Kind { get; set; }

    /// <summary>Entries older than this one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public WhatIf Question { get; private set; } = null!;

    /// <summary>Why a statement was not issued.</summary>
    public string? Refused { get; private set; }

    public FundDetails Fund { get; private set; } = null!;
    public FundRow Row { get; private set; } = null!;
    public BurnDown BurnDown { get; private set; } = null!;
    public ReadEntries.Result Entries { get; private set; } = null!;
    public LocalDate EffectiveDay { get; private set; }
    public LocalDate RecordedDay { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] WhatIf question, CancellationToken cancellation)
    {
        var today = clock.Today();
        var day = FundDates.Day(On) ?? today;
        EffectiveDay = FundDates.Day(Effective) ?? day;
        RecordedDay = FundDates.Day(Recorded) ?? today;
        if (await readFund.HandleAsync(id, day, EffectiveDay, LocalClock.EndOf(RecordedDay), cancellation) is not { } fund)
            return NotFound();

        Fund = fund;
        Question = question;
        Row = FundRow.Of(fund.Line);
        BurnDown = BurnDown.Of(fund, Row.Forecast);
        Entries = await readEntries.HandleAsync(id, Kind, Before, cancellation);
        return Page();
    }

    /// <summary>Issues the statement of the period that a day lies in, once, and shows it in the list.</summary>
    public async Task<IActionResult> OnPostIssueAsync(int id, [FromForm] string? day, CancellationToken cancellation)
    {
        if (FundDates.Day(day) is not { } given)
            Refused = $"'{day}' is no day; give one such as 2026-10-31.";
        else if (await issueStatement.HandleAsync(new IssueStatement.Request(id, given), HttpContext.Act($"issued the statement of {given.Short()}"), cancellation) is IssueStatement.Result.Refused refused)
            Refused = refused.Reason;
        else
            return Redirect($"/funds/{id}#statements");
        return await OnGetAsync(id, new WhatIf(null, null, null, null, null), cancellation);
    }

    public string EntryAddress(int seq) => $"/funds/{Fund.Line.Fund}/entries/{seq}";

    public string EntriesAddress(int? before) => $"/funds/{Fund.Line.Fund}?on={Row.Line.On.Iso()}&kind={Kind}&before={before}#entries";
}
