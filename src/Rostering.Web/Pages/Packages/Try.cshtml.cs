using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Packages;
using Rostering.Core.Records;
using Rostering.Solver.Explain.Packages;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Packages;

/// <summary>Can we take this package? A new person's request, tried against the weeks to come; nothing is saved until the manager says so.</summary>
public sealed class TryModel(ReadRecords readRecords, TryPackage tryPackage, TakePackage takePackage, IClock clock) : PageModel
{
    [BindProperty]
    public PackageForm Form { get; set; } = new();

    /// <summary>What there is to choose from; nothing before the first records.</summary>
    public ProviderRecords? Records { get; private set; }
    public ImmutableArray<string> Skills { get; private set; } = [];
    public ImmutableArray<string> Genders { get; private set; } = [];

    /// <summary>What is wrong with the form, by field.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; private set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Why records refuse what the form says, where no field of its own is to blame.</summary>
    public ImmutableArray<RecordError> Errors { get; private set; } = [];

    public PackageAnswer? Answer { get; private set; }

    public string? Fault(string field) => Faults.GetValueOrDefault(field);

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Every change on this page has a name of its own.</summary>
    public IActionResult OnPost() => BadRequest();

    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Read() is { } package)
        {
            var result = await tryPackage.HandleAsync(HttpContext.Act("tried a package"), new TryPackage.Request(package, Form.Weeks), cancellation);
            Answer = (result as TryPackage.Result.Answered)?.Answer;
            Errors = result is TryPackage.Result.Refused refused ? refused.Errors : [];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Read() is { } package)
        {
            var result = await takePackage.HandleAsync(HttpContext.Act($"took on {package.Name}"), package, cancellation);
            if (result.Person is { } person)
                return LocalRedirect($"/people/{Uri.EscapeDataString(person)}");
            Errors = result.Outcome is SaveOutcome.Refused refused ? refused.Errors : [];
        }

        return Page();
    }

    private PackageRequest? Read()
    {
        if (Records is null)
            return null;
        PackageReading reading = new(Form, Records, User.Actor(), Today);
        var package = reading.Read();
        Faults = reading.Faults;
        return package;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Records = await readRecords.HandleAsync(User.Actor().ProviderId, cancellation);
        Form.From ??= Today.PlusDays(8 - (int)Today.DayOfWeek).ToString("uuuu-MM-dd", null);
        if (Records is not { } records)
            return;
        Skills = [.. records.Workers.SelectMany(worker => worker.Certificates).Select(held => held.Competency.Value)
            .Concat(records.Requests.SelectMany(request => request.Competencies).Select(asked => asked.Value)).Distinct().Order(StringComparer.Ordinal)];
        Genders = [.. records.Workers.Select(worker => worker.Gender).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
    }

    private LocalDate Today => LocalClock.Date(clock.GetCurrentInstant());
}
