using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rostering.Ledger.Verification;

namespace Rostering.Ledger.Exports;

/// <summary>
/// Writes entries as a journal of hledger's, in two commodities: pounds and minutes. Entries come in the order of their days,
/// which is the order that hledger adds them up in; now and then, and at the end, the journal asserts what an account holds.
/// </summary>
public sealed class HledgerJournal(TextWriter writer)
{
    private const int PostingsBetweenAssertions = 25;

    private readonly SortedDictionary<(int Fund, Account Account, Unit Unit), (long Balance, int Postings)> accounts = [];
    private LocalDate last;

    /// <summary>The name that an account goes by.</summary>
    public static string NameOf(int fund, Account account) =>
        string.Create(CultureInfo.InvariantCulture, $"{(fund < 0 ? "organisation" : "fund")}:{Math.Abs((long)fund):00000}:{Family(account).Name}:{Labels.Text(account)}");

    /// <summary>An amount as the journal has it.</summary>
    public static string AmountOf(Unit unit, long amount) => unit == Unit.Gbp
        ? string.Create(CultureInfo.InvariantCulture, $"{amount / 100m:0.00} GBP")
        : string.Create(CultureInfo.InvariantCulture, $"{amount} min");

    /// <summary>Declares the commodities, and all accounts of the funds.</summary>
    public void Begin(IEnumerable<int> funds)
    {
        writer.WriteLine("decimal-mark .\ncommodity 1000.00 GBP\ncommodity 1000. min\n");
        foreach (var fund in funds)
        {
            foreach (var account in Enum.GetValues<Account>().Where(account => ChartOfAccounts.Has(fund, account, Unit.Gbp)))
                writer.WriteLine($"account {NameOf(fund, account)}  ; type: {Family(account).Type}");
        }
    }

    /// <summary>Writes what a fund held before the first day of the journal.</summary>
    public void Open(int fund, LocalDate day, IReadOnlyCollection<Line> balances)
    {
        WriteHead(day, $"({fund}) opening balances");
        foreach (var line in balances)
            WritePosting(fund, line, asserts: true);
    }

    /// <summary>Writes an entry.</summary>
    public void Add(EntryId id, LocalDate day, EntryKind kind, string evidence, string hash, IReadOnlyCollection<Line> lines)
    {
        WriteHead(day, string.Create(CultureInfo.InvariantCulture, $"({id.Fund}/{id.Seq}) {Labels.Text(kind)}"));
        writer.WriteLine($"    ; kind: {Labels.Text(kind)}, seq: {id.Seq.ToString(CultureInfo.InvariantCulture)}, evidence: {evidence.Replace(',', ' ')}");
        writer.WriteLine($"    ; hash: {hash}");
        foreach (var line in lines)
            WritePosting(id.Fund, line, asserts: false);
    }

    /// <summary>Asserts what every account holds in the end.</summary>
    public void End()
    {
        foreach (var fund in accounts.ToLookup(account => account.Key.Fund))
        {
            WriteHead(last, $"({fund.Key}) closing balances");
            foreach (var ((_, account, unit), (balance, _)) in fund)
                writer.WriteLine($"    {NameOf(fund.Key, account)}  {AmountOf(unit, 0)} = {AmountOf(unit, balance)}");
        }
    }

    private static (string Name, char Type) Family(Account account) => account switch
    {
        Account.WriteOff => ("expenses", 'X'),
        <= Account.WriteOff => ("assets", 'A'),
        Account.SupportEarned or Account.WaitingEarned or Account.VarianceEarned or Account.ChargeEarned => ("revenues", 'R'),
        Account.Reserve => ("equity", 'E'),
        _ => ("liabilities", 'L'),
    };

    private void WriteHead(LocalDate day, string title)
    {
        last = day;
        writer.WriteLine($"\n{LocalDatePattern.Iso.Format(day)} * {title}");
    }

    private void WritePosting(int fund, Line line, bool asserts)
    {
        var place = (fund, line.Account, line.Unit);
        var (balance, postings) = accounts.GetValueOrDefault(place);
        accounts[place] = (balance + line.Amount, postings + 1);
        var assertion = asserts || (postings + 1) % PostingsBetweenAssertions == 0 ? $" = {AmountOf(line.Unit, balance + line.Amount)}" : "";
        writer.WriteLine($"    {NameOf(fund, line.Account)}  {AmountOf(line.Unit, line.Amount)}{assertion}");
    }
}
