using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.Exclusion;

/// <summary>No node that brings the two together.</summary>
public sealed class ExclusionEncoding() : PairEncoding(new ExclusionRule());
