namespace Rostering.Solver.Problem.Validation;

/// <summary>People supported: whom they know, want and may ask for.</summary>
internal static class PersonChecks
{
    private const int FacesMax = 1_000;
    private const int VisitsMax = 1_000_000;

    public static void Check(ValidationContext context)
    {
        context.People.CheckOwn();
        foreach (var (index, person) in context.Problem.People.Index())
            Check(context, person, $"$.people[{index}]");
    }

    private static void Check(ValidationContext context, Person person, string path)
    {
        context.Places.Require($"{path}.home", person.Home);
        context.Teams.Require($"{path}.team", person.Team);
        if (person.KeyWorker is { } keyWorker)
            context.Workers.Require($"{path}.keyWorker", keyWorker);
        context.Workers.RequireAll($"{path}.chosen", person.Chosen);
        context.Workers.RequireAll($"{path}.accepted", person.Accepted);
        context.People.RequireAll($"{path}.incompatibleWith", person.IncompatibleWith);
        context.Findings.Between($"{path}.facesWanted", person.FacesWanted, 1, FacesMax, "different workers a week");
        foreach (var (index, exclusion) in person.Excluded.Index())
            context.Workers.Require($"{path}.excluded[{index}].worker", exclusion.Worker);
        CheckRequirements(context.Findings, person, path);
        CheckHistory(context, person, path);
        CheckIncompatible(context.Findings, person, path);
    }

    private static void CheckRequirements(Findings findings, Person person, string path)
    {
        foreach (var (index, requirement) in person.Requirements.Index())
        {
            string at = $"{path}.requirements[{index}]";
            findings.NotBlank($"{at}.value", requirement.Value, "Say which gender or which language is required.");
            findings.NotBlank($"{at}.reason", requirement.Reason, "Record why, with the person: without a reason it is not lawful.");
        }
    }

    private static void CheckHistory(ValidationContext context, Person person, string path)
    {
        context.Findings.Distinct($"{path}.history", person.History.Select(known => known.Worker));
        foreach (var (index, known) in person.History.Index())
        {
            string at = $"{path}.history[{index}]";
            context.Workers.Require($"{at}.worker", known.Worker);
            context.Findings.Between($"{at}.visits", known.Visits, 0, VisitsMax, "visits so far");
            context.Findings.Between($"{at}.weeksTogether", known.WeeksTogether, 0, VisitsMax, "whole weeks");
        }
    }

    private static void CheckIncompatible(Findings findings, Person person, string path)
    {
        int self = person.IncompatibleWith.IndexOf(person.Id);
        if (self >= 0)
        {
            findings.Add($"{path}.incompatibleWith[{self}]", person.Id,
                "A person cannot be incompatible with themselves.", "Remove the id.", $"{path}.id");
        }
    }
}
