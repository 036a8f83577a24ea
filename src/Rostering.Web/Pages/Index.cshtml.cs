using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core.Rotas;

namespace Rostering.Web.Pages;

public sealed class IndexModel(ReadRota readRota) : PageModel
{
    public IReadOnlyList<(LocalDate Week, string Provider)> Weeks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Weeks = await readRota.WeeksAsync(cancellation);
}
