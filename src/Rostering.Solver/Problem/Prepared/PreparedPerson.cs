using System.Collections.Immutable;

namespace Rostering.Solver.Problem.Prepared;

/// <summary>How welcome a worker is to a person, best first.</summary>
public enum Welcome : byte { Chosen, Accepted, Known, Stranger }

/// <summary>A person supported as indices.</summary>
public sealed record PreparedPerson
{
    public required int Index { get; init; }
    public required Person Source { get; init; }

    /// <summary>For each worker, how welcome.</summary>
    public required ImmutableArray<Welcome> Welcome { get; init; }

    /// <summary>For each worker, whether known: chosen, key worker, or enough visits so far.</summary>
    public required ImmutableArray<bool> Known { get; init; }

    /// <summary>For each worker, the minute from which the person does not want them; <see cref="int.MaxValue"/> where they never said so.</summary>
    public required ImmutableArray<int> ExcludedFrom { get; init; }

    /// <summary>For each worker, whether the worker has asked not to support this person.</summary>
    public required ImmutableArray<bool> OptedOut { get; init; }

    /// <summary>For each worker, how many of the person's lawful requirements the worker does not meet.</summary>
    public required ImmutableArray<int> RequirementsUnmet { get; init; }

    /// <summary>People with whom a shared session would not work, by index, whichever of the two it was recorded with.</summary>
    public required ImmutableArray<int> IncompatibleWith { get; init; }

    /// <summary>For each worker, whether the worker shares none of the interests the person named; false where the person named none.</summary>
    public required ImmutableArray<bool> SharesNoInterest { get; init; }

    /// <summary>Workers known before this week.</summary>
    public required int KnownWorkers { get; init; }

    /// <summary>Visits of the week, by index.</summary>
    public required ImmutableArray<int> Visits { get; init; }
}

/// <summary>A fund as indices, with its limits in the solver's units.</summary>
/// <param name="MilliPencePermilleMax">Money this week may commit, approved deficit included: pence × 1,000 × 1,000, so that shares in thousandths stay exact.</param>
/// <param name="MinutesPermilleMax">Minutes this week may commit × 1,000; <see cref="long.MaxValue"/> where only money limits.</param>
public sealed record PreparedFund(int Index, Fund Source, long MilliPencePermilleMax, long MinutesPermilleMax);
