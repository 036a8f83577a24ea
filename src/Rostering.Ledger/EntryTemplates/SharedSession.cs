using System.Collections.Immutable;
using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>People share a session. Each fund gets an entry of its own for its share of the actual cost, and the shares are exact to the penny.</summary>
public static class SharedSession
{
    public static Attempt<ImmutableArray<JournalEntry>> Commit(Occasion occasion, VisitRecord session, IReadOnlyList<Sharer> sharers) =>
        Divided(session, sharers, (fund, part) => EntryTemplates.Commit.Drafted(fund, occasion, part, part.Cost));

    public static Attempt<ImmutableArray<JournalEntry>> Deliver(Occasion occasion, VisitRecord session, IReadOnlyList<Sharer> sharers) =>
        Divided(session, sharers, (fund, part) => EntryTemplates.Deliver.Drafted(fund, occasion, part, part.Cost));

    private static Attempt<ImmutableArray<JournalEntry>> Divided(VisitRecord session, IReadOnlyList<Sharer> sharers, Func<FundPosition, VisitRecord, Draft> entry)
    {
        if (Refused(session, sharers) is { } refusal)
            return refusal;
        var shares = session.Cost.Split([.. sharers.Select(sharer => sharer.Weight)]);
        return sharers.Zip(shares, (sharer, share) => entry(sharer.Fund, session with { Cost = share })
            .Say(DetailKeys.Consent, sharer.Consent).Say(DetailKeys.SharedBy, sharers.Count).Say(DetailKeys.SharedPence, session.Cost.Pence).Entry()).All();
    }

    private static Refusal? Refused(VisitRecord session, IReadOnlyList<Sharer> sharers)
    {
        if (sharers.FirstOrDefault(sharer => string.IsNullOrWhiteSpace(sharer.Consent)) is { } unasked)
            return unasked.Fund.Refuse(RefusalReason.NotAgreed, $"the person has not agreed to share visit {session.Visit}.", "Ask them, or support them on their own.");
        if (sharers.GroupBy(sharer => sharer.Fund.Fund).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return twice.First().Fund.Refuse(RefusalReason.NotAgreed, $"the fund is named twice for visit {session.Visit}.", "Name each fund once, with its weight.");
        return sharers.FirstOrDefault(sharer => sharer.Weight <= 0) is { } weightless
            ? weightless.Fund.Refuse(RefusalReason.NotAgreed, $"a share of {weightless.Weight} is no share of visit {session.Visit}.", "Give weights above nought.")
            : null;
    }
}

/// <summary>One of those who share a session.</summary>
/// <param name="Fund">Their fund.</param>
/// <param name="Weight">Their share, in proportion to the others'.</param>
/// <param name="Consent">The id of their consent; without it nothing is shared.</param>
public sealed record Sharer(FundPosition Fund, long Weight, string? Consent);
