using System.Collections.Immutable;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Records;
using Rostering.Solver.Explain.Packages;

namespace Rostering.Core.Packages;

/// <summary>Tries a new person's request against the weeks to come, as they are planned. Nothing is saved.</summary>
public sealed class TryPackage(RosteringContext database)
{
    public const int WeeksMax = 26;

    // Whoever is on the telephone waits no longer; the answer then says how far it was tried.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The package, and how many weeks from its first to try.</summary>
    public sealed record Request(PackageRequest Package, int Weeks);

    /// <summary>What came of it.</summary>
    public abstract record Result
    {
        private Result()
        {
        }

        public sealed record Answered(PackageAnswer Answer) : Result;

        /// <summary>The request cannot be made a record of, for every reason that is named.</summary>
        public sealed record Refused(ImmutableArray<RecordError> Errors) : Result;
    }

    public async Task<Result> HandleAsync(Act act, Request request, CancellationToken cancellation)
    {
        long provider = act.By.ProviderId;
        if (await new ReadRecords(database).HandleAsync(provider, cancellation) is not { } known)
            return new Result.Refused([RecordError.NoHouse]);
        var package = await PackageRecords.OfAsync(database, provider, request.Package, known, cancellation);
        var errors = await new SaveRecords(database).TryAsync(act, package.Changes, cancellation);
        if (!errors.IsEmpty)
            return new Result.Refused(errors);

        var weeks = await new PlannedWeeks(database).HandleAsync(act, package.Beside(known), package, Math.Clamp(request.Weeks, 1, WeeksMax), cancellation);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        return new Result.Answered(await Task.Run(() => PackageTrial.Of(weeks, patience.Token), cancellation));
    }
}
