using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Finance;
using Rostering.Core.Funds;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Funds;

/// <summary>Every fund in one table, what has to be looked at first, with what no fund has claimed below.</summary>
public sealed class FundListModel(ReadFunds readFunds, FundScope fundScope, ReadVerification readVerification, IClock clock) : PageModel
{
    /// <summary>The columns of amounts, from left to right.</summary>
    public static IReadOnlyList<(FundSort Sort, string Name)> Amounts { get; } =
    [
        (FundSort.Allocated, "Allocated"), (FundSort.Committed, "Committed"), (FundSort.Delivered, "Delivered"), (FundSort.Invoiced, "Invoiced"), (FundSort.Paid, "Paid"),
        (FundSort.Banked, "Banked"), (FundSort.Contingency, "Contingency"), (FundSort.Pace, "Pace"), (FundSort.RunOut, "Runs out"),
    ];

    /// <summary>What lies beside the funds.</summary>
    public static IReadOnlyList<(string Path, string Name)> Beside { get; } = [("/funds/councils", "Councils and their terms"), ("/funds/reserve", "Our own reserve")];

    /// <summary>Text to find in name, council, purchase order or number.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true)]
    public FundFlagKind? Flag { get; set; }

    [BindProperty(SupportsGet = true)]
    public FundSort Sort { get; set; }

    /// <summary>The day to look at the funds on, if not today.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    public LocalDate Day { get; private set; }
    public ImmutableArray<FundRow> All { get; private set; } = [];
    public ImmutableArray<FundRow> Rows { get; private set; } = [];
    public ImmutableArray<FundRow> Debtors { get; private set; } = [];

    /// <summary>Money that no fund has claimed is nobody’s yet, and shown to those who see every team.</summary>
    public bool SeesEveryTeam { get; private set; }

    public ImmutableArray<UnmatchedRemittance> Unmatched { get; private set; } = [];
    public FundTotals Totals { get; private set; } = null!;
    public LedgerVerification? Verification { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Day = FundDates.Day(On) ?? clock.Today();
        var found = await readFunds.HandleAsync(User.Actor().ProviderId, Day, cancellation);
        var seen = await fundScope.HandleAsync(User.Actor(), cancellation);
        All = [.. found.Funds.Where(fund => seen.Contains(fund.Fund)).Select(FundRow.Of)];
        Rows = [.. All.Where(row => row.Matches(Find, Flag)).By(Sort)];
        Debtors = [.. Rows.Where(row => row.Line.Overdue.Pence > 0).OrderByDescending(row => row.Line.Overdue)];
        Totals = FundTotals.Of(Rows);
        SeesEveryTeam = User.Actor().Teams.IsEmpty;
        Unmatched = SeesEveryTeam ? found.Unmatched : [];
        Verification = await readVerification.HandleAsync(cancellation);
    }

    /// <summary>What the table shows, as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        return File(FundCsv.Write(Rows), "text/csv; charset=utf-8", $"funds-{Day.Iso()}.csv");
    }

    public string? SortState(FundSort sort) =>
        Sort != sort ? null : sort is FundSort.Name or FundSort.RunOut or FundSort.Contingency ? "ascending" : "descending";

    public string SortAddress(FundSort sort) => Address(sort);

    public string CsvAddress => Address(Sort) + "&handler=Csv";

    public string FundAddress(FundRow row) => $"/funds/{row.Line.Fund}{(On is null ? null : $"?on={Day.Iso()}")}";

    private string Address(FundSort sort) =>
        $"/funds?sort={sort}&find={Escaped(Find)}&flag={Flag}&on={Escaped(On)}";

    private static string Escaped(string? text) => Uri.EscapeDataString(text ?? string.Empty);
}
