using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Records;

namespace Rostering.Core.Packages;

/// <summary>Takes a package that was tried: the person, their home, their fund as agreed and their requests become records, all or none.</summary>
public sealed class TakePackage(RosteringContext database)
{
    /// <summary>What came of it.</summary>
    /// <param name="Person">The new person's id; <c>null</c> where nothing was saved.</param>
    public sealed record Result(string? Person, SaveOutcome Outcome);

    public async Task<Result> HandleAsync(Act act, PackageRequest package, CancellationToken cancellation)
    {
        if (await new ReadRecords(database).HandleAsync(act.By.ProviderId, cancellation) is not { } known)
            return new Result(Person: null, new SaveOutcome.Refused([RecordError.NoHouse]));
        var records = await PackageRecords.OfAsync(database, act.By.ProviderId, package, known, cancellation);
        var outcome = await new SaveRecords(database).HandleAsync(act, records.Changes, cancellation);
        return new Result(outcome is SaveOutcome.Saved ? records.Person.Id.Value : null, outcome);
    }
}
