using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Records;
using Rostering.Web.Access;
using Rostering.Web.Pages.Funds;

namespace Rostering.Web.Pages.Records;

/// <summary>Every record of a kind, what has to be looked at first.</summary>
public sealed class RecordListModel(ReadRecords readRecords, IClock clock) : PageModel
{
    /// <summary>Text to find in anything that the list shows.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    public RecordShelf Shelf { get; private set; } = null!;
    public ImmutableArray<RecordRow> All { get; private set; } = [];
    public ImmutableArray<RecordRow> Rows { get; private set; } = [];
    /// <summary>There are terms to work by, without which nothing else is recorded.</summary>
    public bool Begun { get; private set; }
    public bool MayChange => User.MayChange(Shelf.Path);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Shelf = RecordShelf.At(Request.Path);
        Actor actor = User.Actor();
        if (await readRecords.HandleAsync(actor.ProviderId, cancellation) is not { } records)
            return;
        Begun = true;
        All = [.. Shelf.Rows(records, clock.Today()).Where(row => row.Teams.IsEmpty || row.Teams.Any(actor.Sees))];
        Rows = [.. All.Where(row => row.Matches(Find)).OrderByDescending(row => row.Flags.Length).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase)];
    }
}
