namespace Rostering.Solver.Routes;

/// <summary>Shifts, lunches and what waiting, idleness, overtime and uneven work cost. Arrays are by worker.</summary>
public sealed class Workdays
{
    public required double[] ShiftStart { get; init; }

    /// <summary>Infinite where a worker has no shift: then neither overtime nor idleness is counted.</summary>
    public required double[] ShiftEnd { get; init; }

    public required bool[] WantsLunch { get; init; }
    public double LunchOpens { get; init; }

    /// <summary>Lunch starts no later.</summary>
    public double LunchCloses { get; init; }

    public double LunchMinutes { get; init; }

    /// <summary>Workers leave as late as they can for their first stop, and may leave later still; otherwise they leave when their shift starts.</summary>
    public required bool LeaveInTime { get; init; }

    public double WaitingWeight { get; init; }
    public double OvertimeWeight { get; init; }
    public double WorstIdleWeight { get; init; }
    public double MissedLunchWeight { get; init; }

    /// <summary>Weight of the distance of each worker's travel and service from the mean, rounded up.</summary>
    public double BalanceWeight { get; init; }
}
