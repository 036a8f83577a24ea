using System.Globalization;
using System.Text.RegularExpressions;

namespace Rostering.SolverBenchmarks.Sets.Inrc1;

/// <summary>Reads the text form of the competition's instances: sections between lines of slashes, entries ended by semicolons.</summary>
public static partial class InrcReader
{
    private const int FirstLimit = 3;

    /// <summary>Reads one instance.</summary>
    /// <exception cref="FormatException">A section is missing or an entry names what was not declared.</exception>
    public static InrcInstance Read(string text)
    {
        Dictionary<string, List<string>> sections = Sections(text);
        string[] period = Fields(Section(sections, "SCHEDULING_PERIOD")[0]);
        DateOnly first = Date(period[1]);
        int days = Date(period[2]).DayNumber - first.DayNumber + 1;
        string[][] shiftLines = [.. Section(sections, "SHIFT_TYPES").Select(Fields)];
        Dictionary<string, int> shifts = shiftLines.Select((line, i) => (line[0], i)).ToDictionary(StringComparer.Ordinal);
        Dictionary<string, InrcContract> contracts = Section(sections, "CONTRACTS").Select(Contract).ToDictionary(StringComparer.Ordinal);
        string[][] people = [.. Section(sections, "EMPLOYEES").Select(Fields)];
        Dictionary<string, int> index = people.Select((line, i) => (line[0], i)).ToDictionary(StringComparer.Ordinal);
        return new InrcInstance(
            first.DayOfWeek,
            days,
            [.. shiftLines.Select(line => new InrcShift(line[0], string.CompareOrdinal(line[2], line[3]) > 0, line[5].Split(' ', StringSplitOptions.RemoveEmptyEntries)))],
            [.. Section(sections, "PATTERNS").Select(line => Pattern(line, shifts))],
            [.. people.Select(line => new InrcPerson(line[0], Of(contracts, line[2]), line[4].Split(' ').ToHashSet(StringComparer.Ordinal)))],
            Demand(sections, first, days, shifts),
            [.. Requests(sections, first, index, shifts)]);
    }

    private static Dictionary<string, List<string>> Sections(string text)
    {
        Dictionary<string, List<string>> sections = new(StringComparer.Ordinal);
        List<string> current = [];
        foreach (string line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)))
        {
            Match title = Title().Match(line);
            if (title.Success)
            {
                sections[title.Groups["name"].Value] = current = [];
            }
            else
            {
                current.Add(line.TrimEnd(';'));
            }
        }

        return sections;
    }

    private static (string Id, InrcContract Contract) Contract(string line)
    {
        string[] fields = Fields(line);
        InrcLimit Limit(int i) => Limited(fields[FirstLimit + i]);
        int Weight(int i) => Limited(fields[FirstLimit + 10 + i]).Weight;
        return (fields[0], new InrcContract
        {
            MaxAssignments = Limit(0),
            MinAssignments = Limit(1),
            MaxWorkRun = Limit(2),
            MinWorkRun = Limit(3),
            MaxOffRun = Limit(4),
            MinOffRun = Limit(5),
            MaxWeekendRun = Limit(6),
            MinWeekendRun = Limit(7),
            MaxWeekends = Limit(8),
            Weekend = [.. WeekdayName().Matches(fields[FirstLimit + 9]).Select(name => Enum.Parse<DayOfWeek>(name.Value))],
            CompleteWeekends = Weight(0),
            IdenticalShifts = Weight(1),
            NoNightBeforeFreeWeekend = Weight(2),
            TwoFreeDaysAfterNight = Weight(3),
            AlternativeSkill = Weight(4),
            Unwanted = fields.Length < FirstLimit + 17 ? [] : [.. fields[FirstLimit + 16].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)],
        });
    }

    // (1|weight|value), or (1|weight); the first number is 0 where the rule is switched off.
    private static InrcLimit Limited(string field)
    {
        int[] numbers = [.. field.Trim('(', ')').Split('|').Select(Number)];
        return new InrcLimit(numbers[0] == 0 ? 0 : numbers[1], numbers.Length > 2 ? numbers[2] : 0);
    }

    private static InrcPattern Pattern(string line, Dictionary<string, int> shifts)
    {
        string[] fields = Fields(line);
        return new InrcPattern(Number(fields[1]), [.. PatternDay().Matches(fields[2]).Select(day => Day(day.Groups["shift"].Value, day.Groups["day"].Value, shifts))]);
    }

    private static InrcPatternDay Day(string shift, string weekday, Dictionary<string, int> shifts) => new(
        shift switch { "Any" => null, "None" => -1, _ => Of(shifts, shift) },
        weekday == "Any" ? null : Enum.Parse<DayOfWeek>(weekday));

    private static int[][] Demand(Dictionary<string, List<string>> sections, DateOnly first, int days, Dictionary<string, int> shifts)
    {
        int[][] demand = [.. Enumerable.Range(0, days).Select(_ => new int[shifts.Count])];
        foreach (string[] line in Section(sections, "DAY_OF_WEEK_COVER").Select(Fields))
        {
            DayOfWeek weekday = Enum.Parse<DayOfWeek>(line[0]);
            for (int day = 0; day < days; day++)
            {
                demand[day][Of(shifts, line[1])] = first.AddDays(day).DayOfWeek == weekday ? Number(line[2]) : demand[day][Of(shifts, line[1])];
            }
        }

        foreach (string[] line in Section(sections, "DATE_SPECIFIC_COVER").Select(Fields))
        {
            demand[Date(line[0]).DayNumber - first.DayNumber][Of(shifts, line[1])] = Number(line[2]);
        }

        return demand;
    }

    private static IEnumerable<InrcRequest> Requests(Dictionary<string, List<string>> sections, DateOnly first, Dictionary<string, int> people, Dictionary<string, int> shifts)
    {
        foreach ((string name, bool on, bool ofShift) in ((string, bool, bool)[])[("DAY_OFF_REQUESTS", false, false), ("DAY_ON_REQUESTS", true, false), ("SHIFT_OFF_REQUESTS", false, true), ("SHIFT_ON_REQUESTS", true, true)])
        {
            foreach (string[] line in Section(sections, name).Select(Fields))
            {
                yield return new InrcRequest(Of(people, line[0]), Date(line[1]).DayNumber - first.DayNumber, ofShift ? Of(shifts, line[2]) : null, on, Number(line[^1]));
            }
        }
    }

    private static List<string> Section(Dictionary<string, List<string>> sections, string name) => sections.TryGetValue(name, out List<string>? lines)
        ? lines
        : throw new FormatException($"The instance has no section {name}. Give a file in the text form of the nurse rostering competition of 2010.");

    private static T Of<T>(Dictionary<string, T> index, string id) => index.TryGetValue(id, out T? found)
        ? found
        : throw new FormatException($"'{id}' was not declared. Declare it in SHIFT_TYPES, CONTRACTS or EMPLOYEES.");

    private static string[] Fields(string line) => line.Split(',', StringSplitOptions.TrimEntries);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);

    private static Dictionary<string, T> ToDictionary<T>(this IEnumerable<(string Id, T Value)> entries, StringComparer comparer) =>
        entries.ToDictionary(entry => entry.Id, entry => entry.Value, comparer);

    [GeneratedRegex(@"^(?<name>[A-Z_]+)( *=)? *[0-9]* *;$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();

    [GeneratedRegex("(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WeekdayName();

    [GeneratedRegex(@"\((?<shift>[^|]+)\|(?<day>[^)]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PatternDay();
}
