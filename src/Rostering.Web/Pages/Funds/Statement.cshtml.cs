using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Finance.Statements;
using Rostering.Ledger.Terms;

namespace Rostering.Web.Pages.Funds;

/// <summary>A statement as it was issued, in either edition, as a page or as a PDF.</summary>
public sealed class StatementModel(RenderStatement renderStatement) : PageModel
{
    // A statement is one file with its style and fonts in it, and needs nothing else.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; frame-ancestors 'none'; form-action 'none'; base-uri 'none'";

    [BindProperty(SupportsGet = true)]
    public StatementEdition Edition { get; set; }

    [BindProperty(SupportsGet = true)]
    public StatementForm Form { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, int number, CancellationToken cancellation)
    {
        if (await renderStatement.HandleAsync(new RenderStatement.Request(id, number, Edition, Form), cancellation) is not { } file)
            return NotFound();
        if (Form == StatementForm.Pdf)
            return File(file.Content, "application/pdf", file.Name);
        Response.Headers.ContentSecurityPolicy = Policy;
        return File(file.Content, "text/html; charset=utf-8");
    }
}
