using System.Globalization;

namespace Rostering.SolverBenchmarks.Sets.NrpCurtois;

/// <summary>Reads the text format of schedulingbenchmarks.org: sections of comma-separated lines, comments after #.</summary>
public static class NrpReader
{
    /// <summary>Reads one instance.</summary>
    /// <exception cref="FormatException">A section is missing or a line names what was not declared.</exception>
    public static NrpInstance Read(string text)
    {
        Dictionary<string, List<string[]>> sections = Sections(text);
        int days = Number(Section(sections, "SECTION_HORIZON")[0][0]);
        List<string[]> shiftLines = Section(sections, "SECTION_SHIFTS");
        Dictionary<string, int> shifts = Index(shiftLines);
        List<string[]> staffLines = Section(sections, "SECTION_STAFF");
        Dictionary<string, int> people = Index(staffLines);
        ILookup<int, int> daysOff = Section(sections, "SECTION_DAYS_OFF")
            .SelectMany(line => line.Skip(1).Where(day => day.Length > 0).Select(day => (Person: Of(people, line[0]), Day: Number(day))))
            .ToLookup(off => off.Person, off => off.Day);
        return new NrpInstance(
            days,
            [.. shiftLines.Select(line => Shift(line, shifts))],
            [.. staffLines.Select((line, i) => Person(line, shifts, daysOff[i]))],
            [.. Section(sections, "SECTION_SHIFT_ON_REQUESTS").Select(line => Request(line, people, shifts))],
            [.. Section(sections, "SECTION_SHIFT_OFF_REQUESTS").Select(line => Request(line, people, shifts))],
            [.. Section(sections, "SECTION_COVER").Select(line => Cover(line, shifts))]);
    }

    private static Dictionary<string, List<string[]>> Sections(string text)
    {
        Dictionary<string, List<string[]>> sections = new(StringComparer.Ordinal);
        List<string[]> current = [];
        foreach (string line in text.Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0))
        {
            if (line.StartsWith("SECTION_", StringComparison.Ordinal))
            {
                sections[line] = current = [];
            }
            else
            {
                current.Add(line.Split(',', StringSplitOptions.TrimEntries));
            }
        }

        return sections;
    }

    private static List<string[]> Section(Dictionary<string, List<string[]>> sections, string name) => sections.TryGetValue(name, out List<string[]>? lines)
        ? lines
        : throw new FormatException($"The instance has no {name}. Give a file in the text format of schedulingbenchmarks.org.");

    private static Dictionary<string, int> Index(List<string[]> lines) =>
        lines.Select((line, i) => (Id: line[0], Index: i)).ToDictionary(entry => entry.Id, entry => entry.Index, StringComparer.Ordinal);

    private static NrpShift Shift(string[] line, Dictionary<string, int> shifts) => new(
        line[0],
        Number(line[1]),
        line.Length < 3 ? [] : [.. line[2].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(id => Of(shifts, id))]);

    private static NrpPerson Person(string[] line, Dictionary<string, int> shifts, IEnumerable<int> daysOff)
    {
        int[] most = [.. Enumerable.Repeat(int.MaxValue, shifts.Count)];
        foreach (string[] limit in line[1].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(limit => limit.Split('=')))
        {
            most[Of(shifts, limit[0])] = Number(limit[1]);
        }

        NrpLimits limits = new(Number(line[2]), Number(line[3]), Number(line[4]), Number(line[5]), Number(line[6]), Number(line[7]));
        return new NrpPerson(line[0], limits, most, daysOff.ToHashSet());
    }

    private static NrpRequest Request(string[] line, Dictionary<string, int> people, Dictionary<string, int> shifts) =>
        new(Of(people, line[0]), Number(line[1]), Of(shifts, line[2]), Number(line[3]));

    private static NrpCover Cover(string[] line, Dictionary<string, int> shifts) =>
        new(Number(line[0]), Of(shifts, line[1]), Number(line[2]), Number(line[3]), Number(line[4]));

    private static int Of(Dictionary<string, int> index, string id) => index.TryGetValue(id, out int i)
        ? i
        : throw new FormatException($"'{id}' was not declared. Declare it in SECTION_SHIFTS or SECTION_STAFF.");

    private static int Number(string text) => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);
}
