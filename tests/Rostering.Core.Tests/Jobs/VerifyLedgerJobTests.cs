using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using Quartz;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Core.Jobs;
using Rostering.Core.Tests.Verification;

namespace Rostering.Core.Tests.Jobs;

/// <summary>The nightly job, run by the clustered scheduler on the real database.</summary>
public sealed class VerifyLedgerJobTests
{
    private SampleLedger ledger = null!;

    [SetUp]
    public async Task CreateAsync() => ledger = await SampleLedger.CreateAsync();

    [TearDown]
    public async Task DisposeAsync() => await ledger.DisposeAsync();

    [Test]
    public async Task Execute_SoundLedger_RecordsThatItIsSound()
    {
        var recorded = await RunAsync();

        Assert.That(recorded.IsSound, Is.True);
        Assert.That(recorded.FirstFinding, Is.Null);
        Assert.That(recorded.Funds, Is.EqualTo(4));
        Assert.That(recorded.Entries, Is.EqualTo(await ledger.AskAsync("select count(*) from ledger.entry")));
        Assert.That(recorded.Postings, Is.EqualTo(await ledger.AskAsync("select count(*) from ledger.posting")));
        Assert.That(recorded.FinishedAt, Is.GreaterThan(recorded.StartedAt));
    }

    [Test]
    public async Task Execute_TamperedLedger_RecordsTheFirstFinding()
    {
        await ledger.ExecuteAsync("set session_replication_role = replica; update ledger.entry set evidence = 'visit/99' where (fund_id, seq) in ((2, 5), (3, 4))");

        var recorded = await RunAsync();

        Assert.That(recorded.IsSound, Is.False);
        Assert.That(recorded.Findings, Is.EqualTo(2));
        Assert.That(recorded.FirstFinding, Does.StartWith("fund 2, entry 5: "));
    }

    [Test]
    public async Task Execute_TwoSchedulersOnOneStore_RunEachFiringOnceAndOneAtATime()
    {
        const int Firings = 4;
        await using (var first = await RunningScheduler.StartAsync(ledger.ConnectionString, VerifyLedgerJob.Key))
        await using (var second = await RunningScheduler.StartAsync(ledger.ConnectionString, VerifyLedgerJob.Key))
        {
            for (var firing = 0; firing < Firings; firing++)
                await (firing % 2 == 0 ? first : second).TriggerAsync();
            await RunAsync(Firings, first, second);
        }

        var all = await RecordedAsync();
        Assert.That(await ledger.AskAsync("select count(*) from quartz.qrtz_fired_triggers where job_name = 'verify-ledger'"), Is.Zero, "nothing is left to run");
        Assert.That(all, Has.Count.EqualTo(Firings));
        Assert.That(all.Zip(all.Skip(1)).All(pair => pair.Second.StartedAt >= pair.First.FinishedAt), Is.True, "no two ran at once");
    }

    [Test]
    public async Task Schedule_NextFiring_IsAtHalfPastTwoInLondonAndCatchesUp()
    {
        await using var running = await RunningScheduler.StartAsync(ledger.ConnectionString, VerifyLedgerJob.Key);

        var trigger = (ICronTrigger)(await running.Scheduler.GetTriggersOfJob(VerifyLedgerJob.Key)).Single();
        var job = await running.Scheduler.GetJobDetail(VerifyLedgerJob.Key);

        var next = Instant.FromDateTimeOffset(trigger.NextFireTimeUtc!.Value).InZone(DateTimeZoneProviders.Tzdb["Europe/London"]);
        Assert.That(next.TimeOfDay, Is.EqualTo(new LocalTime(2, 30)));
        Assert.That(trigger.MisfireInstruction, Is.EqualTo(CronTriggerMisfireInstruction.FireAndProceed));
        Assert.That(job, Has.Property(nameof(IJobDetail.RequestsRecovery)).True.And.Property(nameof(IJobDetail.ConcurrentExecutionDisallowed)).True);
    }

    [TestCase("update ledger_verification set findings = 0, first_finding = null")]
    [TestCase("delete from ledger_verification")]
    [TestCase("truncate ledger_verification")]
    public async Task LedgerVerification_ChangedOrRemoved_IsRefused(string statement)
    {
        await ledger.ExecuteAsync("insert into ledger_verification (started_at, finished_at, funds, entries, postings, statements, findings, first_finding) values (now(), now(), 1, 1, 2, 0, 1, 'fund 1: wrong')");

        Assert.That(() => ledger.AskAsync(statement),
            Throws.InstanceOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.RestrictViolation));
    }

    private static async Task RunAsync(int firings, params RunningScheduler[] schedulers)
    {
        using CancellationTokenSource enough = new();
        var left = firings;
        await Task.WhenAll(schedulers.Select(async scheduler =>
        {
            try
            {
                while (true)
                {
                    await scheduler.RunAsync(enough.Token);
                    if (Interlocked.Decrement(ref left) == 0)
                        await enough.CancelAsync();
                }
            }
            catch (OperationCanceledException)
            {
                // All have run, here or there.
            }
        }));
    }

    private async Task<LedgerVerification> RunAsync()
    {
        await using (var running = await RunningScheduler.StartAsync(ledger.ConnectionString, VerifyLedgerJob.Key))
        {
            await running.TriggerAsync();
            await running.RunAsync();
        }

        return (await RecordedAsync()).Single();
    }

    private async Task<List<LedgerVerification>> RecordedAsync()
    {
        await using var database = RosteringContext.On(ledger.ConnectionString);
        return await database.LedgerVerifications.OrderBy(verification => verification.Id).ToListAsync();
    }
}
