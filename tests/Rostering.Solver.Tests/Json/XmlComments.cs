using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Rostering.Solver.Tests.Json;

/// <summary>The summaries that the compiler wrote down beside an assembly, as plain sentences.</summary>
internal sealed partial class XmlComments
{
    private readonly Dictionary<string, string> summaries;

    public XmlComments(Type anyOfAssembly)
    {
        string file = Path.ChangeExtension(anyOfAssembly.Assembly.Location, ".xml");
        summaries = XDocument.Load(file).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => Plain(member.Element("summary")!), StringComparer.Ordinal);
    }

    public string? Of(Type type) => summaries.GetValueOrDefault($"T:{type.FullName}");

    public string? Of(Type type, string property) => summaries.GetValueOrDefault($"P:{type.FullName}.{property}");

    private static string Plain(XElement summary) =>
        Spaces().Replace(string.Concat(summary.Nodes().Select(Plain)), " ").Trim();

    private static string Plain(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } see => Word(see.Attribute("cref")!.Value),
        XElement element => element.Value,
        _ => node.ToString(),
    };

    /// <summary>The last part of a reference; a field by its name in the file.</summary>
    private static string Word(string reference)
    {
        string word = reference[(reference.LastIndexOfAny(['.', ':']) + 1)..];
        return reference.StartsWith("P:", StringComparison.Ordinal) ? JsonNamingPolicy.CamelCase.ConvertName(word) : word;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
