using System.Text;

namespace Rostering.Solver.Json;

/// <summary>Where in a file the reader stands; put into words only when something is wrong there.</summary>
internal sealed class PathStack
{
    private readonly List<(string? Name, int Index)> steps = [];

    public void Enter(string name) => steps.Add((name, 0));

    public void Enter(int index) => steps.Add((null, index));

    public void Leave() => steps.RemoveAt(steps.Count - 1);

    public override string ToString()
    {
        var text = new StringBuilder("$");
        foreach (var (name, index) in steps)
        {
            _ = name switch
            {
                null => text.Append('[').Append(index).Append(']'),
                _ when name.Length > 0 && name.All(char.IsAsciiLetterOrDigit) => text.Append('.').Append(name),
                _ => text.Append("['").Append(name).Append("']"),
            };
        }

        return text.ToString();
    }
}
