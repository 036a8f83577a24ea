using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Explain;

/// <summary>A worker weighed for a gap: whether the rules allow it, what it would mean to the person and to the worker, and what it costs.</summary>
public sealed record CoverCandidate
{
    public required WorkerId Worker { get; init; }
    public required string Name { get; init; }

    /// <summary>The hard rules in the way, in words with their numbers; empty for a worker who may come.</summary>
    public required ImmutableArray<BrokenRule> Blocks { get; init; }

    /// <summary>What the score would change by.</summary>
    public required RotaScore Change { get; init; }

    /// <summary>The objectives that would change, largest first, in words.</summary>
    public required ImmutableArray<string> Differences { get; init; }

    /// <summary>What the visit would cost with this worker, journey and wait included, in thousandths of a penny; 0 where the worker is of another team.</summary>
    public required long Charged { get; init; }

    /// <summary>How each person supported sees it.</summary>
    public required ImmutableArray<PersonsView> People { get; init; }

    /// <summary>What speaks for the worker, and what it asks of them, in words.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>Requests for cover put to the worker in the last four weeks.</summary>
    public required int RecentAsks { get; init; }

    /// <summary>True when no hard rule stands in the way.</summary>
    public bool MayCome => Blocks.IsEmpty;
}

/// <summary>A hard rule that a worker's coming would break.</summary>
/// <param name="Rule">The rule's key.</param>
/// <param name="Sentence">What is wrong, with the numbers: "Ann has 9 h 40 of rest before Mon 07:00, needs 11 h."</param>
public sealed record BrokenRule(string Rule, string Sentence);

/// <summary>What a worker's coming means to a person.</summary>
/// <param name="Welcome">Chosen, accepted, known or a stranger.</param>
/// <param name="Faces">Different workers in the person's week, this one among them.</param>
/// <param name="FacesWanted">As many as the person wants at most.</param>
/// <param name="Sentence">"Knows Mary Bell from 12 visits."</param>
public sealed record PersonsView(PersonId Person, string Name, Welcome Welcome, int Faces, int FacesWanted, string Sentence);
