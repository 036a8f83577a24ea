using System.Net;
using AngleSharp.Dom;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Messages;
using Rostering.Testing;

namespace Rostering.Web.Tests.Messages;

public sealed class InboxTests
{
    private const string Inbox = "/messages";

    private static readonly Someone Ann = new(Role.Worker) { Name = "Ann" };

    private WebApplication web = null!;
    private long provider;

    [SetUp]
    public async Task StartAsync()
    {
        MessageOptions mail = new() { Smtp = new SmtpOptions { Host = "127.0.0.1", Port = 1, From = "rota@oakwood.example.org" } };
        web = await WebApplication.StartAsync(
            async database => provider = (await Accounts.OpenAsync(database, Ann)).ProviderId,
            services => services.AddMessages(mail));
    }

    [TearDown]
    public ValueTask StopAsync() => web.DisposeAsync();

    [Test]
    public async Task Inbox_Empty_SaysSo()
    {
        using var ann = await web.SignedInAsAsync(Ann);

        var page = await ann.PageAsync(Inbox);

        Assert.That(page.QuerySelector(".empty")!.Text(), Does.Contain("read everything"));
        Assert.That(page.QuerySelectorAll(".letter"), Is.Empty);
    }

    [Test]
    public async Task Inbox_OneMessage_IsShownWithWhatToDo()
    {
        await TellAsync(Reader.Worker("ann"), "<b>Can you come?</b>", link: "/my/offers");
        using var ann = await web.SignedInAsAsync(Ann);

        var letter = (await ann.PageAsync(Inbox)).QuerySelector(".letter.unread")!;

        Assert.That(letter.QuerySelector("h3")!.Text(), Does.Contain("<b>Can you come?</b>"), "what is written is text");
        Assert.That(letter.QuerySelector("a.deed")!.GetAttribute("href"), Is.EqualTo("/my/offers"));
    }

    [Test]
    public async Task Mark_AsRead_MovesItAndIsInTheAuditTrail()
    {
        await TellAsync(Reader.Worker("ann"), "First");
        await TellAsync(Reader.Worker("ann"), "Second");
        using var ann = await web.SignedInAsAsync(Ann);
        var page = await ann.PageAsync(Inbox);

        using var response = await ann.SendAsync(page.QuerySelector(".letter form")!, Fields(page.QuerySelector(".letter form")!));
        var after = await Visitor.ParseAsync(response);

        Assert.That(after.QuerySelectorAll("section")[0].QuerySelectorAll("h3").Select(Subject), Is.EqualTo(["First"]), "the newest was read");
        Assert.That(after.QuerySelectorAll("section")[1].QuerySelectorAll("h3").Select(Subject), Is.EqualTo(["Second"]));
        Assert.That(await web.Database.AskAsync("select count(*) from audit_entry where what = 'messages.read' and by_name = 'Ann'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Inbox_ManyRead_ComeInPages()
    {
        for (var number = 1; number <= 60; number++)
            await TellAsync(Reader.Worker("ann"), $"Number {number}");
        await web.Database.AskAsync("update message set read_at = now()");
        using var ann = await web.SignedInAsAsync(Ann);

        var first = await ann.PageAsync(Inbox);
        var second = await ann.PageAsync(first.QuerySelector("a[href*=before]")!.GetAttribute("href")!);

        Assert.That(first.QuerySelectorAll(".letter"), Has.Length.EqualTo(50));
        Assert.That(second.QuerySelectorAll(".letter"), Has.Length.EqualTo(10));
        Assert.That(second.QuerySelectorAll("a[href*=before]"), Is.Empty);
    }

    [Test]
    public async Task Contact_WrongAddress_IsToldBesideTheFieldAndKept()
    {
        using var ann = await web.SignedInAsAsync(Ann);
        var form = (await ann.PageAsync(Inbox)).QuerySelectorAll("form[action*=Contact]").Single(Of("ann"));

        using var response = await ann.SendAsync(form, Fields(form, ("address", "ann at home")));
        var field = (await Visitor.ParseAsync(response)).QuerySelectorAll("form[action*=Contact]").Single(Of("ann"));

        Assert.That(field.QuerySelector(".fault")!.Text(), Does.Contain("'ann at home'").And.Contain("ann@example.org"));
        Assert.That(field.QuerySelector("input[name=address]")!.GetAttribute("value"), Is.EqualTo("ann at home"));
    }

    [Test]
    public async Task Contact_Set_IsShownAgain()
    {
        using var ann = await web.SignedInAsAsync(Ann);
        var form = (await ann.PageAsync(Inbox)).QuerySelectorAll("form[action*=Contact]").Single(Of("ann"));

        using var response = await ann.SendAsync(form, Fields(form, ("address", "ann@example.org")));

        Assert.That((await ann.PageAsync(Inbox)).QuerySelectorAll("form[action*=Contact]").Single(Of("ann")).QuerySelector("input[name=address]")!.GetAttribute("value"), Is.EqualTo("ann@example.org"));
    }

    [Test]
    public async Task Messages_OfOthers_AreNeitherShownNorMarked()
    {
        await TellAsync(Reader.Worker("bob"), "For Bob");
        await TellAsync(Reader.Worker("ann"), "For Ann");
        using var ann = await web.SignedInAsAsync(Ann);
        var page = await ann.PageAsync(Inbox);
        var form = page.QuerySelector(".letter form")!;

        using var marked = await ann.SendAsync(form, ("id", $"{await web.Database.AskAsync("select id from message where to_id = 'bob'")}"), ("read", "true"));

        Assert.That(page.QuerySelectorAll("h3").Select(Subject), Is.EqualTo(["For Ann"]));
        Assert.That(marked.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await web.Database.AskAsync("select count(*) from message where read_at is not null"), Is.Zero);
    }

    private static string Subject(IElement heading) => heading.FirstChild!.Text().Trim();

    private static Func<IElement, bool> Of(string reader) => form => form.QuerySelector("input[name=id]")!.GetAttribute("value") == reader;

    /// <summary>What a form would send, with some fields filled in.</summary>
    private static (string, string)[] Fields(IElement form, params (string Name, string Value)[] filled) =>
    [
        .. form.QuerySelectorAll("input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))
            .Where(field => field.Item1 != "__RequestVerificationToken"),
        .. filled,
    ];

    private async Task TellAsync(Reader to, string subject, string? link = null)
    {
        await using var database = web.Database.Open();
        QueueMessage.Add(database, provider, new QueueMessage.Letter(to, subject, "As it says.", link), Instant.FromUtc(2026, 3, 2, 9, 0));
        await database.SaveChangesAsync();
    }
}
