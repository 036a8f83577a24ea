using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Finance.FundActs;
using Rostering.Core.Funds;
using Rostering.Core.Records;
using Rostering.Ledger;
using Rostering.Ledger.Terms;
using static Rostering.Core.Finance.Agreements.OpeningFields;

namespace Rostering.Core.Finance.Agreements;

/// <summary>
/// Opens a person's fund as its signed sheet says: its books in the ledger with its terms, and whose it is beside them. The first fund of
/// a provider opens the provider's own books as well.
/// </summary>
public sealed class OpenPersonFund(LedgerConnections ledger)
{
    // Nearer to nought are the numbers of demonstrations, which choose their own.
    private const int NumberMin = 100_001;
    private const int OrganisationMax = -1_001;

    /// <summary>Opens it with what <see cref="OpeningFields.All"/> were filled in with, and gives its number.</summary>
    public Task<RecordFundAct.Result> HandleAsync(IReadOnlyDictionary<string, string> fields, Act act, CancellationToken cancellation) =>
        new FilledForm(All, fields).RecordAsync(
            ledger,
            async (transaction, said) =>
            {
                var result = await WithinAsync(transaction, said, act, cancellation);
                if (result is RecordFundAct.Result.Done { Number: var fund })
                    transaction.Database.AuditEntries.Add(AuditEntry.Of(act with { Why = said.Text(FundActFields.Reason) }, "finance.open-fund", $"fund/{fund}", JsonSerializer.Serialize(fields)));
                return result;
            },
            cancellation);

    private static async Task<RecordFundAct.Result> WithinAsync(LedgerTransaction transaction, FundActValues said, Act act, CancellationToken cancellation)
    {
        var (database, provider) = (transaction.Database, act.By.ProviderId);

        // Numbers are given one after another, whichever provider asks.
        await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('number of a fund'))", cancellation);
        var (terms, unfit) = await TermsAsync(database, provider, said, cancellation);
        var (name, nobody) = await PersonAsync(database, provider, said, cancellation);
        ImmutableArray<FundActFault> faults = [.. unfit, .. nobody];
        if (!faults.IsEmpty)
            return new RecordFundAct.Result.Faulty(faults);

        var number = await database.Database.SqlQuery<int>($"select greatest({NumberMin}, max(id) + 1) as \"Value\" from ledger.fund").SingleAsync(cancellation);
        var organisation = await database.FundHolders.Where(holder => holder.ProviderId == provider).Select(holder => (int?)holder.Organisation).FirstOrDefaultAsync(cancellation);
        var books = organisation ?? await database.Database.SqlQuery<int>($"select least({OrganisationMax}, min(id) - 1) as \"Value\" from ledger.fund").SingleAsync(cancellation);
        foreach (var opened in organisation is null ? [books, number] : new[] { number })
        {
            if (await OpenFund.HandleAsync(transaction.Ledger, opened, said.Day(OpensOn), cancellation) is Attempt<int>.Refused unopened)
                return new RecordFundAct.Result.Refused(unopened.Refusal);
        }

        if (await RecordFundTerms.WriteAsync(transaction, number, said.Day(OpensOn), terms, said.Text(FundActFields.Reason), act, cancellation) is Attempt<int>.Refused refused)
            return new RecordFundAct.Result.Refused(refused.Refusal);
        database.FundHolders.Add(Kept(number, books, provider, name, said));
        return new RecordFundAct.Result.Done(number);
    }

    private static async Task<(FundTerms Terms, IEnumerable<FundActFault> Faults)> TermsAsync(RosteringContext database, long provider, FundActValues said, CancellationToken cancellation)
    {
        var councils = await new ReadCouncils(database).HandleAsync(provider, cancellation);
        if (councils.FirstOrDefault(known => known.Id == said.Text(CouncilId)) is not { } council)
            return (new FundTerms(), [new(CouncilId, $"There is no council '{said.Text(CouncilId)}'.", "Choose one of those that have terms.")]);
        return council.On(said.Day(OpensOn)) is { } profile
            ? TermsField.Read(TermsField.OfFund, profile.Terms, said)
            : (new FundTerms(), [new(OpensOn, FormattableString.Invariant($"{council.Name} has no terms on {said.Day(OpensOn):d MMMM uuuu}."), "Record the council’s terms from that day or an earlier one, or let the fund open later.")]);
    }

    private static async Task<(string Name, IEnumerable<FundActFault> Faults)> PersonAsync(RosteringContext database, long provider, FundActValues said, CancellationToken cancellation)
    {
        var person = said.Text(Person);
        if (await database.FundHolders.FirstOrDefaultAsync(holder => holder.ProviderId == provider && holder.Person == person, cancellation) is { } known)
            return ("", [new(Person, $"{known.Name}, number '{person}', has fund {known.FundId} already.", "Record other terms for that one, or give the number of somebody else.")]);
        var records = await new ReadRecords(database).HandleAsync(provider, cancellation);
        var recorded = records?.People.FirstOrDefault(one => one.Id.Value == person)?.Name;
        return (recorded ?? said.Text(Name)) is { Length: > 0 } name
            ? (name, [])
            : ("", [new(Name, $"Name is empty, and nobody is recorded under the number '{person}'.", "Give the name, or the number of somebody under People.")]);
    }

    private static FundHolder Kept(int number, int organisation, long provider, string name, FundActValues said) => new()
    {
        FundId = number,
        ProviderId = provider,
        Organisation = organisation,
        Person = said.Text(Person),
        Name = name,
        CouncilId = said.Text(CouncilId),
        PurchaseOrder = said.Text(PurchaseOrder),
        FundingOption = said.Text(FundingOption),
        YearStartsOn = said.Day(YearStartsOn),
        Pictures = bool.Parse(said.Text(Pictures)),
    };
}
