using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Funds;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Funds;

/// <summary>The councils, and what their terms say from which day on.</summary>
public sealed class CouncilListModel(ReadCouncils readCouncils) : PageModel
{
    public ImmutableArray<KnownCouncil> Councils { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Councils = await readCouncils.HandleAsync(User.Actor().ProviderId, cancellation);
}
