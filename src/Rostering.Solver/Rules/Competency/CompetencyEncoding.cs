using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.Competency;

/// <summary>No node without every certificate valid throughout.</summary>
public sealed class CompetencyEncoding() : PairEncoding(new CompetencyRule());
