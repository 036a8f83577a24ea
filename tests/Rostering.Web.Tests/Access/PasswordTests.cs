using System.Net;
using AngleSharp.Dom;
using Npgsql;
using Rostering.Core.Access;
using Rostering.Testing;
using Rostering.Web.Access;

namespace Rostering.Web.Tests.Access;

/// <summary>From an invitation to a password with its second step, and what that stops.</summary>
public sealed class PasswordTests
{
    private const string Password = "three blue otters";

    private WebApplication web = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => web = await WebApplication.StartAsync(_ => Task.CompletedTask);

    [OneTimeTearDown]
    public ValueTask StopAsync() => web.DisposeAsync();

    [Test]
    public async Task Invitation_Followed_ReachesNothingButTheSetUp()
    {
        using var visitor = await InvitedAsync("In Vited");

        foreach (var address in new[] { "/", "/funds", "/rotas/2026-11-16" })
        {
            using var response = await visitor.GetAsync(address);
            Assert.That(response.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/account/set-up"), address);
        }
    }

    [Test]
    public async Task SetUp_PasswordAndCode_SignsInWithBothAndNeverWithOne()
    {
        using var visitor = await InvitedAsync("Bo Th");
        var (key, codes) = await SetUpAsync(visitor);
        Assert.That(codes, Is.Unique.And.Length.EqualTo(10).And.All.Match("^[A-Z0-9]{5}-[A-Z0-9]{5}$"));
        Assert.That((await visitor.PageAsync("/funds")).QuerySelector("h1")!.Text(), Is.EqualTo("Funds"), "whoever has set up is in");

        using var browser = web.Stranger();
        using var asked = await SendPasswordAsync(browser, "bo.th", Password);
        var form = (await Visitor.ParseAsync(asked)).QuerySelector("main form")!;
        using var halfWay = await browser.GetAsync("/funds");
        Assert.That(halfWay.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/account/sign-in"), "a password alone lets nobody in");

        using var wrong = await browser.SendToAsync("/account/sign-in/code?back=%2Ffunds", form, ("code", "000000"));
        Assert.That((await Visitor.ParseAsync(wrong)).QuerySelector(".problem")!.Text(), Does.StartWith("That code is not right"));
        using var right = await browser.SendToAsync("/account/sign-in/code?back=%2Ffunds", form, ("code", AuthenticatorApp.Code(key)));
        Assert.That(right.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/funds"));
    }

    [Test]
    public async Task SetUp_WrongCode_KeepsNothing()
    {
        using var visitor = await InvitedAsync("Wro Ng");
        var form = Form(await visitor.PageAsync("/account/set-up"));

        using var response = await visitor.SendAsync(form, ("sealedKey", Sealed(form)), ("password", Password), ("code", "000000"));

        Assert.That((await Visitor.ParseAsync(response)).QuerySelector("#code-problem")!.Text(), Does.StartWith("That code is not right"));
        Assert.That(await web.Database.AskAsync("select coalesce(password_hash, authenticator_key) from access.user_account where name = 'Wro Ng'"), Is.EqualTo(DBNull.Value));
    }

    [Test]
    public async Task SetUp_ShortPassword_IsRefusedBesideItsField()
    {
        using var visitor = await InvitedAsync("Sho Rt");
        var page = await visitor.PageAsync("/account/set-up");
        var form = Form(page);

        using var response = await visitor.SendAsync(form, ("sealedKey", Sealed(form)), ("password", "short"), ("code", AuthenticatorApp.Code(Key(page))));

        var again = await Visitor.ParseAsync(response);
        Assert.That(again.QuerySelector("#password-problem")!.Text(), Does.Contain("at least 12 characters"));
        Assert.That(again.QuerySelector("input[name=password]")!.GetAttribute("aria-invalid"), Is.EqualTo("true"));
        Assert.That(Key(again), Is.EqualTo(Key(page)), "what was scanned stays good");
    }

    [Test]
    public async Task SetUp_KeyOfAnotherAccount_IsRefused()
    {
        using var one = await InvitedAsync("O Ne");
        using var other = await InvitedAsync("Oth Er");
        var page = await one.PageAsync("/account/set-up");
        var form = Form(await other.PageAsync("/account/set-up"));

        using var response = await other.SendAsync(form, ("sealedKey", Sealed(Form(page))), ("password", Password), ("code", AuthenticatorApp.Code(Key(page))));

        Assert.That((await Visitor.ParseAsync(response)).QuerySelector("#problem")!.Text(), Does.StartWith("This page was open for too long"));
    }

    [Test]
    public async Task SignIn_FiveWrongPasswords_ClosesTheAccountToTheRightOneToo()
    {
        using var visitor = await InvitedAsync("Lo Cked");
        await SetUpAsync(visitor);
        using var browser = web.Stranger();
        for (var tries = 0; tries < 5; tries++)
            (await SendPasswordAsync(browser, "lo.cked", "wrong")).Dispose();

        using var response = await SendPasswordAsync(browser, "lo.cked", Password);

        Assert.That(response.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/account/sign-in"));
        Assert.That(await web.Database.AskAsync("select count(*) from audit_entry where what = 'access.locked-out' and by_name = 'Lo Cked'"), Is.GreaterThanOrEqualTo(1));
    }

    [Test]
    public async Task SignIn_UnknownName_SaysTheSameAsAWrongPassword()
    {
        using var visitor = await InvitedAsync("Kno Wn");
        await SetUpAsync(visitor);
        using var browser = web.Stranger();

        using var unknown = await SendPasswordAsync(browser, "nobody", "wrong");
        using var known = await SendPasswordAsync(browser, "kno.wn", "wrong");

        var problem = (await Visitor.ParseAsync(unknown)).QuerySelector("#problem")!.Text();
        Assert.That(problem, Does.StartWith("Name and password do not belong together"));
        Assert.That((await Visitor.ParseAsync(known)).QuerySelector("#problem")!.Text(), Is.EqualTo(problem));
    }

    [Test]
    public async Task RecoveryCode_UsedTwice_LetsInOnce()
    {
        using var visitor = await InvitedAsync("Re Cover");
        var (_, codes) = await SetUpAsync(visitor);

        Assert.That(await EnterAsync("re.cover", codes[3].ToLowerInvariant()), Is.EqualTo("/"));
        Assert.That(await EnterAsync("re.cover", codes[3]), Is.EqualTo("/account/sign-in/code"));
    }

    [Test]
    public async Task Tries_MoreThanAnAddressMayMake_AreRefused()
    {
        using var browser = web.Stranger();
        HttpStatusCode last = default;
        for (var tries = 0; tries <= AccessServices.TriesMax; tries++)
        {
            using var response = await browser.PostAsync("/account/sign-in");
            last = response.StatusCode;
        }

        Assert.That(last, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public void Password_WithoutASecondStep_IsRefusedByTheDatabase() =>
        Assert.That(() => web.Database.AskAsync("update access.user_account set password_hash = 'x' where not second_step"),
            Throws.InstanceOf<PostgresException>().With.Property(nameof(PostgresException.ConstraintName)).EqualTo("user_account_second_step"));

    [Test]
    public async Task Secrets_OfAnAccount_AreKeptAsHashesOrEncrypted()
    {
        using var visitor = await InvitedAsync("Se Cret");
        var (key, codes) = await SetUpAsync(visitor);

        var row = (string)(await web.Database.AskAsync("select a::text from access.user_account a where name = 'Se Cret'"))!;

        Assert.That(row, Does.Not.Contain(Password).And.Not.Contain(key.Replace(" ", null, StringComparison.Ordinal)).And.Not.Contain(codes[0]));
    }

    private async Task<Visitor> InvitedAsync(string name)
    {
        var account = await Accounts.OpenAsync(web.Database, new Someone(Role.ServiceManager) { Name = name });
        var visitor = web.Stranger(true, (WebApplication.CallerAddress, "203.0.113.9"));
        var page = await visitor.PageAsync(await Accounts.LinkAsync(web.Database, account, LinkPurpose.Invitation));
        using var response = await visitor.SendAsync(page.QuerySelector("main form")!);
        return visitor;
    }

    private static async Task<(string Key, string[] Codes)> SetUpAsync(Visitor visitor)
    {
        var page = await visitor.PageAsync("/account/set-up");
        var form = Form(page);
        using var response = await visitor.SendAsync(form, ("sealedKey", Sealed(form)), ("password", Password), ("code", AuthenticatorApp.Code(Key(page))));
        return (Key(page), [.. (await Visitor.ParseAsync(response)).QuerySelectorAll(".codes code").Select(code => code.Text())]);
    }

    private static async Task<HttpResponseMessage> SendPasswordAsync(Visitor browser, string name, string password)
    {
        var page = await browser.PageAsync("/account/sign-in");
        return await browser.SendAsync(page.QuerySelectorAll("main form")[1], ("name", $" {name}@1.EXAMPLE"), ("password", password));
    }

    private async Task<string> EnterAsync(string name, string code)
    {
        using var browser = web.Stranger();
        using var asked = await SendPasswordAsync(browser, name, Password);
        var form = (await Visitor.ParseAsync(asked)).QuerySelector("main form")!;
        using var response = await browser.SendToAsync("/account/sign-in/code", form, ("code", code));
        return response.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private static IElement Form(IDocument page) => page.QuerySelectorAll("main form")[1];

    private static string Sealed(IElement form) => form.QuerySelector("input[name=sealedKey]")!.GetAttribute("value")!;

    private static string Key(IDocument page) => page.QuerySelector(".key")!.Text();
}
