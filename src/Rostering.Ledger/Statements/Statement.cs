using System.Collections.Immutable;

namespace Rostering.Ledger.Statements;

/// <summary>
/// What a fund did in a period, computed from its entries alone. An entry counts where it takes effect; one that takes effect in
/// an earlier period, and was not known to the statement before, is an adjustment.
/// </summary>
public sealed record Statement
{
    public required StatementHeader Header { get; init; }

    public required Allocation Allocation { get; init; }

    public required Holdings Opening { get; init; }

    public required ImmutableArray<MoneyReceived> MoneyReceived { get; init; }

    public required Contribution Contribution { get; init; }

    public required ImmutableArray<SupportLine> Support { get; init; }

    public required ImmutableArray<PurchaseLine> Purchases { get; init; }

    public required ImmutableArray<ChargeLine> ManagementCharge { get; init; }

    public required ImmutableArray<Adjustment> Adjustments { get; init; }

    public required ImmutableArray<CommittedVisit> Committed { get; init; }

    public required BankedHours BankedHours { get; init; }

    public required ContingencyMoney Contingency { get; init; }

    public required ImmutableArray<GiftLine> Gifts { get; init; }

    public required Holdings Closing { get; init; }

    public required YearToDate YearToDate { get; init; }

    /// <summary>14. What is due back to the council.</summary>
    public required Money RefundDue { get; init; }

    public required Invoiced Invoiced { get; init; }

    /// <summary>What led from the opening to the closing total; together they are the difference.</summary>
    public required ImmutableSortedDictionary<Flow, Money> Flows { get; init; }

    /// <summary>16. What the ledger stood at.</summary>
    public required StatementSeal Seal { get; init; }

    /// <summary>Support given in the period, in time.</summary>
    public Minutes TimeGiven => Support.Aggregate(Minutes.Zero, (sum, line) => sum + line.Delivered);

    public Money Of(Flow flow) => Flows.GetValueOrDefault(flow);

    /// <summary>
    /// Computes the statement of a fund's entries, of which it takes those that the seal covers.
    /// </summary>
    public static Statement Of(StatementHeader header, StatementSeal seal, IEnumerable<StatementEntry> entries)
    {
        var books = new StatementBooks(header, entries.Where(entry => entry.Seq <= seal.Seq));
        var lines = new StatementLines(books);
        return new()
        {
            Header = header,
            Allocation = books.Allocation(),
            Opening = books.Opening(),
            MoneyReceived = lines.MoneyReceived(),
            Contribution = lines.Contribution(),
            Support = lines.Support(),
            Purchases = lines.Purchases(),
            ManagementCharge = lines.Charges(),
            Adjustments = lines.Adjustments(),
            Committed = lines.Committed(),
            BankedHours = new BankHistory(books).BankedHours(),
            Contingency = books.Contingency(),
            Gifts = lines.Gifts(),
            Closing = books.Closing(),
            YearToDate = books.YearToDate(),
            RefundDue = books.Balance(Account.RefundDue) + books.Balance(Account.CouncilCredit),
            Invoiced = lines.Invoiced(),
            Flows = books.Flows(),
            Seal = seal,
        };
    }
}
