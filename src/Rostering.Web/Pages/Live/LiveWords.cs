using System.Globalization;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Cover;
using Rostering.Core.Visits;
using Rostering.Ledger;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Web.Pages.Live;

/// <summary>The words of the live day's pages.</summary>
internal static class LiveWords
{
    public static string Cause(Gap gap, string? leaver) => gap.Cause switch
    {
        GapCause.WorkerIll => $"{leaver} is ill",
        GapCause.WorkerAway => $"{leaver} is away",
        GapCause.ExtraHelp => "extra help asked for",
        _ => "nobody found so far",
    };

    public static string Away(AbsenceKind kind) => kind switch
    {
        AbsenceKind.Sickness => "off sick",
        AbsenceKind.Leave => "on leave",
        _ => "away",
    };

    /// <summary>How a person sees a worker: a sign and a word, so that neither stands alone.</summary>
    public static (string Sign, string Word) Of(Welcome welcome) => welcome switch
    {
        Welcome.Chosen => ("★", "Chosen"),
        Welcome.Accepted => ("✓", "Accepted"),
        Welcome.Known => ("•", "Known"),
        _ => ("○", "New"),
    };

    public static string Of(OfferState state) => state switch
    {
        OfferState.Queued => "is next",
        OfferState.Asked => "is asked",
        OfferState.Yes => "said yes",
        OfferState.No => "said no",
        OfferState.NoAnswer => "did not answer in time",
        OfferState.Withdrawn => "need not answer any more",
        _ => "could not come after all",
    };

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Delivered => "Support was given",
        Outcome.Declined => "The person needed no help",
        Outcome.Ill => "The person was ill",
        Outcome.Banked => "The person saves it for a purpose",
        _ => "We did not come",
    };

    /// <summary>What a visit costs and what pays it.</summary>
    /// <param name="extra">What contingency pays of it.</param>
    public static string Purses(Money cost, Money extra) =>
        extra == Money.Zero ? $"{cost} from the main balance"
        : extra == cost ? $"{cost} from contingency"
        : $"{cost}: {cost - extra} from the main balance, {extra} from contingency";

    public static string Time(LocalDateTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Day(LocalDateTime time) => time.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    public static string Local(Instant at) => Time(LocalClock.Local(at));
}
