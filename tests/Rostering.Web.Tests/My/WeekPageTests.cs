using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Web.Tests.My;

/// <summary>Monday, 07:20 in London: ann has been with pat since 7:00, or should have been; sam's visit at 10:00 has nobody.</summary>
public sealed class WeekPageTests
{
    private const string Week = "/my/week?week=2026-11-16";

    private readonly HandClock clock = new() { Now = TestWeek.At("mon 07:20").InUtc().ToInstant() };
    private WebApplication web = null!;

    [SetUp]
    public async Task StartAsync()
    {
        RotaProblem problem = new ProblemBuilder().Worker("ann").Worker("bob").Person("sam")
            .Visit("v1", "mon 07:00", minutes: 120).Visit("v2", "mon 10:00", person: "sam").Build();
        web = await WebApplication.StartAsync(
            database => database.PublishAsync(problem, Rotas.Of(problem, ("v1", "mon 07:00", "ann")), Instant.FromUtc(2026, 11, 12, 14, 0)),
            services => services.AddSingleton<IClock>(clock));
    }

    [TearDown]
    public ValueTask StopAsync() => web.DisposeAsync();

    [Test]
    public async Task Week_Worker_ShowsVisitsHoursAndWhenItWasSynced()
    {
        using var ann = await web.SignedInAsAsync(new Someone(Role.Worker));

        var page = await ann.PageAsync(Week);

        Assert.That((page.QuerySelectorAll(".day").Length, page.QuerySelectorAll(".free").Length), Is.EqualTo((1, 6)));
        Assert.That(page.QuerySelector(".turn h3")!.Text(), Does.Contain("07:00–09:00").And.Contain("pat"));
        Assert.That(page.QuerySelector(".facts")!.Text(), Does.Contain("2 h"));
        Assert.That(page.QuerySelector("#synced")!.Text(), Is.EqualTo("Last synced Mon 16 November, 07:20."));
    }

    [Test]
    public async Task Week_WorkerWithoutVisits_SaysSo()
    {
        using var bob = await web.SignedInAsAsync(new Someone(Role.Worker) { Name = "Bob", WorkerId = "bob" });

        Assert.That((await bob.PageAsync(Week)).QuerySelector(".empty")!.Text(), Does.Contain("no visits"));
    }

    [Test]
    public async Task Week_NotPublished_SaysSo()
    {
        using var ann = await web.SignedInAsAsync(new Someone(Role.Worker));

        Assert.That((await ann.PageAsync("/my/week?week=2026-11-23")).QuerySelector(".empty")!.Text(), Does.Contain("not published"));
    }

    [Test]
    public async Task CheckIn_Late_AsksWhyBesideTheVisitAndThenTakesIt()
    {
        using var ann = await web.SignedInAsAsync(new Someone(Role.Worker));
        var form = (await ann.PageAsync(Week)).QuerySelector(".turn form")!;

        using var late = await ann.SendAsync(form, ("visit", "v1"), ("kind", "Came"));
        var asked = (await Visitor.ParseAsync(late)).QuerySelector(".turn")!;
        using var excused = await ann.SendAsync(asked.QuerySelector("form")!, ("visit", "v1"), ("kind", "Came"), ("reason", "No bus"));

        Assert.That(asked.QuerySelector(".fault")!.Text(), Does.Contain("20 minutes late"));
        Assert.That(asked.QuerySelector("input[name=reason]"), Is.Not.Null);
        Assert.That((await Visitor.ParseAsync(excused)).QuerySelector(".presence")!.Text(), Does.Contain("Checked in 07:20"));
    }

    [Test]
    public async Task Week_Person_SaysWhoComesInPlainWords()
    {
        using var pat = await web.SignedInAsAsync(new Someone(Role.Person));

        var turn = (await pat.PageAsync(Week)).QuerySelector(".plain .turn")!;

        Assert.That(turn.QuerySelector(".who")!.Text(), Is.EqualTo("ann"));
        Assert.That(turn.Text(), Does.Contain("7:00 in the morning to 9:00 in the morning"));
    }

    [Test]
    public async Task Week_PersonWithNobody_IsToldSo()
    {
        using var sam = await web.SignedInAsAsync(new Someone(Role.Representative) { Name = "Sister", PersonIds = ["sam"] });

        Assert.That((await sam.PageAsync(Week)).QuerySelector(".missing .who")!.Text(), Does.StartWith("Nobody yet"));
    }

    [TestCase(Week + "&person=sam")]
    [TestCase("/my/week?week=monday")]
    public async Task Week_SomebodyElsesOrNoWeek_IsNotFound(string address)
    {
        using var pat = await web.SignedInAsAsync(new Someone(Role.Person));
        using var response = await pat.GetAsync(address);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Calendar_SharedThenRevoked_IsReadByAnybodyWithTheSecretUntilThen()
    {
        using var ann = await web.SignedInAsAsync(new Someone(Role.Worker));
        var page = await ann.PageAsync("/my/calendar");
        using var shared = await ann.SendAsync(page.QuerySelector("form[action*=Share]")!, ("of", "Worker-ann"));
        var made = await Visitor.ParseAsync(shared);
        var address = new Uri(made.QuerySelector(".hash a")!.GetAttribute("href")!).AbsolutePath;
        using var stranger = web.Stranger();

        using var feed = await stranger.GetAsync(address);
        using var revoked = await ann.SendAsync(made.QuerySelector("form[action*=Revoke]")!, ("id", made.QuerySelector("form[action*=Revoke] input[name=id]")!.GetAttribute("value")!));
        using var gone = await stranger.GetAsync(address);

        Assert.That(feed.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/calendar; charset=utf-8"));
        Assert.That(await feed.Content.ReadAsStringAsync(), Does.Contain("DTSTART:20261116T070000Z"));
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
