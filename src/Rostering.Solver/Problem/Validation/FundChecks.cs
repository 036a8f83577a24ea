namespace Rostering.Solver.Problem.Validation;

/// <summary>Councils and funds.</summary>
internal static class FundChecks
{
    // Ten thousand million pounds: far above any award, far below what sums of a long can hold.
    private const long PenceMax = 1_000_000_000_000;
    private const int MinutesMax = 1_000_000_000;

    public static void Check(ValidationContext context)
    {
        context.Councils.CheckOwn();
        foreach (var (index, council) in context.Problem.Councils.Index())
            Check(context.Findings, council, $"$.councils[{index}]");
        context.Funds.CheckOwn();
        foreach (var (index, fund) in context.Problem.Funds.Index())
            Check(context, fund, $"$.funds[{index}]");
    }

    private static void Check(Findings findings, Council council, string path)
    {
        findings.Between($"{path}.contingencyPermille", council.ContingencyPermille, 0, 1_000, "thousandths of an award");
        findings.Between($"{path}.surplusCapPermille", council.SurplusCapPermille, 0, 1_000, "thousandths of an award");
        findings.Between($"{path}.bankedMinutesMax", council.BankedMinutesMax ?? 0, 0, MinutesMax, "minutes");
    }

    private static void Check(ValidationContext context, Fund fund, string path)
    {
        context.People.Require($"{path}.person", fund.Person);
        context.Councils.Require($"{path}.council", fund.Council);
        context.Findings.Between($"{path}.availablePence", fund.AvailablePence, -PenceMax, PenceMax, "pence");
        context.Findings.Between($"{path}.availableMinutes", fund.AvailableMinutes ?? 0, 0, MinutesMax, "minutes");
        context.Findings.Between($"{path}.approvedDeficitPence", fund.ApprovedDeficitPence, 0, PenceMax, "pence");
    }
}
