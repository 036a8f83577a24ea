using NodaTime;
using Rostering.Core.Cover;
using Rostering.Core.Records;
using Rostering.Core.Records.Fields;
using Rostering.Solver.Problem;
using Rostering.Web.Pages.Records;
using static Rostering.Solver.Problem.ParameterKeys;

namespace Rostering.Web.Pages.House;

/// <summary>A limit as people say it.</summary>
public sealed record LimitWords(string Title, string Meaning);

/// <summary>What the limits and the terms of a provider are called on its pages, and what they mean.</summary>
public static class TermWords
{
    private const string LawPrefix = "wtr.";

    private static readonly Dictionary<string, LimitWords> Limits = new(StringComparer.Ordinal)
    {
        [WeeklyAverageMinutes] = new("Average working week", "An adult works no longer on average over the reference period, unless they signed an opt-out."),
        [ReferenceWeeks] = new("Reference period", "The weeks over which the average working week is taken."),
        [DailyRestMinutes] = new("Daily rest", "An adult rests at least so long between two days of work."),
        [YoungDailyRestMinutes] = new("Daily rest at 16 and 17", "A young worker rests at least so long between two days of work."),
        [WeeklyRestMinutes] = new("Weekly rest", "An adult has one rest of at least this length in each week."),
        [FortnightRestMinutes] = new("Fortnightly rest", "One rest of this length in two weeks can stand for two weekly ones."),
        [YoungWeeklyRestMinutes] = new("Weekly rest at 16 and 17", "A young worker has so long a rest in each week."),
        [BreakAfterMinutes] = new("Work before a break", "An adult who works longer than this in a day has a break."),
        [BreakMinutes] = new("Break", "How long an adult’s break is at least."),
        [YoungBreakAfterMinutes] = new("Work before a break at 16 and 17", "A young worker who works longer than this has a break."),
        [YoungBreakMinutes] = new("Break at 16 and 17", "How long a young worker’s break is at least."),
        [YoungDayMinutes] = new("Working day at 16 and 17", "A young worker works no longer in a day."),
        [YoungWeekMinutes] = new("Working week at 16 and 17", "A young worker works no longer in a week."),
        [YoungNightFromMinuteOfDay] = new("Night closed at 16 and 17, from", "From this hour on a young worker does not work."),
        [YoungNightToMinuteOfDay] = new("Night closed at 16 and 17, until", "Until this hour a young worker does not work."),
        [NightFromMinuteOfDay] = new("Night time, from", "From this hour on work is night work."),
        [NightToMinuteOfDay] = new("Night time, until", "Until this hour work is night work."),
        [NightAverageMinutes] = new("Night worker’s day", "A night worker works no longer on average in a day; six such days make the week’s limit."),
        [NightHazardMinutes] = new("Night worker’s day with hazard", "With special hazard or heavy strain a night worker works no longer in any day."),
        [DutyEndsAfterGapMinutes] = new("Gap that ends a duty", "Time free of at least this length lets a worker go home for good; a shorter one splits the duty."),
        [PaidWaitMinutesMax] = new("Paid waiting", "Waiting between two visits is paid up to this length, and the duty is not split by it."),
        [SplitsPerDayMax] = new("Splits in a day", "A worker’s day is split no oftener."),
        [SplitsPerWeekMax] = new("Splits in a week", "A worker’s week is split no oftener."),
        [SplitMinutesMax] = new("Longest split", "No split is longer."),
        [EngagementPaidMinutesMin] = new("Least paid time", "However short the work, so much is paid for coming out."),
        [PaidOverTiedUpPermilleMin] = new("Paid part of a duty, at least", "A duty that pays for a smaller part of the time it ties up is refused."),
        [PaidOverTiedUpPermilleWanted] = new("Paid part of a duty, wanted", "A duty that pays for this part of the time it ties up is felt as worth its while."),
        [TeamsMax] = new("Teams of a worker", "A worker works in no more teams within a week, unless that is waived."),
        [VisitMinutesMin] = new("Shortest visit", "No visit to a person is shorter."),
        [StartStepMinutes] = new("Grid of starts", "A visit that may be moved starts on a multiple of this."),
        [ClearDaysOffWanted] = new("Clear days off", "So many days of a week without any work are wanted for each worker."),
        [UnsocialFairMinutes] = new("Unsocial hours, fair share", "So much work at unsocial hours in a week is a worker’s turn."),
        [SwingFreeMinutes] = new("Swing that nobody minds", "Variable hours may differ by so much from a worker’s typical week."),
        [FreezeMinutes] = new("Freeze window", "A published visit changes within this time before it only with the worker’s yes."),
        [KnownAfterVisits] = new("Visits to be known", "After so many visits a worker counts as known to a person."),
        [OnCostPermille] = new("Pay with the employer’s costs", "Pay with National Insurance, pension and holiday on top, as a part of pay alone."),
        [SleepoverPayPermille] = new("Pay for a sleepover", "What is paid while asleep, as a part of basic pay."),
        [ChargeTravelToFund] = new("Travel is charged to funds", "Travel between visits is charged to the fund visited next; otherwise it is the provider’s own cost."),
    };

    public static LimitWords Of(string key) => Limits[key];

    public static string Of(SwapPolicy policy) => policy == SwapPolicy.Automatic ? "Done with both workers’ yes" : "A team leader has the last word";

    /// <summary>Whether a limit is of the law; a provider settles the others itself.</summary>
    public static bool IsOfLaw(string key) => key.StartsWith(LawPrefix, StringComparison.Ordinal);

    /// <summary>The value of a limit, with its unit.</summary>
    public static string Value(string key, long value) => HouseTermsPart.FormOf(key) switch
    {
        FieldForm.Switch => value == 0 ? "no" : "yes",
        FieldForm.Percent => Percent(value),
        FieldForm.Hours when key.EndsWith(".minute-of-day", StringComparison.Ordinal) => FormattableString.Invariant($"{value / 60:00}:{value % 60:00}"),
        FieldForm.Hours => Length(value),
        _ => $"{value} {(key.EndsWith(".weeks", StringComparison.Ordinal) ? "weeks" : key.EndsWith(".visits", StringComparison.Ordinal) ? "visits" : "")}".TrimEnd(),
    };

    public static string Percent(long thousandths) => FormattableString.Invariant($"{thousandths / 10m:0.#} %");

    /// <summary>How the value of a limit is to be written.</summary>
    public static string Unit(string key) => HouseTermsPart.FormOf(key) switch
    {
        FieldForm.Switch => "yes or no",
        FieldForm.Percent => "%",
        FieldForm.Hours when key.EndsWith(".minute-of-day", StringComparison.Ordinal) => "time of day, h:mm",
        FieldForm.Hours => "h:mm",
        _ => key[(key.LastIndexOf('.') + 1)..] is "count" ? "how many" : key[(key.LastIndexOf('.') + 1)..],
    };

    /// <summary>The values of a limit that hold from a later day on.</summary>
    public static IEnumerable<RuleParameter> Later(HouseTerms terms, string key, LocalDate monday) =>
        terms.Parameters.Where(parameter => parameter.Key == key && parameter.ValidFrom > monday).OrderBy(parameter => parameter.ValidFrom);

    public static string Length(long minutes) => minutes < 60 ? $"{minutes} min" : RecordWords.Hours(minutes);
}
