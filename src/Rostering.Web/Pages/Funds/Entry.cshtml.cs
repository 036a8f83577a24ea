using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Finance.FundActs;
using Rostering.Core.Funds;
using Rostering.Ledger;

namespace Rostering.Web.Pages.Funds;

/// <summary>One entry: its lines, who made it of what, what it refers to, and its place in the chain.</summary>
public sealed class EntryModel(ReadEntry readEntry) : PageModel
{
    public EntryDetails Entry { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int seq, CancellationToken cancellation)
    {
        if (await readEntry.HandleAsync(id, seq, cancellation) is not { } entry)
            return NotFound();
        Entry = entry;
        return Page();
    }

    /// <summary>An entry is reversed once, and some kinds are undone by a kind of their own.</summary>
    public bool MayBeReversed => Entry.ReversedBy is null && Entry.Kind is not (EntryKind.Reversal or EntryKind.Commit or EntryKind.Gift);

    public string ReversalAddress => $"/funds/{Entry.Fund}/record/{FundActKind.Reversal}?{FundActFields.Entry}={Entry.Seq}";

    public string Address(int seq) => $"/funds/{Entry.Fund}/entries/{seq}";
}
