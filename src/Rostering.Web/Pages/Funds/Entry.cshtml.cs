using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Funds;

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

    public string Address(int seq) => $"/funds/{Entry.Fund}/entries/{seq}";
}
