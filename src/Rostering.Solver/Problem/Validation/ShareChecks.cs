namespace Rostering.Solver.Problem.Validation;

/// <summary>Who is supported in a visit, and from which funds it is paid.</summary>
internal static class ShareChecks
{
    private const int Whole = 1_000;

    public static void Check(ValidationContext context, Visit visit, Dictionary<FundId, (PersonId Person, string Path)> owners, string path)
    {
        var findings = context.Findings;
        bool forStaff = visit.Kind is VisitKind.Training or VisitKind.Meeting;
        if (forStaff && !visit.Shares.IsEmpty)
        {
            findings.Add($"{path}.shares", $"{visit.Shares.Length} shares",
                "Training and meetings are charged to no fund.", "Empty the list, or correct the kind.", $"{path}.kind");
        }
        else if (!forStaff && visit.Shares.IsEmpty)
        {
            findings.Add($"{path}.shares", "[]",
                "Support is given to a person.", "Add a share with the person and the fund that pays.", $"{path}.kind");
        }

        CheckSum(findings, visit, path);
        CheckShared(findings, visit, path);
        findings.Distinct($"{path}.shares", visit.Shares.Select(share => (share.Person, share.Fund)));
        foreach (var (index, share) in visit.Shares.Index())
            Check(context, share, owners, $"{path}.shares[{index}]");
    }

    private static void Check(
        ValidationContext context, Share share, Dictionary<FundId, (PersonId Person, string Path)> owners, string path)
    {
        context.People.Require($"{path}.person", share.Person);
        context.Funds.Require($"{path}.fund", share.Fund);
        context.Findings.Between($"{path}.permille", share.Permille, 1, Whole, "thousandths of the cost");
        if (owners.TryGetValue(share.Fund, out var owner) && owner.Person != share.Person)
        {
            context.Findings.Add($"{path}.fund", share.Fund,
                $"The fund belongs to {owner.Person}, not to {share.Person}.",
                "Name a fund of the person: no fund pays for another person.", $"{path}.person", owner.Path);
        }
    }

    private static void CheckSum(Findings findings, Visit visit, string path)
    {
        long sum = visit.Shares.Sum(share => (long)share.Permille);
        if (!visit.Shares.IsEmpty && sum != Whole)
        {
            findings.Add($"{path}.shares", $"{sum} in all",
                $"The shares must come to {Whole} thousandths.", "Correct the shares' permille so that they pay the whole visit.");
        }
    }

    private static void CheckShared(Findings findings, Visit visit, string path)
    {
        bool shared = visit.Shares.Select(share => share.Person).Distinct().Skip(1).Any();
        if (shared && visit.Kind != VisitKind.GroupSession && !visit.Shares.All(share => share.Consented))
        {
            findings.Add($"{path}.kind", visit.Kind,
                "Several people share a visit that is neither a group session nor agreed to by all.",
                "Make it a groupSession, or record each person's consent.", $"{path}.shares");
        }
    }
}
