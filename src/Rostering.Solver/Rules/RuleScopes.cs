using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules;

// What a rule looks at decides what must be looked at again when a rota changes; a rule may have several scopes.

/// <summary>A rule about one worker making one visit at one start, whatever else the worker does.</summary>
public interface IPairRule
{
    void CheckPair(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex, FindingSink sink);
}

/// <summary>A rule about one worker's week.</summary>
public interface ITimelineRule
{
    void CheckTimeline(WorkerTimeline timeline, FindingSink sink);
}

/// <summary>A rule about one visit: its start and its workers, covered or not.</summary>
public interface IVisitRule
{
    void CheckVisit(Schedule schedule, PreparedVisit visit, FindingSink sink);
}

/// <summary>A rule about two linked visits.</summary>
public interface ILinkRule
{
    void CheckLink(Schedule schedule, PreparedLink link, FindingSink sink);
}

/// <summary>A rule about one person's week.</summary>
public interface IPersonRule
{
    void CheckPerson(Schedule schedule, PreparedPerson person, FindingSink sink);
}

/// <summary>A rule about what a week takes from one fund: thousandths of a penny, and minutes, each × 1,000.</summary>
public interface IFundRule
{
    void CheckFund(PreparedFund fund, long milliPencePermille, long minutesPermille, FindingSink sink);
}
