using NodaTime;
using Rostering.Core.Data;

namespace Rostering.Core.Rotas;

/// <summary>Asks for a run of the solver on a recorded problem.</summary>
public sealed class RequestSolve(RosteringContext database)
{
    public sealed record Request(long ProblemId, double Seconds, int Seed, int Threads)
    {
        public SolveFocus Focus { get; init; }

        /// <summary>Who wants a job to carry it out; nobody where whoever asks runs it at once.</summary>
        public long? ByJobFor { get; init; }
    }

    /// <summary>Records the request and gives the run's id.</summary>
    public async Task<long> HandleAsync(Request request, Instant now, CancellationToken cancellation)
    {
        SolveRun run = new()
        {
            ProblemId = request.ProblemId,
            Seconds = request.Seconds,
            Seed = request.Seed,
            Threads = request.Threads,
            Focus = request.Focus,
            ByJob = request.ByJobFor is not null,
            RequestedBy = request.ByJobFor,
            State = SolveState.Requested,
            RequestedAt = now,
        };
        database.SolveRuns.Add(run);
        await database.SaveChangesAsync(cancellation);
        return run.Id;
    }
}
