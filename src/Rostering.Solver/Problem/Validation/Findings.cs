using System.Collections.Immutable;

namespace Rostering.Solver.Problem.Validation;

/// <summary>
/// The faults found so far. A file with faults of form is validated all the same, with stand-ins for what could not be read; a fault
/// that rests on a stand-in may be none, so it is not noted.
/// </summary>
internal sealed class Findings
{
    private readonly List<ProblemError> errors = [];
    private readonly HashSet<string> faulty = [];
    private readonly HashSet<string> standIns = [];
    private readonly HashSet<string> aboveStandIns = [];

    public Findings() { }

    /// <summary>Faults of form, and the paths of their stand-ins.</summary>
    public Findings(IEnumerable<ProblemError> errorsOfForm, IEnumerable<string> standInPaths)
    {
        errors.AddRange(errorsOfForm);
        standIns.UnionWith(standInPaths);
        aboveStandIns.UnionWith(standIns.SelectMany(SelfAndAbove));
        faulty.UnionWith(errors.Select(error => error.Path));
    }

    public ImmutableArray<ProblemError> Errors => [.. errors];

    /// <summary>
    /// Notes a fault, unless its place holds a stand-in, or one of the places it <paramref name="restsOn"/> is at fault already: one slip
    /// gives one error.
    /// </summary>
    public void Add(string path, object? value, string message, string remedy, params ReadOnlySpan<string> restsOn)
    {
        if (IsUncertain(path))
            return;
        foreach (string other in restsOn)
        {
            if (faulty.Contains(other) || IsUncertain(other))
                return;
        }

        faulty.Add(path);
        errors.Add(new ProblemError(path, AsText(value), message, remedy));
    }

    /// <summary>True when the place was stood in for, lies in something that was, or holds something that was.</summary>
    public bool IsUncertain(string path) =>
        standIns.Count > 0 && (aboveStandIns.Contains(path) || SelfAndAbove(path).Any(standIns.Contains));

    /// <summary>True when the whole value at the path is a stand-in.</summary>
    public bool IsStandIn(string path) => standIns.Contains(path);

    /// <summary>The path and every path that leads to it.</summary>
    private static IEnumerable<string> SelfAndAbove(string path)
    {
        yield return path;
        for (int end = path.Length - 1; end > 0; end--)
        {
            if (path[end] is '.' or '[')
                yield return path[..end];
        }
    }

    private static string AsText(object? value) => value?.ToString() switch
    {
        null => "(missing)",
        "" => "\"\"",
        var text => text,
    };
}
