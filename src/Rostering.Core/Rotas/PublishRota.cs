using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Core.Rotas.Publishing;
using Rostering.Ledger;
using Rostering.Solver.Json;
using Rostering.Solver.Rota;

namespace Rostering.Core.Rotas;

/// <summary>What came of asking to publish.</summary>
public abstract record PublishResult
{
    private PublishResult()
    {
    }

    /// <summary>It is published, now or by an earlier request for the same draft.</summary>
    public sealed record Published(Publication Publication) : PublishResult;

    /// <summary>Something stands against it; nothing was published.</summary>
    public sealed record Blocked(PublicationCheck Check, ImmutableArray<string> Reasons) : PublishResult;

    /// <summary>The draft is not the one that was looked at; nothing was published.</summary>
    public sealed record Stale : PublishResult;
}

/// <summary>
/// Publishes a week's draft: what people are told, what is promised from the funds and who answers for what are one transaction with the
/// entries of the ledger. Asked again for the same draft, it changes nothing.
/// </summary>
public sealed class PublishRota(LedgerConnections ledger)
{
    /// <summary>The draft that was looked at, and what whoever publishes takes upon themselves.</summary>
    /// <param name="Version">The rota version that the draft begins from, as it was looked at.</param>
    /// <param name="Moves">How many moves the draft had then.</param>
    /// <param name="GapsAccepted">Whether whoever publishes knows of the visits that nobody makes.</param>
    /// <param name="Approvals">For each broken rule, by its sentence, why it is answered for.</param>
    public sealed record Request(LocalDate Monday, long Version, int Moves, bool GapsAccepted, IReadOnlyDictionary<string, string> Approvals);

    /// <summary>Publishes, or says what stands against it.</summary>
    public Task<PublishResult> HandleAsync(Request request, Act act, CancellationToken cancellation) =>
        LedgerTransaction.DoAsync(
            ledger,
            async transaction =>
            {
                PublishResult answer = await WithinAsync(transaction, request, act, cancellation);
                return (answer, answer is PublishResult.Published);
            },
            cancellation);

    private static async Task<PublishResult> WithinAsync(LedgerTransaction transaction, Request request, Act act, CancellationToken cancellation)
    {
        RosteringContext database = transaction.Database;
        await database.HoldWeekAsync(act.By.ProviderId, request.Monday, cancellation);
        if (await PlanPublication.HandleAsync(database, request.Monday, act, cancellation) is not { } plan
            || (plan.Draft.Version.Id, plan.Draft.Moves.Length) != (request.Version, request.Moves))
        {
            return new PublishResult.Stale();
        }

        if (plan.Draft.IsPublished)
        {
            return new PublishResult.Published(plan.Draft.Publication!);
        }

        PublicationCheck check = await CheckPublication.OfAsync(database, plan, act, cancellation);
        ImmutableArray<string> reasons = [.. Reasons(check, request)];
        if (!reasons.IsEmpty)
        {
            return new PublishResult.Blocked(check, reasons);
        }

        var posted = await PostEntries.HandleAsync(transaction.Ledger, [.. plan.Promises.Select(promise => promise.Entry)], cancellation);
        if (posted is not Attempt<IReadOnlyList<PostEntries.Posted>>.Made { Value: var entries })
        {
            return new PublishResult.Blocked(check, [((Attempt<IReadOnlyList<PostEntries.Posted>>.Refused)posted).Refusal.ToString()]);
        }

        return new PublishResult.Published(await RecordAsync(database, plan, check, request, act, entries, cancellation));
    }

    private static IEnumerable<string> Reasons(PublicationCheck check, Request request)
    {
        if (check.Uncovered.Length > 0 && !request.GapsAccepted)
        {
            yield return $"{check.Uncovered.Length} visits have nobody. Cover them, or say that you publish with them open.";
        }

        foreach (Violation violation in check.Forbidden)
        {
            yield return $"{violation.Sentence} Nobody can answer for that: move the visit.";
        }

        foreach (Violation violation in check.Approvable.Where(violation => string.IsNullOrWhiteSpace(request.Approvals.GetValueOrDefault(violation.Sentence))))
        {
            yield return $"{violation.Sentence} Move the visit, or say why you answer for it.";
        }

        foreach ((string name, Refusal refusal) in check.Refusals)
        {
            yield return $"{name}: {refusal}";
        }
    }

    private static async Task<Publication> RecordAsync(
        RosteringContext database, PublicationPlan plan, PublicationCheck check, Request request, Act act, IReadOnlyList<PostEntries.Posted> entries, CancellationToken cancellation)
    {
        Publication publication = new()
        {
            WeekId = plan.Draft.Week.Id,
            Number = (plan.Draft.Publication?.Number ?? 0) + 1,
            ProblemId = plan.Draft.Version.ProblemId,
            RotaVersionId = plan.Draft.Version.Id,
            DraftId = plan.Draft.Draft?.Id,
            Moves = plan.Draft.Moves.Length,
            Content = RotaJson.Write(plan.Draft.Schedule.ToRota()),
            PublishedAt = act.At,
            PublishedBy = act.By.UserId,
            FrozenUntil = check.FrozenUntil,
        };
        database.Publications.Add(publication);
        await database.SaveChangesAsync(cancellation);
        database.RuleApprovals.AddRange(check.Approvable.DistinctBy(violation => violation.Sentence).Select((violation, at) => Approval(publication, at + 1, violation, request, act)));
        TellVisits.Apply(database, plan, publication);
        TellPeople.OfPublication(database, plan, act);
        Reservations.Record(database, plan.Draft.Week.Id, plan.Promises, entries);
        database.AuditEntries.Add(AuditEntry.Of(act, "rota.publish", $"week/{request.Monday:uuuu-MM-dd}", JsonSerializer.Serialize(
            new { publication.Number, changes = plan.Changes.Length, gaps = check.Uncovered.Length, promisedPence = check.Promised.Pence, approvals = check.Approvable.Length })));
        return publication;
    }

    private static RuleApproval Approval(Publication publication, int number, Violation violation, Request request, Act act) => new()
    {
        PublicationId = publication.Id,
        Number = number,
        Rule = violation.Rule,
        Worker = violation.Worker?.Value,
        Visit = violation.Visit?.Value,
        Sentence = violation.Sentence,
        ApprovedBy = act.By.UserId,
        ApprovedName = act.By.Name,
        Why = request.Approvals[violation.Sentence],
    };
}
