using System.Collections.Immutable;
using System.Globalization;

namespace Rostering.SolverBenchmarks.Sets.Hhcrsp;

/// <summary>The text format of Mankowska, Meisel and Bierwirth: a keyword on a line of its own, then its numbers.</summary>
internal static class MankowskaReader
{
    public static HhcrspInstance Read(string name, string text)
    {
        Dictionary<string, double[]> sections = Sections(text);
        int nodes = (int)sections["nbNodes"][0];
        int workers = (int)sections["nbVehi"][0];
        int services = (int)sections["nbServi"][0];
        ImmutableArray<HhcrspVisit> visits = [.. Enumerable.Range(1, nodes - 2).Select(node => Visit(sections, node, workers, services))];
        ImmutableArray<ImmutableArray<double>> travel =
        [
            .. Enumerable.Range(0, nodes - 1).Select(from => Enumerable.Range(0, nodes - 1).Select(to => sections["d"][(from * nodes) + to]).ToImmutableArray()),
        ];
        return new HhcrspInstance(name, visits, [.. Enumerable.Range(0, workers).Select(worker => Worker(sections, worker, services))], travel);
    }

    private static HhcrspVisit Visit(Dictionary<string, double[]> sections, int node, int workers, int services)
    {
        ImmutableArray<HhcrspService> needed =
        [
            .. Enumerable.Range(0, services)
                .Where(service => sections["r"][(node * services) + service] > 0)
                .Select(service => new HhcrspService(SkillName(service), sections["p"][(node * workers * services) + service])),
        ];
        return needed.Length is 1 or 2
            ? new HhcrspVisit($"p{node}", sections["e"][node], sections["l"][node], needed, sections["mind"][node], sections["maxd"][node])
            : throw new FormatException($"Patient {node} needs {needed.Length} services; 1 or 2 can be planned.");
    }

    private static HhcrspWorker Worker(Dictionary<string, double[]> sections, int worker, int services) => new(
        $"c{worker + 1}", [.. Enumerable.Range(0, services).Where(service => sections["a"][(worker * services) + service] > 0).Select(SkillName)]);

    private static string SkillName(int service) => $"s{service + 1}";

    private static Dictionary<string, double[]> Sections(string text)
    {
        Dictionary<string, List<double>> sections = new(StringComparer.Ordinal);
        List<double> current = [];
        foreach (string word in text.Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            {
                current.Add(number);
            }
            else
            {
                sections[word] = current = [];
            }
        }

        return sections.ToDictionary(section => section.Key, section => section.Value.ToArray(), StringComparer.Ordinal);
    }
}
