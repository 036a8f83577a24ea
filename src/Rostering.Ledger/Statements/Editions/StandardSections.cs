using System.Collections.Immutable;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.Statements.Editions;

/// <summary>The sections of the standard edition. Each is there even when nothing happened, and then says so.</summary>
internal static class StandardSections
{
    public static IEnumerable<Block> Blocks(StatementSection section, Statement statement) => section switch
    {
        StatementSection.Summary => Summary(statement),
        StatementSection.Allocation => Allocation(statement),
        StatementSection.MoneyReceived => Received(statement),
        StatementSection.Contribution => Contribution(statement.Contribution),
        StatementSection.Support => SupportSection.Blocks(statement),
        StatementSection.Purchases => Purchases(statement),
        StatementSection.ManagementCharge => Charges(statement),
        StatementSection.Adjustments => Adjustments(statement),
        StatementSection.Committed => Committed(statement),
        StatementSection.BankedHours => SavedSections.BankedHours(statement.BankedHours),
        StatementSection.Contingency => SavedSections.Contingency(statement),
        StatementSection.ClosingBalance => Closing(statement.Closing),
        StatementSection.Pace => Pace(statement),
        _ => Refund(statement),
    };

    public static IEnumerable<Block> HowToQuery(StatementHeader header) =>
    [
        new Heading("How to query this statement, or complain"),
        new Paragraph($"Ask {header.Provider} first: we go through any line with you, and put right what is wrong. Nothing is rubbed out: a correction appears as a line of its own. "
            + $"You can also ask {header.Council} ({header.CouncilContact}) at any time."),
    ];

    public static IEnumerable<Block> Seal(Statement statement) =>
    [
        new Heading("Seal"),
        new Paragraph($"Made from entries 1 to {statement.Seal.Seq} of fund {statement.Header.Fund}. The hash of the ledger at that entry:"),
        new Paragraph(statement.Seal.Hash),
    ];

    private static IEnumerable<Block> Summary(Statement statement)
    {
        (string Name, Flow Flow)[] names =
        [
            ("Awarded by the council", Flow.Awarded), ("Cut by the council", Flow.Cut), ("Gift from the organisation", Flow.Gift), ("Support", Flow.Support),
            ("Emergency cover, paid from contingency", Flow.Emergency), ("Purchases", Flow.Purchase), ("Management charge", Flow.Charge),
            ("Set aside to go back to the council", Flow.Returned), ("Handed over", Flow.HandedOver), ("Adjustments to earlier periods", Flow.Adjustment),
        ];
        var flows = from flow in names where statement.Flows.ContainsKey(flow.Flow) select new Row([flow.Name, statement.Of(flow.Flow).ToString()]);
        yield return new Heading("Summary");
        yield return Table("From the opening to the closing balance", [new("What", 3), new("Amount", 1, IsNumber: true)],
        [
            new([$"Opening balance, {Wording.Brief(statement.Header.Period.From)}", statement.Opening.Total.ToString()]),
            .. flows,
            new([$"Closing balance, {Wording.Brief(statement.Header.Period.To)}", statement.Closing.Total.ToString()], IsTotal: true),
        ]);
    }

    private static IEnumerable<Block> Allocation(Statement statement)
    {
        yield return new Heading("Allocation");
        yield return Table("What the council allocates, spread evenly over the days it is for", [new("For", 3), new("Amount", 1, IsNumber: true)],
        [
            new([$"The year, {Wording.Brief(statement.Header.YearFrom)} to {Wording.Brief(statement.Header.YearTo)}", statement.Allocation.Year.ToString()]),
            new([$"This period", statement.Allocation.Period.ToString()]),
        ]);
        if (statement.Allocation.Changes.Length > 0)
        {
            yield return Table("Changes in the period", [new("Date", 2), new("Change", 2), new("For", 4), new("Reason", 3), new("Time", 2, IsNumber: true), new("Amount", 2, IsNumber: true)],
                [.. statement.Allocation.Changes.Select(change => new Row(
                    [Wording.Brief(change.On), Wording.Kind(change.Kind), $"{Wording.Brief(change.From)} to {Wording.Brief(change.To)}", change.Reason, change.Time.ToString(), change.Amount.ToString()]))]);
        }

        if (statement.Gifts.Length > 0)
        {
            yield return Table("Gifts from the organisation's own reserve, which are not paid back", [new("Date", 2), new("Reason", 5), new("Amount", 2, IsNumber: true)],
                [.. statement.Gifts.Select(gift => new Row([Wording.Brief(gift.On), gift.Reason, gift.Amount.ToString()]))]);
        }
    }

    private static IEnumerable<Block> Received(Statement statement) =>
    [
        new Heading("Money received"),
        statement.MoneyReceived.Length == 0
            ? new Paragraph("No money arrived in this period.")
            : Table("What arrived", [new("Date", 2), new("From", 2), new("Remittance", 4), new("Amount", 2, IsNumber: true)],
                [
                    .. statement.MoneyReceived.Select(received => new Row([Wording.Brief(received.On), received.FromPerson ? "Person" : "Council", received.Reference, received.Amount.ToString()])),
                    Total(4, statement.MoneyReceived.Aggregate(Money.Zero, (sum, received) => sum + received.Amount)),
                ]),
        .. statement.Header.Terms.Statement.Basis == StatementBasis.Invoiced
            ? [new Paragraph($"Invoiced to the council in this period: {statement.Invoiced.InPeriod}. Invoiced and not yet paid: {statement.Invoiced.Unpaid}. Awarded and not yet invoiced: {statement.Invoiced.StillToInvoice}.")]
            : (IEnumerable<Block>)[],
    ];

    private static IEnumerable<Block> Contribution(Contribution contribution) =>
    [
        new Heading("Person's contribution"),
        contribution == new Contribution(Money.Zero, Money.Zero, Money.Zero)
            ? new Paragraph("No contribution was due or paid.")
            : Table("The person's own part", [new("What", 3), new("Amount", 1, IsNumber: true)],
                [new(["Due in the period", contribution.Due.ToString()]), new(["Paid in the period", contribution.Paid.ToString()]), new(["Still to be paid", contribution.Outstanding.ToString()], IsTotal: true)]),
    ];

    private static IEnumerable<Block> Purchases(Statement statement) =>
    [
        new Heading("Goods and support bought from others"),
        statement.Purchases.Length == 0
            ? new Paragraph("Nothing was bought in this period.")
            : Table("What was bought", [new("Date", 2), new("What", 4), new("For which outcome", 4), new("Paid from", 2), new("Amount", 2, IsNumber: true)],
                [
                    .. statement.Purchases.Select(line => new Row([Wording.Brief(line.On), line.What, line.Outcome, line.FromBank ? "Bank" : "Main balance", line.Amount.ToString()])),
                    Total(5, -statement.Of(Flow.Purchase)),
                ]),
    ];

    private static IEnumerable<Block> Charges(Statement statement) =>
    [
        new Heading("Management charge"),
        statement.ManagementCharge.Length == 0
            ? new Paragraph("No management charge was taken.")
            : Table("As the signed sheet states", [new("Date", 2), new("Signed sheet", 4), new("Amount", 2, IsNumber: true)],
                [.. statement.ManagementCharge.Select(line => new Row([Wording.Brief(line.On), line.Sheet, line.Amount.ToString()]))]),
    ];

    private static IEnumerable<Block> Adjustments(Statement statement) =>
    [
        new Heading("Adjustments to earlier periods"),
        statement.Adjustments.Length == 0
            ? new Paragraph("Nothing that earlier statements said has changed.")
            : Table("What earlier statements did not know", [new("For the day", 2), new("What", 5), new("Entry", 1, IsNumber: true), new("Effect", 2, IsNumber: true)],
                [
                    .. statement.Adjustments.Select(line => new Row([Wording.Brief(line.RelatesTo), Wording.Kind(line.Kind), $"{line.Seq}", line.Amount.ToString()])),
                    Total(4, statement.Of(Flow.Adjustment)),
                ]),
    ];

    private static IEnumerable<Block> Committed(Statement statement) =>
    [
        new Heading("Committed, not yet delivered"),
        statement.Committed.Length == 0
            ? new Paragraph("Nothing is promised to planned visits.")
            : new Paragraph($"{statement.Closing.Committed} is promised to {Wording.Counted(statement.Committed.Length, "planned visit")}, "
                + $"{statement.Committed.Aggregate(Minutes.Zero, (sum, visit) => sum + visit.Time)} in all."),
    ];

    private static IEnumerable<Block> Closing(Holdings closing) =>
    [
        new Heading("Closing balance, by what it is for"),
        Table("What is held", [new("What", 3), new("Amount", 1, IsNumber: true)],
        [
            new(["Available to plan with", closing.Available.ToString()]),
            new(["Surplus above the council's cap", closing.SurplusAboveCap.ToString()]),
            new(["Committed to planned visits", closing.Committed.ToString()]),
            new(["Banked by choice", closing.Banked.ToString()]),
            new(["Contingency", closing.Contingency.ToString()]),
            new(["Support owed by us", closing.Owed.ToString()]),
            .. closing.Overspent != Money.Zero ? [new(["Delivered beyond what the fund had", (-closing.Overspent).ToString()])] : (IEnumerable<Row>)[],
            new(["Closing balance", closing.Total.ToString()], IsTotal: true),
        ]),
    ];

    private static IEnumerable<Block> Pace(Statement statement) =>
    [
        new Heading("The year so far"),
        Table("Used beside an even pace", [new("What", 3), new("Amount", 1, IsNumber: true)],
        [
            new([$"Used since {Wording.Brief(statement.Header.YearFrom)}", statement.YearToDate.Used.ToString()]),
            new([$"Allocation up to {Wording.Brief(statement.Header.Period.To)}, spread evenly", statement.YearToDate.Allocated.ToString()]),
            new(["Pace", statement.YearToDate.PacePercent is { } pace ? $"{pace} %" : "none yet"], IsTotal: true),
        ]),
    ];

    private static IEnumerable<Block> Refund(Statement statement) =>
    [
        new Heading("Due back to the council"),
        new Paragraph(statement.RefundDue == Money.Zero ? "Nothing is due back to the council." : $"{statement.RefundDue} is due back to the council."),
    ];

    public static Table Table(string caption, ImmutableArray<Column> columns, ImmutableArray<Row> rows) => new(caption, columns, rows);

    public static Row Total(int columns, Money amount) =>
        new(["Total", .. Enumerable.Repeat("", columns - 2), amount.ToString()], IsTotal: true);
}
