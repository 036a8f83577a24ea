using System.Globalization;
using System.Text;

namespace Rostering.SolverBenchmarks.Sets;

/// <summary>Reads two columns of a small CSV file: a name and a number. Rows without a number are left out; where a column is missing there are none.</summary>
internal static class CsvColumns
{
    public static IReadOnlyDictionary<string, double> Numbers(string[] lines, string nameColumn, string numberColumn)
    {
        string[] header = [.. Fields(lines[0])];
        int name = Array.IndexOf(header, nameColumn);
        int number = Array.IndexOf(header, numberColumn);
        if (name < 0 || number < 0)
        {
            return new Dictionary<string, double>(StringComparer.Ordinal);
        }

        Dictionary<string, double> numbers = new(StringComparer.Ordinal);
        foreach (string[] fields in lines.Skip(1).Select(line => Fields(line).ToArray()).Where(fields => fields.Length > Math.Max(name, number)))
        {
            if (double.TryParse(fields[number], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                numbers[fields[name]] = value;
            }
        }

        return numbers;
    }

    private static IEnumerable<string> Fields(string line)
    {
        StringBuilder field = new();
        bool quoted = false;
        foreach (char c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                yield return field.ToString();
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        yield return field.ToString();
    }
}
