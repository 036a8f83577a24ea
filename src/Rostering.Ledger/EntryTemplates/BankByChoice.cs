using NodaTime;
using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>A person forgoes support by choice and banks its money and time for a purpose; the support that was forgone comes back.</summary>
public static class BankByChoice
{
    /// <summary>Banks all that was committed to a visit.</summary>
    public static Attempt<JournalEntry> OfVisit(FundPosition fund, Occasion occasion, VisitRecord visit, BankingAgreement agreement)
    {
        if (fund.CommitmentOf(visit.Visit) is not { } commitment)
            return fund.NotCommitted(visit.Visit);
        return Refused(fund, occasion, agreement, commitment.Time) ?? Draft.Of(fund, EntryKind.Bank, occasion, $"bank/{visit.Visit}/{visit.Version}")
            .Say(visit).Say(DetailKeys.Cause, NotGiven.Banked).Spend(commitment, Account.Bank, commitment.Pence, commitment.Time).Agreed(occasion, agreement).Entry();
    }

    /// <summary>Banks support that was not planned, such as the hours of a week in which the person chose to have fewer.</summary>
    public static Attempt<JournalEntry> OfMain(FundPosition fund, Occasion occasion, Money pence, Minutes time, BankingAgreement agreement) =>
        Refused(fund, occasion, agreement, time) ?? Draft.Of(fund, EntryKind.Bank, occasion, $"bank/{occasion.Evidence}/{agreement.Id}")
            .Move(Account.Main, Account.Bank, pence).Move(Account.Main, Account.Bank, time).Agreed(occasion, agreement).Entry();

    private static Attempt<JournalEntry>? Refused(FundPosition fund, Occasion occasion, BankingAgreement agreement, Minutes time)
    {
        if (string.IsNullOrWhiteSpace(agreement.AgreedBy) || string.IsNullOrWhiteSpace(agreement.Purpose))
            return fund.Refuse(RefusalReason.NotAgreed, "support is banked by the person's choice and for a purpose alone.", "Record who agreed, and what it is for.");
        if (agreement.ReinstateOn <= occasion.On)
        {
            return fund.Refuse(RefusalReason.NotAgreed, $"the support is to be back on {agreement.ReinstateOn:R}, which is not after {occasion.On:R}.",
                "Agree a later day on which the support that is forgone comes back.");
        }

        var banked = fund.Time(Account.Bank) + time;
        if (fund.Terms.Bank.CapMinutes is not { } cap || banked.Count <= cap)
            return null;
        return fund.Refuse(RefusalReason.TooLittle, $"{banked} would be banked, and the council allows {new Minutes(cap)}.", "Bank less, or use what is banked first.")
            with
        { Account = Account.Bank, Amount = time.Count, Limit = Math.Max(0, cap - fund.Time(Account.Bank).Count) };
    }

    private static Draft Agreed(this Draft draft, Occasion occasion, BankingAgreement agreement) => draft
        .Say(DetailKeys.Purpose, agreement.Purpose).Say(DetailKeys.Outcome, agreement.Outcome).Say(DetailKeys.AgreedBy, agreement.AgreedBy)
        .Say(DetailKeys.ReinstateOn, agreement.ReinstateOn)
        .Say(DetailKeys.ExpiresOn, draft.Fund.Terms.Bank.ExpiryWeeks is { } weeks ? occasion.On.PlusWeeks(weeks) : null);
}

/// <summary>What a person chose: to have less support for a while, for a purpose, and to have it back afterwards.</summary>
public sealed record BankingAgreement
{
    /// <summary>The opaque id of the agreement.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for, as a code such as 'holiday'.</summary>
    public required string Purpose { get; init; }

    /// <summary>The outcome of the person's plan that it serves.</summary>
    public string? Outcome { get; init; }

    /// <summary>The ids of all who agreed, the person or their representative among them.</summary>
    public required string AgreedBy { get; init; }

    /// <summary>The day on which the support that was forgone is back.</summary>
    public required LocalDate ReinstateOn { get; init; }
}
