using Rostering.Ledger.Terms;

namespace Rostering.Ledger.Statements.Editions;

/// <summary>The edition for whoever checks the figures: every item in tables, in the sections and the order that the council asks for.</summary>
public static class StandardEdition
{
    public static Document Of(Statement statement)
    {
        var header = statement.Header;
        var sections = header.Terms.Statement.Sections.SelectMany(section => StandardSections.Blocks(section, statement));
        return new($"Statement {header.Number} of {header.Person}'s fund", IsLarge: false,
        [
            Header(header),
            new Paragraph($"This is not a bill. {BasisOf(header)} The money in this fund is for {header.Person}'s support alone, and it is finite: it has to last until {Wording.Long(header.YearTo)}.", IsNote: true),
            Key(statement),
            .. sections,
            .. StandardSections.HowToQuery(header),
            .. StandardSections.Seal(statement),
        ], $"Fund {header.Fund}, statement {header.Number}, {Wording.Brief(header.Period.From)} to {Wording.Brief(header.Period.To)}. Sealed at entry {statement.Seal.Seq}.");
    }

    private static string BasisOf(StatementHeader header) => header.Terms.Statement.Basis == StatementBasis.Delivered
        ? "It shows what was delivered in the period."
        : "It shows what was delivered in the period, and what the council was invoiced for.";

    private static Facts Header(StatementHeader header) => new(
    [
        new("Person", header.Person),
        new("Fund", $"{header.Fund}"),
        new("Council", header.Council),
        new("Purchase order", header.PurchaseOrder),
        new("Funding option", header.FundingOption),
        new("Provider", header.Provider),
        new("Statement", $"{header.Number}"),
        new("Period", $"{Wording.Brief(header.Period.From)} to {Wording.Brief(header.Period.To)}"),
        new("Issued", $"{Wording.Brief(header.IssuedOn)} (due by {Wording.Brief(header.DueOn)})"),
        new("Basis", header.Terms.Statement.Basis == StatementBasis.Delivered ? "Delivered" : "Invoiced"),
    ]);

    /// <summary>The four figures that say most.</summary>
    private static Figures Key(Statement statement)
    {
        Fact support = new("Support given", statement.TimeGiven.ToString());
        Fact banked = new("Hours banked", statement.BankedHours.Closing.ToString());
        Fact spent = new("Used in the period", (-Spending(statement)).ToString());
        Fact left = new("Closing balance", statement.Closing.Total.ToString());
        return new(statement.Header.Terms.Statement.HoursFirst ? [support, banked, spent, left] : [spent, left, support, banked]);
    }

    private static Money Spending(Statement statement) =>
        statement.Flows.Where(flow => Statements.Flows.IsSpending(flow.Key)).Aggregate(Money.Zero, (sum, flow) => sum + flow.Value);
}
