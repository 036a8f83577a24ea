using System.Buffers.Binary;
using Google.Protobuf;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Engine;

/// <summary>One solve as a solver process is asked for it.</summary>
internal sealed record SolveRequest
{
    private const int MaximumBytes = 512 * 1024 * 1024;
    private const int PreambleLength = 5;

    private SolveRequest(byte[] payload, int modelBytes, TimeSpan timeLimit, SolveObserver observer)
    {
        Payload = payload;
        ModelBytes = modelBytes;
        TimeLimit = timeLimit;
        Observer = observer;
    }

    /// <summary>The payload of <see cref="ToSolver.Solve"/>.</summary>
    public byte[] Payload { get; }

    public int ModelBytes { get; }

    /// <summary>The time that the caller gave the solver; infinite where the parameters say nothing.</summary>
    public TimeSpan TimeLimit { get; }

    public SolveObserver Observer { get; }

    /// <summary>Adapts the parameters to the engine and writes both down, model and parameters.</summary>
    /// <exception cref="ModelRejectedException">
    /// The model is larger than a solver process takes, or the parameters ask for what would abort it.
    /// </exception>
    public static SolveRequest Create(CpModelProto model, SatParameters parameters, SolveObserver? observer, EngineKind kind)
    {
        var modelBytes = model.CalculateSize();
        if (modelBytes > MaximumBytes)
        {
            throw new ModelRejectedException(
                $"it has {modelBytes:N0} bytes and an engine takes {MaximumBytes:N0}; split it into parts that share no variable.");
        }
        if (parameters.InterleaveSearch && kind == EngineKind.WebAssembly)
        {
            throw new ModelRejectedException(
                "the parameter interleave_search is true, and the WebAssembly build aborts on it; leave it false.");
        }
        var adapted = Adapt(parameters, observer, kind);
        var payload = new byte[PreambleLength + adapted.CalculateSize() + modelBytes];
        payload[0] = (byte)WhatToTell(observer, kind);
        BinaryPrimitives.WriteInt32LittleEndian(payload.AsSpan(1), payload.Length - PreambleLength - modelBytes);
        adapted.WriteTo(payload.AsSpan(PreambleLength, payload.Length - PreambleLength - modelBytes));
        model.WriteTo(payload.AsSpan(payload.Length - modelBytes));
        return new SolveRequest(payload, modelBytes, TimeLimitOf(parameters), observer ?? new SolveObserver());
    }

    private static SatParameters Adapt(SatParameters parameters, SolveObserver? observer, EngineKind kind)
    {
        var adapted = parameters.Clone();
        adapted.CatchSigintSignal = false; // Ctrl-C is for us to hear; we then tell the solver to stop.
        adapted.LogToStdout = false; // The frames own stdout; the log comes as frames.
        adapted.LogSearchProgress |= observer?.OnLog is not null;
        if (kind == EngineKind.WebAssembly)
            adapted.NumWorkers = 1; // The build has one search thread; its multi-threaded path brings nothing.
        return adapted;
    }

    // Where solutions come with their values they are always wanted: the last is the answer should the process be killed.
    private static Wanted WhatToTell(SolveObserver? observer, EngineKind kind) =>
        (kind == EngineKind.WebAssembly || observer?.OnSolution is not null ? Wanted.Solutions : Wanted.None)
        | (observer?.OnBound is not null ? Wanted.Bounds : Wanted.None)
        | (observer?.OnLog is not null ? Wanted.Log : Wanted.None);

    private static TimeSpan TimeLimitOf(SatParameters parameters) =>
        parameters.HasMaxTimeInSeconds && parameters.MaxTimeInSeconds < TimeSpan.FromDays(30).TotalSeconds
            ? TimeSpan.FromSeconds(Math.Max(0, parameters.MaxTimeInSeconds))
            : Timeout.InfiniteTimeSpan;
}
