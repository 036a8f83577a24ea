using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Testing;

namespace Rostering.Web.Tests.Access;

/// <summary>One-time links: they let in once, for a while, at this machine, and end with the session that they began.</summary>
public sealed class SignInLinkTests
{
    private static readonly Someone Leader = new(Role.TeamLeader);

    private WebApplication web = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => web = await WebApplication.StartAsync(
        _ => Task.CompletedTask,
        services => services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero));

    [OneTimeTearDown]
    public ValueTask StopAsync() => web.DisposeAsync();

    [Test]
    public async Task Link_Followed_SignsInAndSaysWho()
    {
        using var visitor = await web.SignedInAsAsync(Leader);

        var page = await visitor.PageAsync("/");

        Assert.That(page.QuerySelector(".self a")!.Text(), Is.EqualTo(Leader.Name));
        Assert.That(page.QuerySelectorAll(".top nav a").Select(a => a.GetAttribute("href")), Does.Contain("/funds").And.None.StartsWith("/admin"));
    }

    [Test]
    public async Task Link_FollowedTwice_LetsInOnce()
    {
        var link = await Accounts.LinkAsync(web.Database, Leader);
        using var first = web.Stranger();
        using var second = web.Stranger();
        var form = (await second.PageAsync(link)).QuerySelector("main form")!;
        using (await first.SendAsync((await first.PageAsync(link)).QuerySelector("main form")!))
        using (var late = await second.SendAsync(form))
        {
            Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        }

        Assert.That((await first.PageAsync("/")).QuerySelector(".self"), Is.Not.Null);
        Assert.That((await second.PageAsync("/")).QuerySelector(".self"), Is.Null);
    }

    [Test]
    public async Task Link_OnlyLookedAt_StillWorks()
    {
        var link = await Accounts.LinkAsync(web.Database, Leader);
        using var visitor = web.Stranger();
        await visitor.PageAsync(link);
        var page = await visitor.PageAsync(link);

        using var response = await visitor.SendAsync(page.QuerySelector("main form")!);

        Assert.That(response.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/"));
    }

    [TestCase(WebApplication.CallerAddress, "203.0.113.7", TestName = "Link_FromAnotherMachine_LetsNobodyIn")]
    [TestCase("X-Forwarded-For", "203.0.113.7", TestName = "Link_ThroughAProxyOnThisMachine_LetsNobodyIn")]
    [TestCase("Host", "rota.example.org", TestName = "Link_ByAPublicName_LetsNobodyIn")]
    public async Task Link_NotFromThisMachine_LetsNobodyIn(string header, string value)
    {
        var link = await Accounts.LinkAsync(web.Database, Leader);
        using var visitor = web.Stranger(true, (header, value));

        using var response = await visitor.GetAsync(link);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That((await Visitor.ParseAsync(response)).QuerySelector("main form"), Is.Null);
        Assert.That(await web.Database.AskAsync("select used_at from access.sign_in_link order by id desc limit 1"), Is.EqualTo(DBNull.Value), "it is not used up");
    }

    [Test]
    public async Task Link_AfterEightHours_LetsNobodyIn()
    {
        var account = await Accounts.OpenAsync(web.Database, Leader);
        var link = await Accounts.LinkAsync(web.Database, account, at: SystemClock.Instance.GetCurrentInstant() - MakeSignInLink.SignInLasts);
        using var visitor = web.Stranger();

        using var response = await visitor.GetAsync(link);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
    }

    [Test]
    public async Task Account_DisabledWhileSignedIn_IsOutAtTheNextPageAndItsLinksAreDead()
    {
        Someone leaver = new(Role.Finance) { Name = "Lea Ver" };
        using var visitor = await web.SignedInAsAsync(leaver);
        var link = await Accounts.LinkAsync(web.Database, leaver);

        await web.Database.AskAsync("update access.user_account set disabled_at = now(), security_stamp = 'other' where name = 'Lea Ver'");

        Assert.That((await visitor.PageAsync("/")).QuerySelector(".self"), Is.Null);
        using var response = await visitor.GetAsync(link);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
    }

    [Test]
    public async Task SignOut_Pressed_EndsTheSession()
    {
        using var visitor = await web.SignedInAsAsync(Leader);
        var form = (await visitor.PageAsync("/")).QuerySelector(".self form")!;

        using var response = await visitor.SendAsync(form);

        Assert.That(response.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/account/sign-in"));
        using var after = await visitor.GetAsync("/funds");
        Assert.That(after.RequestMessage!.RequestUri!.PathAndQuery, Is.EqualTo("/account/sign-in?back=%2Ffunds"));
    }

    [Test]
    public async Task Secret_OfALink_IsKeptNowhere()
    {
        var secret = (await Accounts.LinkAsync(web.Database, Leader)).Split('/')[^1];

        var kept = await web.Database.AskAsync($"""
            select (select count(*) from access.sign_in_link l where l::text like '%{secret}%') + (select count(*) from audit_entry e where e::text like '%{secret}%')
            """);

        Assert.That(kept, Is.Zero);
    }

    [Test]
    public async Task SignIn_ByLink_IsInTheAuditTrail()
    {
        using var visitor = await web.SignedInAsAsync(new Someone(Role.Auditor) { Name = "Trail Walker" });

        Assert.That(await web.Database.AskAsync("select what || ' ' || (detail ->> 'by') from audit_entry where by_name = 'Trail Walker' order by id desc limit 1"),
            Is.EqualTo("access.sign-in SignIn"));
    }
}
