namespace Rostering.CpSat.Engine;

/// <summary>The last lines that a process wrote to its error output.</summary>
internal sealed class ErrorTail
{
    private const int Lines = 12;
    private const int LineLength = 300;

    private readonly Queue<string> lines = new();
    private readonly Thread reader;

    public ErrorTail(StreamReader errors)
    {
        reader = new Thread(() => ReadAll(errors)) { IsBackground = true, Name = "solver errors" };
        reader.Start();
    }

    /// <summary>The lines, once the output has ended.</summary>
    public string WaitForEnd()
    {
        reader.Join();
        return string.Join(Environment.NewLine, lines);
    }

    private void ReadAll(StreamReader errors)
    {
        while (errors.ReadLine() is { } line)
        {
            lines.Enqueue(line.Length > LineLength ? line[..LineLength] : line);
            if (lines.Count > Lines)
                lines.Dequeue();
        }
    }
}
