using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.Availability;

/// <summary>No node that leaves the declared availability.</summary>
public sealed class AvailabilityEncoding() : PairEncoding(new AvailabilityRule());
