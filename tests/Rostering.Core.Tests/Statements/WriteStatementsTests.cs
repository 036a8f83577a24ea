using System.Collections.Concurrent;
using System.Diagnostics;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Finance.Statements;
using Rostering.Core.Tests.Finance;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Tests.Statements;

/// <summary>The statements of many funds at once; how long it takes is only told, as <c>scripts/bench statements</c> asks with more funds.</summary>
public sealed class WriteStatementsTests
{
    /// <summary>Two visits a day from April to the end of September.</summary>
    private const int Visits = 366;

    private static readonly FundTerms Monthly = new() { Statement = new() { Frequency = StatementFrequency.Monthly } };

    [Test]
    public async Task HandleAsync_FundsWithHalfAYearOfVisits_WritesEachInBothEditionsAndForms()
    {
        var funds = Attack.Number("ROSTERING_STATEMENTS", 3);
        await using var database = await StatementDatabase.CreateAsync();
        for (var fund = 1; fund <= funds; fund++)
            await OpenAsync(database, fund);

        ConcurrentDictionary<string, int> files = new(StringComparer.Ordinal);
        var begun = Stopwatch.GetTimestamp();
        var result = await new WriteStatements(database.Open).HandleAsync(
            new(new LocalDate(2026, 9, 10), new Act(Actor.Nobody(0, "finance"), LocalClock.EndOf(StatementDatabase.Today.PlusDays(-1)), "month's end")),
            (name, content) => files.TryAdd(name, content.Length),
            new Progress<WriteStatements.Progress>(),
            CancellationToken.None);
        await TestContext.Progress.WriteLineAsync(
            $"{result.Statements} statements in {files.Count} files of {files.Values.Sum() / 1_000_000} MB: {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s");

        Assert.That((result.Statements, result.Skipped.Count, files.Count), Is.EqualTo((funds, 0, 4 * funds)));
        Assert.That(files.Values, Is.All.GreaterThan(10_000));
    }

    private static async Task OpenAsync(StatementDatabase database, int fund)
    {
        await database.OpenAsync(fund, Monthly);
        await database.RunAsync(
            $$"""
            select count(*) from ledger.post_all({{fund}}, (select array_agg(visit) from (
              select row('deliver', 'deliver/' || n, '2026-04-01'::date + n / 2, 'visit/' || n, 'u1', null, jsonb_build_object('visit', 'v' || n,
                'start', ('2026-04-01'::date + n / 2) || 'T09:00', 'planned', '60', 'delivered', '60', 'role', 'support worker', 'worker', 'w' || n % 7),
                '{main,support_earned}', '{gbp,gbp}', '{1800,-1800}', null, null, null, null, null, null, null)::ledger.request as visit
              from generate_series(0, {{Visits - 1}}) as n) as visits))
            """);
    }
}
