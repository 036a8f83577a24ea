using System.Collections.Immutable;

namespace Rostering.Ledger.Statements.Editions;

/// <summary>Every visit of the period, those that did not take place included.</summary>
internal static class SupportSection
{
    public static IEnumerable<Block> Blocks(Statement statement)
    {
        yield return new Heading("Support, visit by visit");
        if (statement.Support.Length == 0)
        {
            yield return new Paragraph("There was no visit in this period.");
            yield break;
        }

        yield return new Table("Visits of the period", Columns, [.. statement.Support.Select(Row), Total(statement)]);
        if (statement.Support.Any(line => line.PriceVariance != Money.Zero))
        {
            var variance = statement.Support.Aggregate(Money.Zero, (sum, line) => sum + line.PriceVariance);
            yield return new Paragraph($"Banked hours were used at another price than they were banked at: {Signed(variance)} in all. The price column holds it.");
        }
    }

    private static ImmutableArray<Column> Columns { get; } =
    [
        new("Date", 15), new("Start", 8), new("What happened", 24), new("Role", 16), new("Rate", 18),
        new("Planned", 13, IsNumber: true), new("Given", 13, IsNumber: true), new("Travel", 10, IsNumber: true), new("Price", 13, IsNumber: true),
    ];

    private static Row Row(SupportLine line) => new(
    [
        Wording.Brief(line.On), Wording.Clock(line.Start), Wording.Outcome(line), line.Role, line.HourlyRate is { } rate ? $"{line.Rate} {rate} an hour".Trim() : line.Rate,
        line.Planned.ToString(), line.Delivered.ToString(), line.Travel == Money.Zero ? "" : line.Travel.ToString(),
        line.PriceVariance == Money.Zero ? line.Price.ToString() : $"{line.Price} ({Signed(line.PriceVariance)})",
    ]);

    private static Row Total(Statement statement) => new(
    [
        "Total", "", "", "", "", statement.Support.Aggregate(Minutes.Zero, (sum, line) => sum + line.Planned).ToString(), statement.TimeGiven.ToString(),
        statement.Support.Aggregate(Money.Zero, (sum, line) => sum + line.Travel).ToString(), (-(statement.Of(Flow.Support) + statement.Of(Flow.Emergency))).ToString(),
    ], IsTotal: true);

    private static string Signed(Money amount) => amount > Money.Zero ? $"+{amount}" : amount.ToString();
}
