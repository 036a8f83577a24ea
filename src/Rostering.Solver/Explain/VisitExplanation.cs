using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Explain;

/// <summary>Why a visit has the workers it has, or nobody.</summary>
/// <param name="Headline">The visit and who makes it, or that nobody does, in a sentence.</param>
/// <param name="Summary">The same, and for a visit nobody can make what keeps the nearest workers away: what a family can be told.</param>
/// <param name="Chosen">Each worker of the visit with the reasons that speak for them.</param>
/// <param name="Alternatives">Who else could come without breaking a rule, best first, and what that would cost.</param>
/// <param name="Refusals">Who could not, nearest first, and by which rules.</param>
public sealed record VisitExplanation(
    VisitId Visit, bool Covered, string Headline, string Summary, ImmutableArray<ChosenWorker> Chosen, ImmutableArray<Alternative> Alternatives, ImmutableArray<Refusal> Refusals);

/// <summary>A worker of a visit and why.</summary>
public sealed record ChosenWorker(WorkerId Worker, string Name, ImmutableArray<string> Reasons);

/// <summary>A worker who could come instead, or to a gap.</summary>
/// <param name="Change">What the score would change by.</param>
/// <param name="Differences">The terms that would change, largest first, in words.</param>
public sealed record Alternative(WorkerId Worker, string Name, RotaScore Change, ImmutableArray<string> Differences);

/// <summary>A worker who could not come.</summary>
/// <param name="Rules">Keys of the rules that stand in the way: every one of them would have to give.</param>
/// <param name="Reasons">The same in words, with the numbers.</param>
/// <param name="TeamMember">Belongs to the visit's team; the others come last, whatever else they could do.</param>
public sealed record Refusal(WorkerId Worker, string Name, ImmutableArray<string> Rules, ImmutableArray<string> Reasons, bool TeamMember);
