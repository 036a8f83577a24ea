using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.LawfulRequirement;

/// <summary>No node of a worker who does not meet a requirement.</summary>
public sealed class LawfulRequirementEncoding() : PairEncoding(new LawfulRequirementRule());
