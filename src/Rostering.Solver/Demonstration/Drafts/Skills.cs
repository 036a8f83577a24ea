using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Drafts;

/// <summary>Competencies, vetting and registration that the demonstration providers ask for.</summary>
internal static class Skills
{
    public static Competency Pvg { get; } = new("pvg");
    public static Competency Sssc { get; } = new("sssc");
    public static Competency MovingAndHandling { get; } = new("moving-and-handling");
    public static Competency Medication { get; } = new("medication");
    public static Competency EpilepsyRescue { get; } = new("epilepsy-rescue");
    public static Competency PositiveBehaviour { get; } = new("positive-behaviour-support");
    public static Competency Naloxone { get; } = new("naloxone");
    public static Competency SuicidePrevention { get; } = new("suicide-prevention");

    public static Competency PegFeeding { get; } = new("peg-feeding");

    /// <summary>Skills learnt in a course that is refreshed every year.</summary>
    public static IReadOnlyList<Competency> Yearly { get; } =
        [MovingAndHandling, Medication, EpilepsyRescue, PositiveBehaviour, Naloxone, SuicidePrevention, PegFeeding];
}
