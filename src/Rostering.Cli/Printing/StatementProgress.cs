using Rostering.Core.Finance.Statements;

namespace Rostering.Cli.Printing;

/// <summary>Shows how many statements are written: one line rewritten on a terminal, every hundredth elsewhere.</summary>
internal sealed class StatementProgress(TextWriter writer, bool live) : IProgress<WriteStatements.Progress>, IDisposable
{
    private bool shown;

    public void Report(WriteStatements.Progress value)
    {
        if (live)
        {
            writer.Write($"\r{value.Done} of {value.Of} funds".PadRight(40));
            shown = true;
        }
        else if (value.Done % 100 == 0)
        {
            writer.WriteLine($"{value.Done} of {value.Of} funds");
        }
    }

    /// <summary>Takes the line away, so that what follows starts clean.</summary>
    public void Clear()
    {
        if (shown)
            writer.Write($"\r{new string(' ', 40)}\r");
        shown = false;
    }

    public void Dispose() => Clear();
}
