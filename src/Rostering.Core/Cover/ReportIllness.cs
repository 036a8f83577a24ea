using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Core.Records;
using Rostering.Solver.Problem;

namespace Rostering.Core.Cover;

/// <summary>A worker rings in ill: the absence goes to their record, and the visits that lose them become gaps.</summary>
public sealed class ReportIllness(RosteringContext database, LedgerConnections ledger)
{
    private const int DaysMax = 28;

    public sealed record Request(string Worker, LocalDateTime From, LocalDateTime Until);

    /// <summary>What came of it.</summary>
    /// <param name="Refusal">Why it was not recorded; <c>null</c> where it was.</param>
    public sealed record Result(string? Refusal, IReadOnlyList<Gap> Gaps);

    public async Task<Result> HandleAsync(Act act, Request request, CancellationToken cancellation)
    {
        if (request.Until <= request.From || request.Until > request.From.PlusDays(DaysMax))
            return new Result($"The illness would end {LocalClock.Day(request.Until)}, and begins {LocalClock.Day(request.From)}; give an end after the beginning, at most {DaysMax} days later.", []);
        if (await new ReadRecords(database).CurrentAsync(act.By.ProviderId, RecordKind.Worker, request.Worker, cancellation) is not { Content: { } content } version)
            return new Result($"There is no worker '{request.Worker}'; choose one from the list.", []);
        var worker = (WorkerRecord)RecordContent.Read(RecordKind.Worker, content);
        Absence absence = new() { Kind = AbsenceKind.Sickness, Time = new LocalInterval(request.From, request.Until) };
        var saved = await new SaveRecords(database).HandleAsync(act, [RecordChange.To(worker with { Absences = worker.Absences.Add(absence) }, version.Version)], cancellation);
        return saved switch
        {
            SaveOutcome.Refused refused => new Result(string.Join(' ', refused.Errors), []),
            SaveOutcome.Conflict => new Result($"Somebody else changed {worker.Name}'s record at the same moment; send it again.", []),
            _ => new Result(null, await new OpenGaps(ledger, database).HandleAsync(act, cancellation)),
        };
    }
}
