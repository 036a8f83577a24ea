using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Rostering.CpSat.Engine;

/// <summary>
/// Catches what native code prints. The library writes its log to file descriptor 1, which a solver process needs
/// for its frames: so the frames move to a copy of it, and 1 becomes a pipe that we read ourselves.
/// </summary>
internal sealed partial class LogPipe : IDisposable
{
    private const string EndMark = "\u0001end of solve";
    private readonly StreamReader lines;
    private readonly FileStream printed;
    private readonly AutoResetEvent drained = new(initialState: false);

    public LogPipe()
    {
        Frames = new FileStream(new SafeFileHandle(Check(Dup(1)), ownsHandle: true), FileAccess.Write, bufferSize: 0);
        var ends = new int[2];
        Check(Pipe(ends));
        Check(Dup2(ends[1], 1));
        printed = new FileStream(new SafeFileHandle(ends[1], ownsHandle: true), FileAccess.Write, bufferSize: 0);
        lines = new StreamReader(new FileStream(new SafeFileHandle(ends[0], ownsHandle: true), FileAccess.Read, bufferSize: 0));
    }

    /// <summary>What was standard output, now for frames alone.</summary>
    public Stream Frames { get; }

    /// <summary>Hands every line that is printed from now on to <paramref name="onLine"/>, on a thread of its own.</summary>
    public void Listen(Action<string> onLine) =>
        new Thread(() => ReadLines(onLine)) { IsBackground = true, Name = "solver log" }.Start();

    /// <summary>Returns when every line that has been printed so far has been read.</summary>
    public void Drain()
    {
        _ = Flush(0); // All of C's own buffers.
        printed.Write(System.Text.Encoding.UTF8.GetBytes($"\n{EndMark}\n"));
        drained.WaitOne();
    }

    /// <summary>Ends this process at once, whatever its native threads are doing.</summary>
    [LibraryImport("libc", EntryPoint = "_exit")]
    public static partial void Leave(int exitCode);

    /// <inheritdoc />
    public void Dispose()
    {
        Frames.Dispose();
        printed.Dispose();
        lines.Dispose();
        drained.Dispose();
    }

    private void ReadLines(Action<string> onLine)
    {
        while (lines.ReadLine() is { } line)
        {
            if (line == EndMark)
                drained.Set();
            else
                onLine(line);
        }
    }

    private static int Check(int result) =>
        result >= 0 ? result : throw new IOException($"A pipe could not be made: error {Marshal.GetLastPInvokeError()}.");

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    private static partial int Dup(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Dup2(int from, int to);

    [LibraryImport("libc", EntryPoint = "pipe", SetLastError = true)]
    private static partial int Pipe([Out] int[] ends);

    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int Flush(nint stream);
}
