using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>Contingency pays for an emergency that the terms allow it for, with its record and a second person's approval.</summary>
public static class Draw
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, DrawRequest request)
    {
        if (!fund.Terms.DrawReasons.Contains(request.Reason))
        {
            return fund.Refuse(RefusalReason.ContingencyReason, $"contingency is not for '{request.Reason}', so {request.Amount} was not drawn.",
                $"Let the main balance pay; contingency is for: {string.Join(", ", fund.Terms.DrawReasons)}.") with
            { Account = Account.Contingency, Amount = request.Amount.Pence };
        }

        return Draft.Of(fund, EntryKind.Draw, occasion, $"draw/{request.Record}/{occasion.Evidence}")
            .Move(Account.Contingency, request.WasSupport ? Account.SupportEarned : Account.WaitingEarned, request.Amount)
            .Say(DetailKeys.Reason, request.Reason).Say(DetailKeys.Record, request.Record).Say(DetailKeys.Visit, request.Visit)
            .Entry();
    }
}

/// <summary>What contingency is asked to pay.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Reason">One of the terms' reasons for a draw.</param>
/// <param name="Record">The id of the sickness record, or of the emergency's.</param>
/// <param name="Visit">The visit that it is for.</param>
/// <param name="WasSupport">Whether support was given for it; otherwise a worker was paid who could not give any.</param>
public sealed record DrawRequest(Money Amount, string Reason, string Record, string? Visit, bool WasSupport = true);
