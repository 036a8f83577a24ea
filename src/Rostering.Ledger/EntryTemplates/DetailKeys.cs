namespace Rostering.Ledger.EntryTemplates;

/// <summary>
/// The keys of an entry's detail: all that a statement, or the drill-down from a sum to a visit and its rate, needs beside the lines.
/// Values are ids, codes, ISO dates and whole numbers, never names.
/// </summary>
public static class DetailKeys
{
    /// <summary>The visit's id.</summary>
    public const string Visit = "visit";

    /// <summary>The visit's local start, such as 2026-11-22T07:30.</summary>
    public const string Start = "start";

    /// <summary>The minutes that were planned.</summary>
    public const string Planned = "planned";

    /// <summary>The minutes that were given.</summary>
    public const string Delivered = "delivered";

    /// <summary>The worker's role.</summary>
    public const string Role = "role";

    /// <summary>The name of the line of the rate card.</summary>
    public const string Rate = "rate";

    /// <summary>That line's pence an hour.</summary>
    public const string RatePence = "ratePence";

    /// <summary>The pence of travel in the cost.</summary>
    public const string TravelPence = "travelPence";

    /// <summary>Why support was not given: banked, declined, ill or provider.</summary>
    public const string Cause = "cause";

    /// <summary>Who called the visit off: person or provider.</summary>
    public const string CancelledBy = "cancelledBy";

    /// <summary>The hours of notice with which a visit was called off.</summary>
    public const string NoticeHours = "noticeHours";

    /// <summary>The number of funds that share the session.</summary>
    public const string SharedBy = "sharedBy";

    /// <summary>The pence that the whole shared session cost.</summary>
    public const string SharedPence = "sharedPence";

    /// <summary>The id of the person's consent to share.</summary>
    public const string Consent = "consent";

    /// <summary>The first day that an award, an uplift, a cut or a charge is for.</summary>
    public const string From = "from";

    /// <summary>The last such day; for a close-out, who gets what is left.</summary>
    public const string To = "to";

    /// <summary>Why.</summary>
    public const string Reason = "reason";

    /// <summary>The day on which notice of a cut was given.</summary>
    public const string NoticeOn = "noticeOn";

    /// <summary>The ids of those who agreed.</summary>
    public const string AgreedBy = "agreedBy";

    /// <summary>The id of a sickness record or of another record of an emergency.</summary>
    public const string Record = "record";

    /// <summary>The id of the signed sheet.</summary>
    public const string Sheet = "sheet";

    /// <summary>What banked support is for.</summary>
    public const string Purpose = "purpose";

    /// <summary>The day on which the support that was forgone is back.</summary>
    public const string ReinstateOn = "reinstateOn";

    /// <summary>The first day on which a tranche has expired.</summary>
    public const string ExpiresOn = "expiresOn";

    /// <summary>The code of what was bought.</summary>
    public const string What = "what";

    /// <summary>The outcome of the person's plan that a purchase serves.</summary>
    public const string Outcome = "outcome";

    /// <summary>The id of the agreed saving that a bonus comes from.</summary>
    public const string Saving = "saving";

    /// <summary>The invoice's number.</summary>
    public const string Invoice = "invoice";
}
