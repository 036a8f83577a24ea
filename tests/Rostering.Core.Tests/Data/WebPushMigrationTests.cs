using Npgsql;

namespace Rostering.Core.Tests.Data;

/// <summary>What went through a gateway for notices ends in words, and what goes by mail and text stays as it was.</summary>
public sealed class WebPushMigrationTests
{
    private const string Former =
        """
        insert into provider (name) values ('Oakwood');
        insert into message_contact select id, 'worker', 'ann', channel, address from provider, (values ('mail', 'ann@example.org'), ('push', 'gateway-code')) as contact (channel, address);
        insert into message (provider_id, to_kind, to_id, channel, address, subject, body, created_at, send_after, sent_at)
        select id, 'worker', 'ann', channel, address, subject, 'As it says.', now(), now(), sent_at from provider,
          (values ('push', 'gateway-code', 'Waiting', null::timestamptz), ('push', 'gateway-code', 'Sent', now()), ('mail', 'ann@example.org', 'Mail', null)) as message (channel, address, subject, sent_at);
        """;

    [Test]
    public async Task Migration_NoticesOfAGateway_EndInWordsAndNothingElseChanges()
    {
        await using var stage = await MigrationStage.BeforeAsync("0017_web_push.sql");
        await stage.AskAsync(Former);

        await stage.MigrateAsync();

        Assert.That(await stage.AskAsync("select string_agg(channel, ',') from message_contact"), Is.EqualTo("mail"));
        Assert.That(await stage.AskAsync("select string_agg(subject, ',' order by id) from message where failed_at is null"), Is.EqualTo("Sent,Mail"));
        Assert.That(await stage.AskAsync("select failure from message where failed_at is not null"), Does.Contain("gateway"));
        Assert.That(() => stage.AskAsync("update message_contact set channel = 'push'"), Throws.InstanceOf<PostgresException>());
        Assert.That(() => stage.AskAsync("update message set good_until = now()"), Throws.InstanceOf<PostgresException>().With.Message.Contains("written already"));
    }
}
