using Rostering.Core.Cover;
using Rostering.Core.Records;

namespace Rostering.Core.Tests.Data;

/// <summary>Cover terms that stood in a table of their own become records, and those of everybody else stay the application's.</summary>
public sealed class CoverTermsMigrationTests
{
    private const string Former =
        """
        insert into provider (name) values ('Oakwood');
        insert into cover_terms (provider_id, effective_from, offer_minutes, asks_week_max, asks_four_weeks_max, late_after_minutes, early_before_minutes, swap_policy, source)
        select id, '2026-01-05', 20, 2, 5, 25, 45, 'automatic', 'agreed with the union' from provider;
        """;

    [Test]
    public async Task Migration_TermsOfAProvider_BecomeARecordOfTheirDay()
    {
        await using var stage = await MigrationStage.BeforeAsync("0018_cover_terms.sql");
        await stage.AskAsync(Former);

        await stage.MigrateAsync();

        string content = (string)(await stage.AskAsync("select content::text from record_version join record_head using (provider_id, kind, id, version) where kind = 'cover_terms'"))!;
        Assert.That(RecordContent.Read(RecordKind.CoverTerms, content), Is.EqualTo(new CoverTerms
        {
            From = new(2026, 1, 5),
            OfferMinutes = 20,
            AsksWeekMax = 2,
            AsksFourWeeksMax = 5,
            LateAfterMinutes = 25,
            EarlyBeforeMinutes = 45,
            SwapPolicy = SwapPolicy.Automatic,
            Source = "agreed with the union",
        }));
        Assert.That(await stage.AskAsync("select count(*) from record_version"), Is.EqualTo(1L));
        Assert.That(await stage.AskAsync("select to_regclass('cover_terms') is null"), Is.EqualTo(true));
    }
}
