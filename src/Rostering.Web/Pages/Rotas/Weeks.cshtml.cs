using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Rotas;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Rotas;

/// <summary>The provider's weeks.</summary>
public sealed class WeeksModel(ReadWeeks readWeeks) : PageModel
{
    public IReadOnlyList<WeekLine> Weeks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Weeks = await readWeeks.HandleAsync(User.Actor().ProviderId, cancellation);
}
