using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Cover;
using Rostering.Core.Data;
using Rostering.Core.Records;
using Rostering.Core.Rotas;
using Rostering.Core.Tests.Rotas;
using Rostering.Core.Visits;
using Rostering.Ledger;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Core.Tests.Cover;

/// <summary>A published week with its records, its fund and a Monday morning at 06:40, and what tests of the live day do with them.</summary>
internal sealed class LiveStage : IAsyncDisposable
{
    /// <summary>06:40 on the week's Monday.</summary>
    public static readonly Instant Morning = Instant.FromUtc(2026, 11, 16, 6, 40);

    private const long Award = 200_000;
    private readonly PlanStage plan;

    private LiveStage(PlanStage plan) => this.plan = plan;

    public PlanStage Plan => plan;

    /// <summary>Leader of the team; another one has the user id 9.</summary>
    public Act Leader(Instant? at = null, long user = 8) => new(
        new Actor { UserId = user, Name = "Tess Leader", ProviderId = plan.Provider, Roles = [Role.TeamLeader] }, at ?? Morning, "a test of it");

    public Act Worker(string id, Instant? at = null) => new(
        new Actor { UserId = 100 + id[0], Name = id, ProviderId = plan.Provider, Roles = [Role.Worker], WorkerId = id }, at ?? Morning, "a test of it");

    public static async Task<LiveStage> CreateAsync(ProblemBuilder week, params (string Visit, string Start, string Workers)[] rota)
    {
        RotaProblem problem = week.Build();
        LiveStage stage = new(await PlanStage.CreateAsync(problem, Award, rota));
        await stage.GoLiveAsync(problem, PlanStage.Now);
        return stage;
    }

    /// <summary>On a server that somebody else keeps, as things stand at a moment.</summary>
    public static async Task<LiveStage> CreateAsync(string connectionString, RotaProblem problem, WeeklyRota rota, Instant now)
    {
        LiveStage stage = new(await PlanStage.CreateAsync(connectionString, problem, Award, rota));
        await stage.GoLiveAsync(problem, now);
        return stage;
    }

    /// <summary>Publishes another week of the provider.</summary>
    public async Task PublishAsync(RotaProblem problem, WeeklyRota rota, Instant now) => await PublishAsync(problem.WeekStart, await plan.StoreAsync(problem, rota), now);

    /// <summary>The week of most tests: Ann makes Pat's visits of Monday and Tuesday, Bob and Cat could.</summary>
    public static Task<LiveStage> WithAnnAsync() => CreateAsync(AnnsWeek(), AnnsRota);

    /// <summary>The same on a server that somebody else keeps.</summary>
    public static Task<LiveStage> WithAnnAsync(string connectionString)
    {
        RotaProblem problem = AnnsWeek().Build();
        return CreateAsync(connectionString, problem, Solver.Tests.Builders.Rotas.Of(problem, AnnsRota), PlanStage.Now);
    }

    private static readonly (string Visit, string Start, string Workers)[] AnnsRota = [("v1", "mon 07:30", "ann"), ("v2", "mon 12:00", "ann"), ("v3", "tue 07:30", "ann")];

    private static ProblemBuilder AnnsWeek() => new ProblemBuilder().Worker("ann").Worker("bob", bob => bob with { Teams = [bob.Teams[0] with { PencePerHour = 1_600 }] }).Worker("cat", cat => cat with { Teams = [cat.Teams[0] with { PencePerHour = 1_700 }] })
            .Visit("v1", "mon 07:30").Visit("v2", "mon 12:00").Visit("v3", "tue 07:30");

    public RosteringContext Open() => plan.Open();

    /// <summary>Records cover terms that hold for the whole year.</summary>
    public async Task AgreeAsync(Func<CoverTerms, CoverTerms> otherwise)
    {
        await using var database = Open();
        CoverTerms terms = otherwise(CoverTerms.Usual with { From = new LocalDate(2026, 1, 1), Source = "agreed with the union" });
        Assert.That(await new SaveRecords(database).HandleAsync(plan.Act(), [RecordChange.To(terms, seen: 0)], CancellationToken.None), Is.InstanceOf<SaveOutcome.Saved>());
    }

    public async Task<IReadOnlyList<Gap>> IllAsync(string worker, string from = "mon 06:40", string until = "mon 23:59", Act? act = null)
    {
        await using var database = Open();
        var result = await new ReportIllness(database, plan.Ledger).HandleAsync(act ?? Leader(), new(worker, TestWeek.At(from), TestWeek.At(until)), CancellationToken.None);
        Assert.That(result.Refusal, Is.Null);
        return result.Gaps;
    }

    public Task<string?> OfferAsync(Gap gap, params string[] workers) => OfferAsync(Leader(), gap, workers);

    public Task<string?> OfferAsync(Act act, Gap gap, params string[] workers) =>
        new SendOffers(plan.Ledger).HandleAsync(act, new(gap.Id, [.. workers]), CancellationToken.None);

    public async Task<OfferAnswer?> AnswerAsync(string worker, bool yes, Instant? at = null, string? reason = null)
    {
        await using var database = Open();
        long offer = await database.Offers.Where(offer => offer.Worker == worker).OrderByDescending(offer => offer.Id).Select(offer => offer.Id).FirstAsync();
        return await new AnswerOffer(plan.Ledger).HandleAsync(Worker(worker, at), new(offer, yes, reason), CancellationToken.None);
    }

    public async Task<int> MoveOnAsync(Instant at)
    {
        await using var database = Open();
        return await new MoveOffersOn(plan.Ledger, database).HandleAsync(at, CancellationToken.None);
    }

    public async Task<GapDetails?> GapAsync(string visit, Act? act = null)
    {
        await using var database = Open();
        return await new ReadGap(database).HandleAsync(visit, act ?? Leader(), CancellationToken.None);
    }

    public async Task<LiveDay> DayAsync(Instant? at = null)
    {
        await using var database = Open();
        return await new ReadLiveDay(database).HandleAsync(Leader(at), hours: 72, CancellationToken.None);
    }

    public async Task<Rostering.Core.Rotas.PublishedVisit> ToldAsync(string visit)
    {
        await using var database = Open();
        return await database.PublishedVisits.AsNoTracking().SingleAsync(told => told.Visit == visit);
    }

    public async Task<string> OffersAsync()
    {
        await using var database = Open();
        return string.Join(' ', (await database.Offers.OrderBy(offer => offer.Id).ToListAsync()).Select(offer => $"{offer.Worker}:{offer.State}"));
    }

    public async Task<string> AsksAsync()
    {
        await using var database = Open();
        return string.Join(' ', (await database.AskRecords.OrderBy(ask => ask.Id).ToListAsync()).Select(ask => $"{ask.Worker}:{ask.Event}"));
    }

    /// <summary>What readers are told, by whom it is for.</summary>
    public async Task<ILookup<string, string>> ToldReadersAsync()
    {
        await using var database = Open();
        return (await database.Messages.OrderBy(message => message.Id).ToListAsync()).ToLookup(message => message.ToId, message => message.Subject);
    }

    public async Task<ImmutableSortedDictionary<string, string>> ReportAsync(Act act, params (string Visit, VisitReport Report)[] reports)
    {
        await using var database = Open();
        long week = await database.PublishedVisits.Select(told => told.WeekId).FirstAsync();
        return await new RecordOutcomes(plan.Ledger).HandleAsync(act, new(week, reports.ToDictionary(report => report.Visit, report => report.Report)), CancellationToken.None);
    }

    /// <summary>The open promises to a visit, in pence.</summary>
    public async Task<long> PromisedAsync(string visit)
    {
        await using var database = Open();
        return await database.Reservations.Where(reservation => reservation.Visit == visit && reservation.ResolvedBySeq == null).SumAsync(reservation => reservation.Pence);
    }

    public async Task AssertSoundAsync()
    {
        await using var database = Open();
        Assert.That((await new Core.Finance.VerifyLedger(database).HandleAsync(new(), CancellationToken.None)).Findings, Is.Empty);
    }

    public ValueTask DisposeAsync() => plan.DisposeAsync();

    private async Task GoLiveAsync(RotaProblem problem, Instant now)
    {
        await FillContingencyAsync();
        await using (var database = Open())
        {
            DemonstrationWeek week = new() { Problem = problem, Planned = new WeeklyRota { Format = 1, Assignments = [] }, Uncoverable = [] };
            Assert.That(await new LoadDemonstrationRecords(database).HandleAsync(week, now, CancellationToken.None), Is.EqualTo(plan.Provider));
        }

        await PublishAsync(problem.WeekStart, plan.Version, now);
    }

    private async Task PublishAsync(LocalDate monday, long version, Instant now)
    {
        PublishRota.Request request = new(monday, version, Moves: 0, GapsAccepted: true, ImmutableDictionary<string, string>.Empty);
        var result = await new PublishRota(plan.Ledger).HandleAsync(request, plan.Act("publish the week", now), CancellationToken.None);
        Assert.That(result, Is.TypeOf<PublishResult.Published>(), result is PublishResult.Blocked blocked ? string.Join(' ', blocked.Reasons) : null);
    }

    private async Task FillContingencyAsync()
    {
        var entry = new JournalEntry
        {
            Fund = 1,
            Kind = EntryKind.Award,
            Key = "award/2",
            EffectiveOn = LedgerDatabase.Opening,
            Evidence = "award/2",
            MadeBy = "finance",
            Detail = ImmutableSortedDictionary<string, string>.Empty.Add("from", "2026-04-06").Add("to", "2027-04-05"),
            Lines = [Line.Debit(Account.Awarded, new Money(20_000)), Line.Credit(Account.Contingency, new Money(20_000))],
        };
        LedgerDatabase.Made(await new Core.Finance.PostEntries(plan.Ledger).HandleAsync([entry], CancellationToken.None));
    }
}
