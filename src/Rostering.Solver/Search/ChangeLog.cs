using Rostering.Solver.Rota;

namespace Rostering.Solver.Search;

/// <summary>Remembers what a move changed, so that it can be taken back.</summary>
internal sealed class ChangeLog(Evaluator evaluator)
{
    private readonly Stack<(int Visit, int Start, int[] Workers)> changes = [];

    public Evaluator Evaluator { get; } = evaluator;

    public Schedule Schedule => Evaluator.Schedule;

    public void Begin() => changes.Clear();

    public void Assign(int visit, int start, ReadOnlySpan<int> workers)
    {
        changes.Push((visit, Schedule.StartIndex(visit), Schedule.Workers(visit)));
        Evaluator.Assign(visit, start, workers);
    }

    public void Undo()
    {
        while (changes.TryPop(out var change))
        {
            Evaluator.Assign(change.Visit, change.Start, change.Workers);
        }
    }
}
