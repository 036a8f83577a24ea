using System.Net;
using AngleSharp.Dom;
using Rostering.Core.Access;
using Rostering.Testing;

namespace Rostering.Web.Tests.Access;

/// <summary>What an administrator does about accounts, and what the audit trail says of it.</summary>
public sealed class AccountAdminTests
{
    private WebApplication web = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => web = await WebApplication.StartAsync(_ => Task.CompletedTask, role: Role.Administrator);

    [OneTimeTearDown]
    public ValueTask StopAsync() => web.DisposeAsync();

    [Test]
    public async Task Invite_Someone_ShowsALinkThatLetsThemInToSetUp()
    {
        var page = await SentAsync("/admin/invite", ("Name", "Rae Fox"), ("SignInName", "Rae@Oakwood.example"), ("Roles", "TeamLeader"), ("Roles", "Hr"), ("Teams", "T01, T02"));

        var link = new Uri(page.QuerySelector(".invited code")!.Text());
        using var rae = web.Stranger(true, (WebApplication.CallerAddress, "203.0.113.1"));
        Assert.That((await rae.PageAsync(link.AbsolutePath)).QuerySelector("h1")!.Text(), Is.EqualTo("Come in, Rae Fox"));
        Assert.That(await LineAsync("Rae Fox"), Does.Contain("rae@oakwood.example").And.Contain("Team leader, HR").And.Contain("T01, T02").And.Contain("One-time links alone"));
    }

    [TestCase("Name", "name-problem", "1 to 120", "", "a@b.example", "Finance", "", "")]
    [TestCase("SignInName", "sign-in-name-problem", "'ada' is no address for mail", "Ada", "ada", "Finance", "", "")]
    [TestCase("SignInName", "sign-in-name-problem", "is taken", "Ada", "some.administrator@1.example", "Finance", "", "")]
    [TestCase("Roles", "roles-problem", "choose at least one", "Ada", "ada@b.example", null, "", "")]
    [TestCase("WorkerId", "worker-problem", "which worker they are", "Ada", "ada@b.example", "Worker", "", "")]
    [TestCase("PersonIds", "people-problem", "whose it is", "Ada", "ada@b.example", "Representative", "", "")]
    public async Task Invite_FieldWrong_IsSaidBesideItAndOpensNothing(string field, string place, string words, string name, string signIn, string? role, string worker, string people)
    {
        var before = await AccountsAsync();

        var page = await SentAsync("/admin/invite", [("Name", name), ("SignInName", signIn), ("WorkerId", worker), ("PersonIds", people), .. role is null ? Array.Empty<(string, string)>() : [("Roles", role)]]);

        Assert.That(page.QuerySelector($"#{place}")!.Text(), Does.Contain(words));
        Assert.That(page.QuerySelectorAll(".problem").Count(problem => problem.Text().Length > 0), Is.EqualTo(1), field);
        Assert.That(await AccountsAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Account_RolesChanged_AreSavedWithBeforeAndAfterInTheTrail()
    {
        var account = await Accounts.OpenAsync(web.Database, new Someone(Role.Finance) { Name = "Cha Nge" });

        var page = await SentAsync($"/admin/accounts/{account.Id}", ("Name", "Cha Nge"), ("SignInName", account.SignInName), ("Roles", "Auditor"));

        Assert.That(page.QuerySelector("main [role=status]")!.Text(), Does.StartWith("Saved"));
        Assert.That(await LineAsync("Cha Nge"), Does.Contain("Auditor").And.Not.Contain("Finance"));
        using var auditor = await web.SignedInAsAsync(new Someone(Role.Auditor));
        var trail = await auditor.PageAsync($"/audit?what=access.change-account&subject=account/{account.Id}");
        Assert.That(trail.QuerySelectorAll(".trail tbody tr"), Has.Length.EqualTo(1));
        Assert.That(trail.QuerySelector(".trail code")!.Text(), Does.Match("before.*Finance.*after.*Auditor").Or.Match("after.*Auditor.*before.*Finance"));
    }

    [Test]
    public async Task Account_Disabled_AndEnabledAgain_IsSaid()
    {
        var account = await Accounts.OpenAsync(web.Database, new Someone(Role.Finance) { Name = "Dis Abled" });

        await SentAsync($"/admin/accounts/{account.Id}?handler=Disable");
        Assert.That(await LineAsync("Dis Abled"), Does.Contain("Disabled"));
        await SentAsync($"/admin/accounts/{account.Id}?handler=Enable");
        Assert.That(await LineAsync("Dis Abled"), Does.Contain("Open"));
    }

    [Test]
    public async Task Administrator_Themselves_KeepTheRoleAndTheAccount()
    {
        var self = await Accounts.OpenAsync(web.Database, new Someone(Role.Administrator));

        var demoted = await SentAsync($"/admin/accounts/{self.Id}", ("Name", self.Name), ("SignInName", self.SignInName), ("Roles", "Finance"));
        var disabled = await SentAsync($"/admin/accounts/{self.Id}?handler=Disable");

        Assert.That(demoted.QuerySelector("#roles-problem")!.Text(), Does.StartWith("You cannot take the role"));
        Assert.That(disabled.QuerySelector("[role=alert]")!.Text(), Does.StartWith("You cannot disable your own account"));
    }

    [Test]
    public async Task StartOver_Asked_EndsOldLinksAndGivesANewOne()
    {
        Someone forgetful = new(Role.Finance) { Name = "For Get" };
        var account = await Accounts.OpenAsync(web.Database, forgetful);
        var old = await Accounts.LinkAsync(web.Database, forgetful);

        var page = await SentAsync($"/admin/accounts/{account.Id}?handler=Invite");

        using var stranger = web.Stranger();
        using var dead = await stranger.GetAsync(old);
        Assert.That(dead.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That((await stranger.PageAsync(new Uri(page.QuerySelector(".invited code")!.Text()).AbsolutePath)).QuerySelector("h1")!.Text(), Is.EqualTo("Come in, For Get"));
    }

    [Test]
    public async Task Account_OfAnotherProvider_IsNotThere()
    {
        Someone other = new(Role.Finance) { Name = "Els Where", Provider = "Rowan" };
        var account = await Accounts.OpenAsync(web.Database, other);
        using (await web.SignedInAsAsync(other))
        {
            using var response = await web.GetAsync($"/admin/accounts/{account.Id}");

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        using var auditor = await web.SignedInAsAsync(new Someone(Role.Auditor));
        Assert.That((await auditor.PageAsync("/audit?who=Els")).QuerySelector(".empty")!.Text(), Is.EqualTo("No change matches."));
    }

    [Test]
    public async Task Trail_LongerThanAPage_IsReadToItsEnd()
    {
        await web.Database.AskAsync($"""
            insert into audit_entry (provider_id, at, user_id, by_name, what, subject, why)
            select 1, timestamptz '2026-05-04 12:00Z' + n * interval '1 day', 0, 'Long Trail', 'test.page', 'page/' || n, 'test' from generate_series(1, {ReadAudit.PageLength + 7}) n
            """);
        using var auditor = await web.SignedInAsAsync(new Someone(Role.Auditor));

        var first = await auditor.PageAsync("/audit?who=long%20tra");
        var second = await auditor.PageAsync(first.QuerySelector(".pages a")!.GetAttribute("href")!);
        var days = await auditor.PageAsync("/audit?who=Long&from=2026-05-06&to=2026-05-08");

        Assert.That(first.QuerySelectorAll(".trail tbody tr"), Has.Length.EqualTo(ReadAudit.PageLength));
        Assert.That(second.QuerySelectorAll(".trail tbody tr"), Has.Length.EqualTo(7));
        Assert.That(second.QuerySelector(".pages"), Is.Null);
        Assert.That(days.QuerySelectorAll(".trail tbody td:nth-of-type(3)").Select(td => td.Text()), Is.EqualTo(["page/4", "page/3", "page/2"]));
    }

    /// <summary>Sends a page's form, and gives the page that answers.</summary>
    private async Task<IDocument> SentAsync(string address, params (string Name, string Value)[] fields)
    {
        var page = await web.PageAsync(address.Split('?')[0]);
        var form = page.QuerySelectorAll("main form").FirstOrDefault(form => form.GetAttribute("action") == address) ?? page.QuerySelector("main form")!;
        using var response = await web.SendAsync(form, fields);
        response.EnsureSuccessStatusCode();
        return await Visitor.ParseAsync(response);
    }

    private async Task<string> LineAsync(string name) => (await web.PageAsync("/admin")).QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.Text() == name).Text();

    private async Task<object?> AccountsAsync() => await web.Database.AskAsync("select count(*) from access.user_account");
}
