using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.Absence;

/// <summary>No node during an absence.</summary>
public sealed class AbsenceEncoding() : PairEncoding(new AbsenceRule());
