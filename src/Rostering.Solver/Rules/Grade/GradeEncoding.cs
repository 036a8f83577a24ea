using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.Grade;

/// <summary>No node of a worker below the grade.</summary>
public sealed class GradeEncoding() : PairEncoding(new GradeRule());
