using NodaTime;
using NodaTime.Text;

namespace Rostering.Ledger.Statements.Editions;

/// <summary>How both editions write days and time.</summary>
internal static class Wording
{
    private static readonly LocalDatePattern Written = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDatePattern Short = LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu");

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Long(LocalDate day) => Written.Format(day);

    public static string Brief(LocalDate day) => Short.Format(day);

    /// <summary>A day that is recorded as text, written out where it is one.</summary>
    public static string Brief(string day) => LocalDatePattern.Iso.Parse(day) is { Success: true } parsed ? Brief(parsed.Value) : day;

    /// <summary>The time of day of a start that is recorded with its day.</summary>
    public static string Clock(string start) =>
        Moment.Parse(start) is { Success: true } parsed ? Time.Format(parsed.Value.TimeOfDay) : start;

    /// <summary>Such as 7 hours, or 1 hour 30 minutes.</summary>
    public static string Spoken(Minutes time)
    {
        var (hours, minutes) = (time.Count / 60, time.Count % 60);
        var spoken = (hours, minutes) switch
        {
            (_, 0) => Counted(hours, "hour"),
            (0, _) => Counted(minutes, "minute"),
            _ => $"{Counted(hours, "hour")} {Counted(Math.Abs(minutes), "minute")}",
        };
        return spoken;
    }

    public static string Counted(long count, string thing) => $"{count:#,##0} {thing}{(Math.Abs(count) == 1 ? "" : "s")}";

    /// <summary>No more than so many words of a text, for what others wrote and a short sentence has to hold.</summary>
    public static string Cut(string text, int words)
    {
        var all = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return all.Length <= words ? string.Join(' ', all) : string.Join(' ', all.Take(words)) + "…";
    }

    public static string Outcome(SupportLine line)
    {
        var outcome = line.Outcome switch
        {
            SupportOutcome.Given => "Given",
            SupportOutcome.FromBank => "Given, from banked hours",
            SupportOutcome.MadeGood => "Given, was owed to you",
            SupportOutcome.Emergency => "Paid from contingency",
            SupportOutcome.Declined => "Declined on the day",
            SupportOutcome.Absent => "You were ill or away",
            SupportOutcome.NotGiven => "We did not come: owed to you",
            _ => "Banked by your choice",
        };
        var cancelled = line.CancelledBy switch
        {
            "" => outcome,
            "person" => $"{outcome}; cancelled by you",
            "provider" => $"{outcome}; cancelled by us",
            var other => $"{outcome}; cancelled by {other}",
        };
        return line.TakenBack ? $"Taken back: {char.ToLowerInvariant(cancelled[0])}{cancelled[1..]}" : cancelled;
    }

    public static string Kind(EntryKind kind) => kind switch
    {
        EntryKind.Award => "Award",
        EntryKind.Uplift => "Rise",
        EntryKind.Cut => "Cut",
        EntryKind.Gift => "Gift from the organisation",
        EntryKind.Charge => "Management charge",
        EntryKind.Purchase => "Purchase",
        EntryKind.Bonus => "Bonus for the team",
        EntryKind.Draw => "Emergency cover",
        EntryKind.Clawback => "Surplus due to the council",
        EntryKind.ExpireBank => "Banked hours that ran out of time",
        EntryKind.CloseOut => "Handed over",
        EntryKind.Deliver => "Support given",
        EntryKind.UseBank => "Support from banked hours",
        _ => "Support",
    };
}
