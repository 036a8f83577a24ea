using NodaTime.Text;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules;

/// <summary>How numbers, times and names read in every sentence that a rule writes.</summary>
public static class Wording
{
    private static readonly LocalDateTimePattern InWeek = LocalDateTimePattern.CreateWithInvariantCulture("ddd HH:mm");
    private static readonly LocalDateTimePattern OutsideWeek = LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH:mm");

    /// <summary>A length of time: "9 h 40", "11 h", "40 min".</summary>
    public static string Hours(long minutes)
    {
        string sign = minutes < 0 ? "-" : "";
        (long hours, long rest) = Math.DivRem(Math.Abs(minutes), 60);
        return (hours, rest) switch
        {
            (0, _) => $"{sign}{rest} min",
            (_, 0) => $"{sign}{hours} h",
            _ => $"{sign}{hours} h {rest:00}",
        };
    }

    /// <summary>The local time of a minute of the week: "Tue 07:00", with the date where it lies outside the week.</summary>
    public static string When(PreparedProblem problem, long minute)
    {
        LocalDateTimePattern pattern = minute >= 0 && minute < problem.Clock.WeekEnd ? InWeek : OutsideWeek;
        return pattern.Format(problem.Clock.Local((int)minute));
    }

    /// <summary>An amount of money: "£12.34".</summary>
    public static string Pounds(long pence) => $"{(pence < 0 ? "-" : "")}£{Math.Abs(pence) / 100}.{Math.Abs(pence) % 100:00}";

    /// <summary>Thousandths as a percentage: "62.5 %".</summary>
    public static string Percent(long permille) => permille % 10 == 0 ? $"{permille / 10} %" : $"{permille / 10}.{Math.Abs(permille % 10)} %";

    /// <summary>A number of things: "1 split", "2 splits".</summary>
    public static string Count(long number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";

    /// <summary>Names in a row: "Ann, Bob and Cat".</summary>
    public static string Join(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    public static string Worker(PreparedProblem problem, int worker) => problem.Workers[worker].Source.Name;

    public static string Person(PreparedProblem problem, int person) => problem.People[person].Source.Name;

    public static string Team(PreparedProblem problem, int team) => problem.Source.Teams[team].Name;

    public static string Place(PreparedProblem problem, int place) => problem.Source.Places[place].Name;

    /// <summary>What a visit is and for whom: "visit v12 to Mary Bell".</summary>
    public static string Visit(PreparedProblem problem, int visit)
    {
        PreparedVisit data = problem.Visits[visit];
        string people = Join([.. data.People.Select(person => Person(problem, person))]);
        return $"{Kind(data.Source.Kind)} {data.Source.Id}" + (people.Length == 0 ? "" : $"{Towards(data.Source.Kind)}{people}");
    }

    /// <summary>The same where it opens a sentence: "Visit v12 to Mary Bell".</summary>
    public static string Opening(PreparedProblem problem, int visit)
    {
        string words = Visit(problem, visit);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Kind(VisitKind kind) => kind switch
    {
        VisitKind.Sleepover => "sleepover",
        VisitKind.WakingNight => "waking night",
        VisitKind.GroupSession => "group session",
        VisitKind.Training => "training",
        VisitKind.Meeting => "meeting",
        _ => "visit",
    };

    private static string Towards(VisitKind kind) => kind == VisitKind.Support ? " to " : " with ";
}
