using NodaTime;

namespace Rostering.Solver.Problem.Validation;

/// <summary>Workers: contract, teams, time, papers and history.</summary>
internal static class WorkerChecks
{
    private const int MinutesInWeek = 7 * 24 * 60;
    private const int PencePerHourMax = 1_000_000;
    private const int GradeMax = 100;
    private const int AgeMin = 16;
    private const int CountMax = 1_000_000;

    public static void Check(ValidationContext context)
    {
        context.Workers.CheckOwn();
        foreach (var (index, worker) in context.Problem.Workers.Index())
            Check(context, worker, $"$.workers[{index}]");
    }

    private static void Check(ValidationContext context, Worker worker, string path)
    {
        context.Places.Require($"{path}.home", worker.Home);
        context.People.RequireAll($"{path}.optedOutOf", worker.OptedOutOf);
        context.Findings.Between($"{path}.grade", worker.Grade, 1, GradeMax, "grades, 1 for a support worker");
        CheckAge(context, worker, path);
        CheckContract(context.Findings, worker.Contract, $"{path}.contract");
        CheckTeams(context, worker, path);
        CheckModes(context, worker, path);
        CheckTime(context.Times, worker, path);
        CheckCertificates(context.Findings, worker, path);
        CheckHistory(context, worker.History, $"{path}.history");
    }

    private static void CheckAge(ValidationContext context, Worker worker, string path)
    {
        if (Period.Between(worker.BirthDate, context.Problem.WeekStart, PeriodUnits.Years).Years < AgeMin)
        {
            context.Findings.Add($"{path}.birthDate", LocalTimes.Text(worker.BirthDate),
                $"The worker is younger than {AgeMin} in this week.", "Correct the date; the working-time rules start at 16.", "$.weekStart");
        }
    }

    private static void CheckContract(Findings findings, Contract contract, string path)
    {
        findings.Between($"{path}.contractedMinutes", contract.ContractedMinutes, 0, MinutesInWeek, "minutes a week");
        findings.Between($"{path}.minutesMax", contract.MinutesMax, 0, MinutesInWeek, "minutes a week");
        if (contract.MinutesMax < contract.ContractedMinutes)
        {
            findings.Add($"{path}.minutesMax", contract.MinutesMax,
                $"The most is less than the {contract.ContractedMinutes} minutes contracted.",
                "Raise the most, or correct the contracted minutes.", $"{path}.contractedMinutes", $"{path}.minutesMax");
        }
    }

    private static void CheckTeams(ValidationContext context, Worker worker, string path)
    {
        if (worker.Teams.IsEmpty)
            context.Findings.Add($"{path}.teams", "[]", "A worker belongs to a team at least.", "Add a team with the pay in it.");
        context.Findings.Distinct($"{path}.teams", worker.Teams.Select(membership => membership.Team));
        foreach (var (index, membership) in worker.Teams.Index())
        {
            context.Teams.Require($"{path}.teams[{index}].team", membership.Team);
            context.Findings.Between($"{path}.teams[{index}].pencePerHour", membership.PencePerHour, 1, PencePerHourMax, "pence an hour");
        }

        if (worker.CapWaiver is { } waiver)
            context.Findings.NotBlank($"{path}.capWaiver.approvedBy", waiver.ApprovedBy, "Name who approved it.");
    }

    private static void CheckModes(ValidationContext context, Worker worker, string path)
    {
        if (worker.Modes.IsEmpty)
            context.Findings.Add($"{path}.modes", "[]", "A worker gets about somehow.", "Add at least one mode, such as walk.");
        context.Findings.Distinct($"{path}.modes", worker.Modes);
        foreach (var (index, mode) in worker.Modes.Index())
        {
            if (context.Problem.Travel.Modes.All(terms => terms.Mode != mode))
            {
                context.Findings.Add($"{path}.modes[{index}]", mode, "Travel has no speed for this mode.",
                    "Add the mode to $.travel.modes, or take it from the worker.", "$.travel.modes");
            }
        }
    }

    private static void CheckTime(LocalTimes times, Worker worker, string path)
    {
        times.CheckAll($"{path}.available", worker.Available);
        times.CheckAll($"{path}.outsideWork", worker.OutsideWork);
        foreach (var (index, absence) in worker.Absences.Index())
            times.Check($"{path}.absences[{index}].time", absence.Time);
        foreach (var (index, wish) in worker.Wishes.Index())
            times.Check($"{path}.wishes[{index}].time", wish.Time);
    }

    private static void CheckCertificates(Findings findings, Worker worker, string path)
    {
        foreach (var (index, certificate) in worker.Certificates.Index())
        {
            string at = $"{path}.certificates[{index}]";
            findings.NotBlank($"{at}.competency", certificate.Competency.Value, "Name the competency, such as medication.");
            if (certificate.ValidTo is { } last && last < certificate.ValidFrom)
            {
                findings.Add($"{at}.validTo", LocalTimes.Text(last), "The last valid day comes before the first.",
                    "Swap the two, or correct the year.", $"{at}.validFrom");
            }
        }
    }

    private static void CheckHistory(ValidationContext context, WorkHistory history, string path)
    {
        var findings = context.Findings;
        findings.Between($"{path}.weeks", history.Weeks, 0, 52, "weeks of the reference period");
        findings.Between($"{path}.workedMinutes", history.WorkedMinutes, 0, (long)MinutesInWeek * 52, "minutes over those weeks");
        findings.Between($"{path}.typicalMinutes", history.TypicalMinutes, 0, MinutesInWeek, "minutes a week");
        findings.Between($"{path}.restOwedMinutes", history.RestOwedMinutes, 0, MinutesInWeek, "minutes");
        findings.Between($"{path}.restDaysLastWeek", history.RestDaysLastWeek, 0, 7, "days");
        findings.Between($"{path}.recentAsks", history.RecentAsks, 0, CountMax, "requests in four weeks");
        findings.Between($"{path}.unsocialMinutes", history.UnsocialMinutes, 0, MinutesInWeek * 4, "minutes in four weeks");
        if (history.LastDuty is not { } duty)
            return;
        context.Times.Check($"{path}.lastDuty", duty);
        if (duty.Start >= context.Problem.WeekStart.AtMidnight())
        {
            findings.Add($"{path}.lastDuty.start", LocalTimes.Text(duty.Start), "The last duty before the week starts in the week.",
                "Give the duty before, or pin the visits of this one.", "$.weekStart");
        }
    }
}
