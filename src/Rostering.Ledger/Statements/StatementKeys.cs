namespace Rostering.Ledger.Statements;

/// <summary>The keys under which an entry's detail says what a statement shows.</summary>
internal static class StatementKeys
{
    public const string From = "from";
    public const string To = "to";
    public const string Reason = "reason";
    public const string Record = "record";
    public const string Visit = "visit";
    public const string Start = "start";
    public const string Planned = "planned";
    public const string Delivered = "delivered";
    public const string Role = "role";
    public const string Rate = "rate";
    public const string RatePence = "ratePence";
    public const string TravelPence = "travelPence";
    public const string CancelledBy = "cancelledBy";
    public const string Purpose = "purpose";
    public const string ExpiresOn = "expiresOn";
    public const string ReinstateOn = "reinstateOn";
    public const string What = "what";
    public const string Outcome = "outcome";
    public const string Saving = "saving";
    public const string Sheet = "sheet";
}
