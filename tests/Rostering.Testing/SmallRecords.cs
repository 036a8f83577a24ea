using NodaTime;
using Rostering.Core.Records;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem;

namespace Rostering.Testing;

/// <summary>A provider's records, made from a week of a test's own.</summary>
public static class SmallRecords
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 12, 9, 30);

    /// <summary>Records what the week is made of, and gives the provider's id.</summary>
    public static async Task<long> RecordAllAsync(this RotaDatabase database, RotaProblem week)
    {
        await using var context = database.Open();
        DemonstrationWeek all = new() { Problem = week, Planned = new Solver.Rota.WeeklyRota { Format = 1, Assignments = [] }, Uncoverable = [] };
        return await new LoadDemonstrationRecords(context).HandleAsync(all, Now, CancellationToken.None);
    }
}
