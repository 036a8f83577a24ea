using Rostering.Solver.Problem;

namespace Rostering.Core.Visits;

/// <summary>What kinds of visit are called.</summary>
public static class VisitWords
{
    public static string Of(VisitKind kind) => kind switch
    {
        VisitKind.Sleepover => "Sleepover",
        VisitKind.WakingNight => "Waking night",
        VisitKind.GroupSession => "Group session",
        VisitKind.Training => "Training",
        VisitKind.Meeting => "Meeting",
        _ => "Support",
    };
}
