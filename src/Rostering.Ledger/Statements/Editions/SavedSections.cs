namespace Rostering.Ledger.Statements.Editions;

/// <summary>What is kept for later: hours banked by choice, and contingency.</summary>
internal static class SavedSections
{
    public static IEnumerable<Block> BankedHours(BankedHours hours)
    {
        yield return new Heading("Banked hours");
        yield return new Paragraph("Banked hours were saved by choice, for a purpose. They are as much the person's as hours that were used.");
        yield return new Table("How they moved", [new("What", 3), new("Time", 1, IsNumber: true)],
        [
            new(["Opening", hours.Opening.ToString()]),
            new(["Banked", hours.Banked.ToString()]),
            new(["Used", (-hours.Used).ToString()]),
            .. hours.Returned != Minutes.Zero ? [new(["Returned to the main balance", (-hours.Returned).ToString()])] : (IEnumerable<Row>)[],
            new(["Expired", (-hours.Expired).ToString()]),
            new(["Closing", hours.Closing.ToString()], IsTotal: true),
        ]);
        yield return new Paragraph(hours.Cap is { } cap ? $"At most {cap} may be banked at once." : "The council sets no limit to banked hours.");
        if (hours.Tranches.Length > 0)
        {
            yield return new Table("What they are for", [new("Banked on", 2), new("Purpose", 4), new("Use by", 2), new("Back to full support on", 3), new("Time", 2, IsNumber: true), new("Value", 2, IsNumber: true)],
                [.. hours.Tranches.Select(tranche => new Row(
                    [Wording.Brief(tranche.BankedOn), tranche.Purpose, tranche.ExpiresOn is { } day ? Wording.Brief(day) : "no end", Wording.Brief(tranche.ReinstateOn), tranche.Left.ToString(), tranche.Value.ToString()]))]);
        }
    }

    public static IEnumerable<Block> Contingency(Statement statement)
    {
        var contingency = statement.Contingency;
        yield return new Heading("Contingency");
        yield return new Table($"Money kept for emergencies: the target is {statement.Header.Terms.ContingencyPermille / 10m:0.#} % of the year's allocation",
            [new("What", 3), new("Amount", 1, IsNumber: true)],
            [
                new(["Target", contingency.Target.ToString()]),
                new(["Opening", contingency.Opening.ToString()]),
                new(["Topped up", contingency.ToppedUp.ToString()]),
                new(["Drawn", (-contingency.Drawn).ToString()]),
                .. contingency.Returned != Money.Zero ? [new(["Returned", (-contingency.Returned).ToString()])] : (IEnumerable<Row>)[],
                new(["Closing", contingency.Closing.ToString()], IsTotal: true),
            ]);
        if (contingency.Draws.Length > 0)
        {
            yield return new Table("Why it was drawn", [new("Date", 2), new("Reason", 3), new("Record", 3), new("Approved by", 3), new("Amount", 2, IsNumber: true)],
                [.. contingency.Draws.Select(draw => new Row([Wording.Brief(draw.On), draw.Reason, draw.Record, draw.ApprovedBy, draw.Amount.ToString()]))]);
        }
    }
}
