namespace Rostering.Solver.Problem.Validation;

/// <summary>Visits: window, length, staff and who pays.</summary>
internal static class VisitChecks
{
    // Anything longer is several visits, each with its own workers.
    private const int MinutesMax = 48 * 60;
    private const int WorkersMax = 100;
    private const int GradeMax = 100;

    public static void Check(ValidationContext context)
    {
        context.Visits.CheckOwn();
        var owners = context.Problem.Funds.Index().DistinctBy(entry => entry.Item.Id)
            .ToDictionary(entry => entry.Item.Id, entry => (entry.Item.Person, $"$.funds[{entry.Index}].person"));
        foreach (var (index, visit) in context.Problem.Visits.Index())
        {
            string path = $"$.visits[{index}]";
            context.Teams.Require($"{path}.team", visit.Team);
            context.Places.Require($"{path}.place", visit.Place);
            CheckSize(context.Findings, visit, path);
            CheckWindow(context, visit, path);
            ShareChecks.Check(context, visit, owners, path);
        }
    }

    private static void CheckSize(Findings findings, Visit visit, string path)
    {
        findings.Between($"{path}.minutes", visit.Minutes, 1, MinutesMax, "minutes");
        findings.Between($"{path}.workers", visit.Workers, 1, WorkersMax, "workers needed at once");
        findings.Between($"{path}.gradeMin", visit.GradeMin, 1, GradeMax, "grades, 1 for a support worker");
        findings.Distinct($"{path}.competencies", visit.Competencies);
        foreach (var (index, competency) in visit.Competencies.Index())
            findings.NotBlank($"{path}.competencies[{index}]", competency.Value, "Name the competency, such as medication.");
        if (visit.Outing is { } outing)
            findings.NotBlank($"{path}.outing", outing, "Name the outing, or leave the field out.");
    }

    private static void CheckWindow(ValidationContext context, Visit visit, string path)
    {
        var findings = context.Findings;
        context.Times.CheckInWeek($"{path}.earliestStart", visit.EarliestStart);
        context.Times.CheckInWeek($"{path}.latestStart", visit.LatestStart);
        string latest = LocalTimes.Text(visit.LatestStart);
        if (visit.LatestStart < visit.EarliestStart)
        {
            findings.Add($"{path}.latestStart", latest,
                "The window ends before it begins.",
                "Swap the two starts, or correct the day.", $"{path}.earliestStart", $"{path}.latestStart");
        }
        else if (visit.Kind is VisitKind.Sleepover or VisitKind.WakingNight && visit.LatestStart != visit.EarliestStart)
        {
            findings.Add($"{path}.latestStart", latest,
                "A night is whole and fixed: it has one start (H16).",
                $"Set it to the earliest start, {LocalTimes.Text(visit.EarliestStart)}.", $"{path}.earliestStart", $"{path}.kind");
        }

        if (visit.WantedStart is not { } wanted)
            return;
        context.Times.Check($"{path}.wantedStart", wanted);
        if (wanted < visit.EarliestStart || wanted > visit.LatestStart)
        {
            findings.Add($"{path}.wantedStart", LocalTimes.Text(wanted),
                "The start asked for lies outside the window.",
                "Widen the window, or correct the start.", $"{path}.earliestStart", $"{path}.latestStart", $"{path}.wantedStart");
        }
    }
}
