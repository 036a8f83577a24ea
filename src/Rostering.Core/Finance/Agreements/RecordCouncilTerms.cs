using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rostering.Core.Access;
using Rostering.Core.Finance.FundActs;
using Rostering.Core.Funds;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Agreements;

/// <summary>Records a council with its terms from a day on, or other terms of one that is known. Funds have their own; these are what new ones begin with.</summary>
public sealed partial class RecordCouncilTerms(LedgerConnections ledger)
{
    public const string Name = "name";
    public const string Contact = "contact";
    public const string Source = "source";
    public const string Reviewed = "reviewed";

    private const int IdLengthMax = 60;

    /// <summary>All that it takes.</summary>
    public static ImmutableArray<FundActField> Fields { get; } =
    [
        new(Name, FundActForm.Text, "Council"),
        new(Contact, FundActForm.Text, "Whom to ask there", "A team or an office; it is on statements"),
        new(FundActFields.From, FundActForm.Day, "These terms hold from"),
        new(Source, FundActForm.Text, "Where they are written", "Such as the contract and its page"),
        new(Reviewed, FundActForm.Choice, "Compared with that") { Choices = [new("false", "not yet"), new("true", "yes, by me")] },
        .. TermsField.OfCouncil.Select(terms => terms.Field),
    ];

    /// <summary>A council that is known, or <c>null</c> for a new one, and what the fields were filled in with.</summary>
    public sealed record Request(string? Council, IReadOnlyDictionary<string, string> Fields);

    /// <summary>Records them; what is given back as a number has no meaning.</summary>
    public Task<RecordFundAct.Result> HandleAsync(Request request, Act act, CancellationToken cancellation) =>
        new FilledForm(Fields, request.Fields).RecordAsync(
            ledger,
            async (transaction, said) => await WithinAsync(transaction, request, said, act, cancellation) is { IsEmpty: false } faults
                ? new RecordFundAct.Result.Faulty(faults)
                : new RecordFundAct.Result.Done(0),
            cancellation);

    private static async Task<ImmutableArray<FundActFault>> WithinAsync(LedgerTransaction transaction, Request request, FundActValues said, Act act, CancellationToken cancellation)
    {
        var councils = await new ReadCouncils(transaction.Database).HandleAsync(act.By.ProviderId, cancellation);
        var known = councils.FirstOrDefault(council => council.Id == request.Council);
        var (id, from) = (known?.Id ?? IdOf(said.Text(Name)), said.Day(FundActFields.From));
        if (id.Length is 0 or > IdLengthMax)
            return [new(Name, $"Council cannot be '{said.Text(Name)}'.", $"Write its name with letters or digits, at most {IdLengthMax}.")];
        if (known is null && councils.Any(council => council.Id == id))
            return [new(Name, $"{said.Text(Name)} is recorded already.", "Record other terms for it from the list of councils.")];
        if (known?.Profiles.Any(profile => profile.EffectiveFrom == from) == true)
            return [new(FundActFields.From, FormattableString.Invariant($"{known.Name} has terms from {from:d MMMM uuuu} already, which stay as they are."), "Choose another day.")];

        var (terms, faults) = TermsField.Read(TermsField.OfCouncil, known?.On(from)?.Terms ?? new FundTerms(), said);
        if (!faults.IsEmpty)
            return faults;
        CouncilProfile profile = new(from, terms, said.Text(Source), bool.Parse(said.Text(Reviewed)) ? act.By.OpaqueId : CouncilProfile.Unverified);
        await new RecordCouncil(transaction.Database).HandleAsync(new(act.By.ProviderId, id, known?.Name ?? said.Text(Name), known?.Contact ?? said.Text(Contact), profile), act.At, cancellation);
        transaction.Database.AuditEntries.Add(AuditEntry.Of(act with { Why = said.Text(Source) }, "finance.record-council", $"council/{id}", JsonSerializer.Serialize(request.Fields)));
        return [];
    }

    private static string IdOf(string name) => NoLetters().Replace(name.ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoLetters();
}
