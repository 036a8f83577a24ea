namespace Rostering.Core.Finance.FundActs;

/// <summary>The names of the fields of fund acts.</summary>
public static class FundActFields
{
    /// <summary>The day on which it takes effect.</summary>
    public const string On = "on";

    /// <summary>The number of what proves it.</summary>
    public const string Evidence = "evidence";

    public const string From = "from";
    public const string To = "to";
    public const string Amount = "amount";
    public const string Contribution = "contribution";
    public const string Hours = "hours";
    public const string Reason = "reason";
    public const string NoticeOn = "noticeOn";
    public const string AgreedBy = "agreedBy";
    public const string Remittance = "remittance";
    public const string What = "what";
    public const string Outcome = "outcome";
    public const string WeeklyAward = "weeklyAward";
    public const string AboveSince = "aboveSince";
    public const string Agreement = "agreement";
    public const string Purpose = "purpose";
    public const string ReinstateOn = "reinstateOn";
    public const string Saving = "saving";
    public const string SavedAmount = "savedAmount";

    /// <summary>The number of an entry of the fund.</summary>
    public const string Entry = "entry";

    /// <summary>Who gets what is left.</summary>
    public const string Heir = "heir";
}
