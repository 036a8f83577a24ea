using Rostering.Solver.Search;

namespace Rostering.Cli.Printing;

/// <summary>Shows where a search or a load stands: one line rewritten on a terminal, a line every few seconds elsewhere.</summary>
internal sealed class ProgressLine(TextWriter writer, bool live) : IDisposable
{
    private const double SecondsBetweenLines = 5;
    private readonly Lock gate = new();
    private double lastLine = double.MinValue;
    private bool shown;

    public void Report(SolveProgress progress) => Report(progress.ElapsedSeconds, Text(progress));

    /// <summary>Shows what any other work has come to after so many seconds.</summary>
    public void Report(double elapsedSeconds, string text)
    {
        lock (gate)
        {
            if (live)
            {
                writer.Write($"\r{text.PadRight(79)}");
                shown = true;
            }
            else if (elapsedSeconds - lastLine >= SecondsBetweenLines)
            {
                lastLine = elapsedSeconds;
                writer.WriteLine(text);
            }
        }
    }

    /// <summary>Takes the line away, so that what follows starts clean.</summary>
    public void Clear()
    {
        lock (gate)
        {
            if (shown)
            {
                writer.Write($"\r{new string(' ', 79)}\r");
                shown = false;
            }
        }
    }

    public void Dispose() => Clear();

    private static string Text(SolveProgress p)
    {
        string bound = p.Bound is { } b ? Pounds(b.Soft) : "none";
        string gap = p.Gap is { } g ? $"{g:P1}" : "-";
        return $"{p.ElapsedSeconds,5:0.0} s  {p.Phase,-12} best {Pounds(p.Best.Soft)}  bound {bound}  gap {gap}  uncovered {p.Uncovered}";
    }

    private static string Pounds(long points) => $"£{points / 100_000m:0}";
}
