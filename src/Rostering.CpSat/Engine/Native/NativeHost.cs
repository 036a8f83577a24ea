using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Google.Protobuf;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Engine;

/// <summary>
/// The program of a native solver process: <c>dotnet Rostering.CpSat.dll LIBRARY</c>. Frames come in on standard
/// input and go out on what was standard output; the search has a thread of its own.
/// </summary>
internal sealed class NativeHost(OrToolsLibrary library, LogPipe log)
{
    private readonly Lock writing = new();
    private volatile Wanted wanted;

    public static int Main(string[] arguments)
    {
        if (arguments is not [var libraryPath])
        {
            Console.Error.WriteLine("This is the solver process of Rostering.CpSat; its argument is the path of an OR-Tools library.");
            return 2;
        }
        // Ctrl-C reaches the whole group of processes; the parent decides what it means.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var log = new LogPipe();
        new NativeHost(new OrToolsLibrary(libraryPath), log).Run(Console.OpenStandardInput());
        LogPipe.Leave(0);
        return 0;
    }

    private void Run(Stream input)
    {
        log.Listen(HearLine);
        Write(FromSolver.Ready, Encoding.UTF8.GetBytes(Frame.Protocol));
        while (Frame.Read(input) is { } frame)
        {
            switch ((ToSolver)frame.Kind)
            {
                case ToSolver.Solve:
                    library.NewEnvironment();
                    new Thread(() => Solve(frame.Payload)) { IsBackground = true, Name = "search" }.Start();
                    break;
                case ToSolver.Stop:
                    library.Stop();
                    break;
                default:
                    throw new InvalidDataException($"Frame of unknown kind {frame.Kind}.");
            }
        }
    }

    private void Solve(byte[] payload)
    {
        var request = payload.AsSpan();
        var parametersEnd = 5 + BinaryPrimitives.ReadInt32LittleEndian(request[1..]);
        var parameters = SatParameters.Parser.ParseFrom(request[5..parametersEnd]);
        wanted = (Wanted)payload[0];
        parameters.LogSearchProgress |= wanted != Wanted.None;
        parameters.LogToStdout = parameters.LogSearchProgress;
        var response = library.Solve(request[parametersEnd..], parameters.ToByteArray());
        log.Drain();
        Write(FromSolver.Answer, response);
    }

    private void HearLine(string line)
    {
        if (wanted.HasFlag(Wanted.Log))
            Write(FromSolver.Log, Encoding.UTF8.GetBytes(line));
        if (wanted.HasFlag(Wanted.Solutions) && SearchLog.Solution(line) is { } solution)
            Write(FromSolver.Solution, ResponseOf(solution).ToByteArray());
        if (wanted.HasFlag(Wanted.Bounds) && SearchLog.Bound(line) is { } bound)
            Write(FromSolver.Bound, BitConverter.GetBytes(bound));
    }

    private static CpSolverResponse ResponseOf(SolutionFound solution) => new()
    {
        Status = CpSolverStatus.Feasible,
        ObjectiveValue = solution.Objective,
        BestObjectiveBound = solution.Bound,
        WallTime = solution.WallTimeSeconds,
    };

    private void Write(FromSolver kind, ReadOnlySpan<byte> payload)
    {
        lock (writing)
            Frame.Write(log.Frames, (byte)kind, payload);
    }
}
