using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.StaffRatio;

/// <summary>Nothing to add: <see cref="RotaEncoding"/> seats every visit with exactly its workers or with nobody, since every other rule builds on that.</summary>
public sealed class StaffRatioEncoding : RuleEncoding;
