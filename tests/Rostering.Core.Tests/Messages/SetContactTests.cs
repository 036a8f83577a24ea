using Rostering.Core.Access;
using Rostering.Core.Messages;

namespace Rostering.Core.Tests.Messages;

public sealed class SetContactTests
{
    private Post post = null!;
    private Act act = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        post = await Post.OpenAsync();
        act = new Act(new Actor { UserId = 7, Name = "Ann", ProviderId = post.Provider, Roles = [Role.Worker], WorkerId = "ann" }, post.Clock.Now, "set where messages go");
    }

    [TearDown]
    public ValueTask CloseAsync() => post.DisposeAsync();

    [TestCase(Channel.Mail, "ann@example")]
    [TestCase(Channel.Mail, "Ann <ann@example.org>", false)]
    [TestCase(Channel.Mail, "ann", false)]
    [TestCase(Channel.Sms, "+447700900123")]
    [TestCase(Channel.Sms, "07700 900123", false)]
    public async Task Set_Address_IsTakenOrRefusedInWords(Channel channel, string address, bool taken = true)
    {
        var fault = await SetAsync(channel, address);

        Assert.That(fault, taken ? Is.Null : Does.EndWith("."));
        Assert.That(await post.AskAsync("select count(*) from message_contact"), Is.EqualTo(taken ? 1 : 0));
        Assert.That(await post.AskAsync("select count(*) from audit_entry where what = 'messages.contact'"), Is.EqualTo(taken ? 1 : 0));
    }

    [Test]
    public async Task Set_ThenChangedThenEmptied_LeavesNone()
    {
        await SetAsync(Channel.Mail, "ann@example.org");
        await SetAsync(Channel.Mail, "new@example.org");
        var changed = await post.AskAsync("select address from message_contact");
        await SetAsync(Channel.Mail, " ");

        Assert.That(changed, Is.EqualTo("new@example.org"));
        Assert.That(await post.AskAsync("select count(*) from message_contact"), Is.Zero);
    }

    [Test]
    public void Set_ForSomebodyElse_IsABug() => Assert.That(
        () => new SetContact(post.Open()).HandleAsync(act, new SetContact.Request(Reader.Worker("bob"), Channel.Mail, "ann@example.org"), CancellationToken.None),
        Throws.InvalidOperationException);

    [TestCase(Channel.Push)]
    [TestCase(Channel.Inbox)]
    public void Set_ChannelThatTakesNoAddress_IsABug(Channel channel) => Assert.That(() => SetAsync(channel, "ann@example.org"), Throws.InvalidOperationException);

    private async Task<string?> SetAsync(Channel channel, string address)
    {
        await using var database = post.Open();
        return await new SetContact(database).HandleAsync(act, new SetContact.Request(Post.Ann, channel, address), CancellationToken.None);
    }
}
