using System.Net;
using AngleSharp.Dom;
using Rostering.Core.Access;
using Rostering.Testing;

namespace Rostering.Web.Tests;

public sealed class EmptyPagesTests
{
    private WebApplication web = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => web = await WebApplication.StartAsync(_ => Task.CompletedTask);

    [OneTimeTearDown]
    public ValueTask StopAsync() => web.DisposeAsync();

    [Test]
    public async Task Home_NothingSolved_SaysWhatToDo() =>
        Assert.That((await web.PageAsync("/")).QuerySelector(".empty")!.Text(), Does.Contain("./scripts/run"));

    [Test]
    public async Task Funds_NeverVerified_SayWhenTheyWillBe() =>
        Assert.That((await web.PageAsync("/funds")).QuerySelector(".verified")!.Text(), Does.Contain("not been verified yet").And.Contain("02:30"));

    [Test]
    public async Task OpenFund_NoCouncilKnown_LeadsToRecordingOne()
    {
        using var finance = await web.SignedInAsAsync(new Someone(Role.Finance));

        Assert.That((await finance.PageAsync("/funds/new")).QuerySelector("main .empty a")!.GetAttribute("href"), Is.EqualTo("/funds/councils/record"));
    }

    [TestCase("/rotas/2026-11-16", TestName = "Week_WithoutRota_IsNotFound")]
    [TestCase("/rotas/next-week", TestName = "Week_NoDate_IsNotFound")]
    [TestCase("/rotas/2026-02-30", TestName = "Week_NoSuchDay_IsNotFound")]
    [TestCase("/rotas/2026-11-16/visits/v1", TestName = "Visit_WithoutRota_IsNotFound")]
    [TestCase("/nowhere", TestName = "Address_Unknown_IsNotFound")]
    public async Task Address_NothingThere_IsNotFound(string address)
    {
        using var response = await web.GetAsync(address);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("There is nothing at this address"));
    }

    [TestCase("/")]
    [TestCase("/nowhere")]
    [TestCase("/site.css")]
    public async Task Response_Always_CarriesTheSecurityHeaders(string address)
    {
        using var response = await web.GetAsync(address);

        Assert.That(response.Headers.GetValues("Content-Security-Policy"), Has.One.Contains("default-src 'self'").And.One.Contains("frame-ancestors 'none'"));
        Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
        Assert.That(response.Headers.GetValues("Referrer-Policy"), Is.EqualTo(["same-origin"]));
    }
}
