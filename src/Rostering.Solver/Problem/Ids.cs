namespace Rostering.Solver.Problem;

/// <summary>Identifies a person supported.</summary>
public readonly record struct PersonId(string Value) { public override string ToString() => Value; }

/// <summary>Identifies an individual service fund.</summary>
public readonly record struct FundId(string Value) { public override string ToString() => Value; }

/// <summary>Identifies a council that awards funds.</summary>
public readonly record struct CouncilId(string Value) { public override string ToString() => Value; }

/// <summary>Identifies a service team.</summary>
public readonly record struct TeamId(string Value) { public override string ToString() => Value; }

/// <summary>Identifies a place where support happens or a worker lives.</summary>
public readonly record struct PlaceId(string Value) { public override string ToString() => Value; }

/// <summary>Identifies a support worker.</summary>
public readonly record struct WorkerId(string Value) { public override string ToString() => Value; }

/// <summary>Identifies a visit.</summary>
public readonly record struct VisitId(string Value) { public override string ToString() => Value; }

/// <summary>Names a competency, such as <c>medication</c> or <c>moving-and-handling</c>.</summary>
public readonly record struct Competency(string Value) { public override string ToString() => Value; }
