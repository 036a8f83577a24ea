using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Encoding;

/// <summary>Works out the gap between any two pieces of work, exactly as the timeline does.</summary>
internal sealed class ArcShapes(PreparedProblem problem)
{
    private readonly TimelineTerms terms = new(problem.Limits);

    public ArcShape Between(PreparedWorker worker, in TimelineItem from, in TimelineItem to)
    {
        TimelineGap gap = terms.Gap(problem, worker, from, to);
        bool home = gap.Kind == GapKind.Rest;
        return new ArcShape(
            worker, from, to, FromStart: false, ToEnd: false, gap.Kind, gap.Minutes, gap.Journey, gap.Idle, home ? FromHome(worker, to) : Journey.None, home ? ToHome(worker, from) : Journey.None);
    }

    public ArcShape First(PreparedWorker worker, in TimelineItem to) =>
        new(worker, default, to, FromStart: true, ToEnd: false, Kind: null, 0, Journey.None, 0, FromHome(worker, to), Journey.None);

    public ArcShape Last(PreparedWorker worker, in TimelineItem from) =>
        new(worker, from, default, FromStart: false, ToEnd: true, Kind: null, 0, Journey.None, 0, Journey.None, ToHome(worker, from));

    public static ArcShape Empty(PreparedWorker worker) =>
        new(worker, default, default, FromStart: true, ToEnd: true, Kind: null, 0, Journey.None, 0, Journey.None, Journey.None);

    private Journey FromHome(PreparedWorker worker, in TimelineItem to) => to.Visit < 0 ? Journey.None : problem.Travel.Arrive(worker, to.Place, to.Start);

    private Journey ToHome(PreparedWorker worker, in TimelineItem from) => from.Visit < 0 ? Journey.None : problem.Travel.GoHome(worker, from.Place, from.End);
}
