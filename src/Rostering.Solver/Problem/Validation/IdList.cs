namespace Rostering.Solver.Problem.Validation;

/// <summary>The ids of one list of the problem, which others refer to.</summary>
internal sealed class IdList<TId> where TId : struct
{
    private readonly Findings findings;
    private readonly string list;
    private readonly string noun;
    private readonly List<TId> all;
    private readonly HashSet<TId> known;
    private readonly bool complete;

    public IdList(Findings findings, string path, string noun, IEnumerable<TId> ids)
    {
        this.findings = findings;
        list = path;
        this.noun = noun;
        all = [.. ids];
        known = [.. all];

        // While an id of the list is unreadable, it may be the very one that a reference means.
        complete = !findings.IsStandIn(path) && !all.Exists(IsBlank);
    }

    /// <summary>Notes ids that are empty or given twice.</summary>
    public void CheckOwn()
    {
        var first = new Dictionary<TId, int>();
        foreach (var (index, id) in all.Index())
        {
            if (IsBlank(id))
                findings.Add($"{list}[{index}].id", id, $"A {noun} needs an id.", "Give a short text that no other has.");
            else if (!first.TryAdd(id, index))
            {
                findings.Add($"{list}[{index}].id", id,
                    $"The id belongs to {list}[{first[id]}] already.", "Give each its own id, or remove the one that is too many.");
            }
        }
    }

    /// <summary>Notes a reference to an id that the list does not hold.</summary>
    public void Require(string path, TId id)
    {
        if (complete && !known.Contains(id))
            findings.Add(path, id, $"No {noun} has this id.", $"Correct the id, or add the {noun} to {list}.");
    }

    /// <summary>Notes each unknown id of a list, and each that is there twice.</summary>
    public void RequireAll(string path, IReadOnlyList<TId> ids)
    {
        findings.Distinct(path, ids);
        for (int index = 0; index < ids.Count; index++)
            Require($"{path}[{index}]", ids[index]);
    }

    private static bool IsBlank(TId id) => string.IsNullOrWhiteSpace(id.ToString());
}
