using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Finance.Agreements;
using Rostering.Core.Finance.FundActs;
using Rostering.Core.Funds;
using Rostering.Ledger.Terms;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Funds;

/// <summary>Opens a person's fund: which council's from when, and then all that the signed sheet says.</summary>
public sealed class OpenFundModel(OpenPersonFund openPersonFund, ReadCouncils readCouncils, ReadPeopleWithoutFund readPeople, IClock clock) : PageModel
{
    private ImmutableArray<ReadPeopleWithoutFund.Result> people = [];

    /// <summary>The councils that have terms.</summary>
    public ImmutableArray<KnownCouncil> Councils { get; private set; } = [];

    public string? Council { get; private set; }
    public string? OpensOn { get; private set; }
    public string? Problem { get; private set; }

    /// <summary>The sheet, once the council and the first day are chosen.</summary>
    public FundForm? Form { get; private set; }

    public string CouncilName => Councils.FirstOrDefault(council => council.Id == Council)?.Name ?? Council ?? "";

    /// <summary>Whose it is, with those who can be chosen.</summary>
    public IEnumerable<FundActField> HolderFields => OpeningFields.Holder.Skip(2)
        .Select(one => one.Name == OpeningFields.Person ? one with { Choices = [.. people.Select(person => new FundActChoice(person.Person, person.Name))] } : one);

    public async Task OnGetAsync(string? council, string? opensOn, CancellationToken cancellation)
    {
        await ReadAsync(council, opensOn ?? clock.Today().Iso(), cancellation);
        if (council is null)
            return;
        if (FundDates.Day(opensOn) is not { } day)
            Problem = $"First day cannot be '{opensOn}'. Choose a day.";
        else if (Councils.FirstOrDefault(known => known.Id == council)?.On(day) is not { } profile)
            Problem = $"{CouncilName} has no terms on {day.Short()}. Choose a later day, or record the council’s terms from an earlier one.";
        else
            Form = new FundForm(Beginning(profile.Terms, day));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var form = FundForm.Sent(OpeningFields.All, Request.Form);
        var result = await openPersonFund.HandleAsync(form.Texts, HttpContext.Act("opened a fund"), cancellation);
        if (result is RecordFundAct.Result.Done { Number: var fund })
            return LocalRedirect($"/funds/{fund}");
        await ReadAsync(form.Texts[OpeningFields.CouncilId], form.Texts[OpeningFields.OpensOn], cancellation);
        Form = form.Answered(result);
        Form = Form with { Faults = [.. Form.Faults.Select(fault => fault.Field is OpeningFields.CouncilId or OpeningFields.OpensOn ? fault with { Field = "" } : fault)] };
        return Page();
    }

    private static Dictionary<string, string> Beginning(FundTerms terms, LocalDate day)
    {
        Dictionary<string, string> texts = new(TermsField.Texts(TermsField.OfFund, terms), StringComparer.Ordinal)
        {
            [OpeningFields.YearStartsOn] = day.Iso(),
            [OpeningFields.FundingOption] = "individual service fund",
        };
        return texts;
    }

    private async Task ReadAsync(string? council, string? opensOn, CancellationToken cancellation)
    {
        (Council, OpensOn) = (council, opensOn);
        Councils = [.. (await readCouncils.HandleAsync(User.Actor().ProviderId, cancellation)).Where(known => !known.Profiles.IsEmpty)];
        people = await readPeople.HandleAsync(User.Actor().ProviderId, cancellation);
    }
}
