using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.TeamMembership;

/// <summary>No node in a team the worker does not belong to.</summary>
public sealed class TeamMembershipEncoding() : PairEncoding(new TeamMembershipRule());
