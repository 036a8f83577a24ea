using System.Buffers.Binary;
using System.Text;
using Google.Protobuf;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Engine;

/// <summary>A solve that a process is at: hears its frames, tells the observer, keeps the best, and ends in an answer.</summary>
internal sealed class RunningSolve(SolveObserver observer)
{
    private readonly TaskCompletionSource<CpSolverResponse> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile CpSolverResponse? best;

    public Task<CpSolverResponse> Answer => answer.Task;

    /// <summary>What to answer in the place of a process that will not: the last solution it had streamed, if any.</summary>
    public CpSolverResponse BestSoFar()
    {
        if (best is not { Solution.Count: > 0 } streamed)
            return new CpSolverResponse { SolutionInfo = "The solver did not stop when told, and had no solution until then." };
        var response = streamed.Clone();
        response.Status = CpSolverStatus.Feasible;
        response.SolutionInfo = "The solver did not stop when told; this is the last solution that it had streamed.";
        return response;
    }

    public void Fail(Exception exception) => answer.TrySetException(exception);

    /// <summary>Takes in one frame of the process's.</summary>
    /// <exception cref="InvalidDataException">The frame is none that a running solve sends.</exception>
    /// <exception cref="InvalidProtocolBufferException">The frame's payload is no protocol buffer.</exception>
    public void Hear(Frame frame)
    {
        switch ((FromSolver)frame.Kind)
        {
            case FromSolver.Solution:
                HearSolution(CpSolverResponse.Parser.ParseFrom(frame.Payload));
                break;
            case FromSolver.Bound when frame.Payload.Length == sizeof(double):
                Tell(observer.OnBound, BinaryPrimitives.ReadDoubleLittleEndian(frame.Payload));
                break;
            case FromSolver.Log:
                Tell(observer.OnLog, Encoding.UTF8.GetString(frame.Payload));
                break;
            case FromSolver.Answer:
                answer.TrySetResult(CpSolverResponse.Parser.ParseFrom(frame.Payload));
                break;
            default:
                throw new InvalidDataException($"a frame of kind {frame.Kind} with {frame.Payload.Length:N0} bytes is none of a running solve");
        }
    }

    private void HearSolution(CpSolverResponse solution)
    {
        best = solution;
        Tell(
            observer.OnSolution,
            new SolutionFound(solution.ObjectiveValue, solution.BestObjectiveBound, solution.WallTime, solution.Solution));
    }

    private void Tell<T>(Action<T>? handler, T what)
    {
        try
        {
            handler?.Invoke(what);
        }
        catch (Exception exception)
        {
            Fail(exception); // The caller's own exception, back to the caller.
        }
    }
}
