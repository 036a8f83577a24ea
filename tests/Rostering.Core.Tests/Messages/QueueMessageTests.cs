using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rostering.Core.Messages;

namespace Rostering.Core.Tests.Messages;

public sealed class QueueMessageTests
{
    private Post post = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => post = await Post.OpenAsync();

    [OneTimeTearDown]
    public ValueTask CloseAsync() => post.DisposeAsync();

    [Test]
    public async Task Add_CallersTransactionRollsBack_TellsNobody()
    {
        await using var database = post.Open();
        await using (var transaction = await database.Database.BeginTransactionAsync())
        {
            QueueMessage.Add(database, post.Provider, new QueueMessage.Letter(Post.Ann, "Never said", "Nothing came of it."), post.Clock.Now);
            await database.SaveChangesAsync();
            await transaction.RollbackAsync();
        }

        Assert.That(await database.Messages.CountAsync(message => message.Subject == "Never said"), Is.Zero);
    }

    [Test]
    public async Task Add_Committed_IsInTheInboxBeforeAnySenderRan()
    {
        await post.TellAsync("Your week", link: "/my/week");

        await using var database = post.Open();
        var message = await database.Messages.SingleAsync(message => message.Subject == "Your week");
        Assert.That(message, Has.Property(nameof(Message.Channel)).EqualTo(Channel.Inbox).And.Property(nameof(Message.To)).EqualTo(Post.Ann));
        Assert.That(message.SentAt, Is.Null);
    }

    [TestCase("update message set body = 'Something else'")]
    [TestCase("update message set to_id = 'bob'")]
    [TestCase("update message set created_at = now()")]
    public async Task Message_WordsChangedLater_AreRefused(string statement)
    {
        await post.TellAsync("As it was written");

        Assert.That(() => post.AskAsync(statement),
            Throws.InstanceOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.RestrictViolation));
    }

    [Test]
    public void Add_SubjectOfTwoLines_IsRefused() =>
        Assert.That(() => post.TellAsync("Your week\r\nBcc: all@example.org"), Throws.InstanceOf<DbUpdateException>());
}
