using NodaTime;
using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>An award is cut. It is recorded as a cut, with who agreed to it and when notice was given, and never as a choice of the person.</summary>
public static class Cut
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, CutNotice cut)
    {
        if (string.IsNullOrWhiteSpace(cut.AgreedBy))
            return fund.Refuse(RefusalReason.NotAgreed, $"nobody is named who agreed to the cut of {cut.Amount}.", "Record whose decision it is.");
        if (cut.NoticeOn > occasion.On)
            return fund.Refuse(RefusalReason.NotAgreed, $"notice of the cut was given on {cut.NoticeOn:R}, after it took effect on {occasion.On:R}.", "Let it take effect after its notice.");

        // Contingency bears its share, as it had its share of the award, as far as it still has it.
        var share = cut.Amount.Split(1000 - fund.Terms.ContingencyPermille, fund.Terms.ContingencyPermille)[1];
        var spared = Money.Min(share, fund.Pence(Account.Contingency));
        return Draft.Of(fund, EntryKind.Cut, occasion, $"cut/{occasion.Evidence}").Say(cut.Days)
            .Move(Account.Main, Account.Awarded, cut.Amount - spared).Move(Account.Contingency, Account.Awarded, spared)
            .Move(Account.Main, Account.Awarded, cut.Time)
            .Say(DetailKeys.Reason, cut.Reason).Say(DetailKeys.NoticeOn, cut.NoticeOn).Say(DetailKeys.AgreedBy, cut.AgreedBy).Say(DetailKeys.Cause, "cut")
            .Entry();
    }
}

/// <summary>What a council takes from an award, for which days, and how it came to that.</summary>
public sealed record CutNotice
{
    public required DateInterval Days { get; init; }

    public required Money Amount { get; init; }

    public required Minutes Time { get; init; }

    public required string Reason { get; init; }

    /// <summary>The day on which the person was told.</summary>
    public required LocalDate NoticeOn { get; init; }

    /// <summary>The ids of those whose decision it is.</summary>
    public required string AgreedBy { get; init; }
}
