using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Google.Protobuf;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Engine;

/// <summary>
/// One live solver process: one solve at a time, watched for its memory, killed when it will not stop. It reads
/// its input to the end and leaves when that closes, so it cannot outlive us, however we end.
/// </summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MemoryCheckInterval = TimeSpan.FromMilliseconds(200);

    private readonly Process process;
    private readonly ErrorTail errors;
    private readonly long memoryCeiling;
    private readonly TimeSpan stopGrace;
    private readonly Lock gate = new();
    private readonly Lock writing = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RunningSolve? running;
    private Exception? end;
    private string? killedBecause;
    private bool overMemory;

    private EngineProcess(Process process, EngineOptions options)
    {
        this.process = process;
        memoryCeiling = options.MemoryMegabytes * 1024L * 1024L;
        stopGrace = options.StopGrace;
        errors = new ErrorTail(process.StandardError);
        // A thread of its own: a read that waits on a pipe would otherwise hold a thread of the pool.
        new Thread(ReadFrames) { IsBackground = true, Name = $"solver {process.Id}" }.Start();
    }

    public int Id => process.Id;

    /// <summary>Whether the process can take another solve.</summary>
    public bool IsUsable
    {
        get
        {
            lock (gate)
                return end is null && killedBecause is null;
        }
    }

    /// <summary>Starts a process and waits until it is ready.</summary>
    /// <exception cref="EngineNotFoundException">The program cannot be started, or ends before it is ready.</exception>
    public static async Task<EngineProcess> StartAsync(SolverProgram program, EngineOptions options)
    {
        var started = new EngineProcess(Launch(program), options);
        try
        {
            await started.ready.Task.WaitAsync(StartLimit);
            return started;
        }
        catch (Exception exception)
        {
            await started.DisposeAsync();
            if (exception is EngineProtocolException)
                throw;
            throw new EngineNotFoundException(
                $"The solver process '{program.FileName} {string.Join(' ', program.Arguments)}' did not start: {exception.Message}",
                program.Remedy,
                exception);
        }
    }

    /// <summary>
    /// Solves; stops when <paramref name="stop"/> is cancelled or <paramref name="patience"/> has run out, by
    /// asking first and by killing the process when asking does not help.
    /// </summary>
    /// <exception cref="SolverProcessDiedException">The process died.</exception>
    public async Task<CpSolverResponse> SolveAsync(SolveRequest request, TimeSpan patience, CancellationToken stop)
    {
        var solve = new RunningSolve(request.Observer);
        Begin(solve);
        try
        {
            await using var memoryWatch = new Timer(_ => CheckMemory(), null, MemoryCheckInterval, MemoryCheckInterval);
            Send(ToSolver.Solve, request.Payload);
            await Finished(solve, patience, stop);
            if (solve.Answer.IsCompleted)
                return await solve.Answer;
            Send(ToSolver.Stop, []);
            await Finished(solve, stopGrace, CancellationToken.None);
            if (solve.Answer.IsCompleted && solve.Answer.Exception?.InnerException is not SolverProcessDiedException)
                return await solve.Answer;
            return solve.BestSoFar();
        }
        finally
        {
            Finish(solve);
        }
    }

    /// <summary>Kills the process and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill("it is no longer wanted");
        await ended.Task;
    }

    private static Process Launch(SolverProgram program)
    {
        var start = new ProcessStartInfo(program.FileName, program.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new EngineNotFoundException(
                $"The program '{program.FileName}' cannot be started: {exception.Message}.",
                program.Remedy,
                exception);
        }
    }

    private static async Task Finished(RunningSolve solve, TimeSpan patience, CancellationToken stop) =>
        await ((Task)solve.Answer).WaitAsync(patience, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void Begin(RunningSolve solve)
    {
        lock (gate)
        {
            running = solve;
            if (end is not null)
                solve.Fail(end);
        }
    }

    private void Finish(RunningSolve solve)
    {
        if (!solve.Answer.IsCompletedSuccessfully)
            Kill("its solve was given up");
        else if (WorkingSet() > memoryCeiling / 4 * 3)
            Kill("a large solve has left it swollen"); // Memory is not given back; the next solve starts afresh.
        lock (gate)
            running = null;
    }

    // Not awaited: a process that does not read must not hold up the deadline. When it is gone, the reader tells.
    private void Send(ToSolver kind, byte[] payload) => _ = Task.Run(() =>
    {
        try
        {
            lock (writing)
                Frame.Write(process.StandardInput.BaseStream, (byte)kind, payload);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            Kill("it no longer reads");
        }
    });

    private void ReadFrames()
    {
        InvalidDataException? garbage = null;
        try
        {
            HearReady(Frame.Read(process.StandardOutput.BaseStream));
            while (Frame.Read(process.StandardOutput.BaseStream) is { } frame)
                Hear(frame);
        }
        catch (InvalidDataException exception)
        {
            garbage = exception;
            Kill("it wrote what is no message");
        }
        catch (IOException)
        {
            Kill("its output could not be read");
        }
        process.WaitForExit();
        End(garbage);
    }

    private void HearReady(Frame? frame)
    {
        if (frame is not { } first)
            return;
        var said = Encoding.UTF8.GetString(first.Payload);
        if (first.Kind != (byte)FromSolver.Ready || said != Frame.Protocol)
            throw new InvalidDataException($"its first frame is of kind {first.Kind} and says '{said}', not '{Frame.Protocol}'");
        ready.TrySetResult();
    }

    private void Hear(Frame frame)
    {
        RunningSolve? solve;
        lock (gate)
            solve = running;
        if (solve is null)
            throw new InvalidDataException($"a frame of kind {frame.Kind} came when nothing was being solved");
        try
        {
            solve.Hear(frame);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new InvalidDataException($"the payload of a frame of kind {frame.Kind} is no protocol buffer", exception);
        }
    }

    private void End(InvalidDataException? garbage)
    {
        var lastErrors = errors.WaitForEnd();
        lock (gate)
        {
            end = garbage is not null
                ? new EngineProtocolException($"The solver process wrote what is no message: {garbage.Message}. {lastErrors}", garbage)
                : new SolverProcessDiedException(killedBecause ?? "it ended by itself", process.ExitCode, lastErrors, !overMemory);
            running?.Fail(end);
            ready.TrySetException(end);
        }
        process.Dispose();
        ended.TrySetResult();
    }

    private long WorkingSet()
    {
        lock (gate)
        {
            if (end is not null || process.HasExited)
                return 0;
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    private void CheckMemory()
    {
        if (WorkingSet() <= memoryCeiling)
            return;
        lock (gate)
            overMemory = true;
        Kill($"it passed its memory ceiling of {memoryCeiling / (1024 * 1024):N0} MB");
    }

    private void Kill(string because)
    {
        lock (gate)
        {
            killedBecause ??= because;
            if (end is null)
                process.Kill();
        }
    }
}
