using System.Collections.Immutable;

namespace Rostering.Solver.Problem.Prepared;

/// <summary>A worker's week as integers: minutes of the week, indices, and the limits that hold for this worker.</summary>
public sealed record PreparedWorker
{
    public required int Index { get; init; }
    public required Worker Source { get; init; }

    /// <summary>Index of the place the worker lives at.</summary>
    public required int Home { get; init; }

    /// <summary>Age in whole years on the first day of the week.</summary>
    public required int Age { get; init; }

    /// <summary>Aged 16 or 17: the law's shorter limits hold.</summary>
    public bool Young => Age < 18;

    public required ImmutableArray<TravelMode> Modes { get; init; }
    public required bool TakesBus { get; init; }

    /// <summary>Spans in which the worker can be asked, merged and in order.</summary>
    public required ImmutableArray<MinuteSpan> Available { get; init; }

    /// <summary>Leave, sickness and protected commitments.</summary>
    public required ImmutableArray<(MinuteSpan Time, AbsenceKind Kind)> Away { get; init; }

    /// <summary>Work for others and the last duty before the week: fixed points the rota has to live with, in order.</summary>
    public required ImmutableArray<FixedDuty> FixedDuties { get; init; }

    /// <summary>Spans in which the worker holds each competency that some visit of the week asks for; a renewal without a gap is one span.</summary>
    public required ImmutableArray<(int Competency, MinuteSpan Valid)> Certified { get; init; }

    /// <summary>Minutes of work for others.</summary>
    public required int OutsideMinutes { get; init; }

    /// <summary>Pay in each team, in pence an hour; -1 in a team the worker does not belong to.</summary>
    public required ImmutableArray<int> TeamPay { get; init; }

    /// <summary>Teams the worker may work in within the week.</summary>
    public required int TeamsMax { get; init; }

    /// <summary>The last duty before the week ran through a whole night time, as a sleepover or a waking night does.</summary>
    public required bool LastDutyThroughNight { get; init; }

    /// <summary>Daily rest, in minutes.</summary>
    public required int DailyRest { get; init; }

    /// <summary>Compensatory rest owed from before, added to the first rest of the week.</summary>
    public required int RestOwed { get; init; }

    /// <summary>Length of the rest that <see cref="WeeklyRestsDue"/> counts, in minutes.</summary>
    public required int WeeklyRest { get; init; }

    /// <summary>Rests of that length due within this week.</summary>
    public required int WeeklyRestsDue { get; init; }

    /// <summary>Working time in a duty above which a break is due.</summary>
    public required int BreakAfter { get; init; }

    /// <summary>Length of the break.</summary>
    public required int Break { get; init; }

    /// <summary>Most working minutes this week under the 48-hour average; <see cref="int.MaxValue"/> when opted out.</summary>
    public required int WorkingMinutesMax { get; init; }

    /// <summary>Most working minutes this week under the night workers' average; <see cref="int.MaxValue"/> for others.</summary>
    public required int NightWorkingMinutesMax { get; init; }

    /// <summary>Most working minutes of a duty: the young worker's day; <see cref="int.MaxValue"/> for others.</summary>
    public required int DutyWorkingMinutesMax { get; init; }

    /// <summary>Most working minutes of a night duty with special hazard, for night workers; <see cref="int.MaxValue"/> for others.</summary>
    public required int HazardNightMinutesMax { get; init; }

    /// <summary>Splits allowed in a duty.</summary>
    public required int SplitsPerDutyMax { get; init; }

    /// <summary>Splits allowed in the week.</summary>
    public required int SplitsPerWeekMax { get; init; }

    /// <summary>Longest unpaid time in a split.</summary>
    public required int SplitMinutesMax { get; init; }

    /// <summary>Least paid time over tied-up time of a duty, in thousandths.</summary>
    public required int PaidOverTiedUpMin { get; init; }

    /// <summary>Most paid minutes the contract allows.</summary>
    public required int PaidMinutesMax { get; init; }

    /// <summary>Paid minutes the contract promises, less those of absence.</summary>
    public required int PaidMinutesDue { get; init; }

    /// <summary>Typical paid minutes for workers whose hours vary; -1 for others.</summary>
    public required int TypicalMinutes { get; init; }

    /// <summary>Swing around the typical minutes that nobody minds.</summary>
    public required int SwingFree { get; init; }

    /// <summary>Paid over tied-up time from which a duty is worth its while, in thousandths.</summary>
    public required int PaidOverTiedUpWanted { get; init; }

    /// <summary>Clear days off wanted in the week.</summary>
    public required int ClearDaysOffWanted { get; init; }

    /// <summary>Unsocial minutes of this week that are the worker's fair share, less where the last weeks held more than theirs.</summary>
    public required int UnsocialShare { get; init; }

    /// <summary>Wishes to be off and to be at work.</summary>
    public required ImmutableArray<(MinuteSpan Time, WishKind Kind)> Wishes { get; init; }
}

/// <summary>Work the rota does not plan but must respect.</summary>
/// <param name="Time">Minutes of the week; may begin before it.</param>
/// <param name="Outside">True for work for others within the week, whose minutes count towards hours.</param>
/// <param name="RunStart">Start of the first of the fixed duties that follow each other up to this one without a rest.</param>
public readonly record struct FixedDuty(MinuteSpan Time, bool Outside, int RunStart);
