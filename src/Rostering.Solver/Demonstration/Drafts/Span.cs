namespace Rostering.Solver.Demonstration.Drafts;

/// <summary>From a minute of the week to just before another.</summary>
internal readonly record struct Span(int From, int To)
{
    public bool Holds(int from, int to) => From <= from && to <= To;
}
