using System.Collections.Immutable;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Explain.Packages;

/// <summary>A week to come that a package is tried against: what is planned of it stands as published.</summary>
/// <param name="Problem">The week, with the visits of the package among the others.</param>
/// <param name="Package">The visits of the package that fall into it.</param>
public sealed record PackageWeek(RotaProblem Problem, ImmutableHashSet<VisitId> Package);
