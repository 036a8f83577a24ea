using System.Net;
using AngleSharp.Dom;
using Rostering.Core.Access;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Web.Tests.My;

/// <summary>Leave and extra hours, from the worker's page to the manager's and back.</summary>
public sealed class TimeRequestPagesTests
{
    private const string Name = "Ann <Ross>";
    private const string Waiting = "/my-team/requests";

    private WebApplication web = null!;
    private Visitor worker = null!;
    private Visitor manager = null!;

    [SetUp]
    public async Task StartAsync()
    {
        var week = new ProblemBuilder().Worker("ann", worker => worker with { Name = Name, Available = [TestWeek.Span("mon 07:00", "mon 22:00")] }).Visit("v1", "mon 07:00").Build();
        web = await WebApplication.StartAsync(database => database.RecordAllAsync(week));
        worker = await web.SignedInAsAsync(new Someone(Role.Worker));
        manager = await web.SignedInAsAsync(new Someone(Role.ServiceManager));
    }

    [TearDown]
    public async Task StopAsync()
    {
        worker.Dispose();
        manager.Dispose();
        await web.DisposeAsync();
    }

    [TestCase("/my/leave")]
    [TestCase("/my/availability")]
    public async Task Page_NothingAskedYet_SaysSo(string address) =>
        Assert.That((await worker.PageAsync(address)).QuerySelector(".empty")!.Text(), Is.EqualTo("Nothing yet."));

    [Test]
    public async Task Waiting_NothingAsked_SaysSo() => Assert.That((await manager.PageAsync(Waiting)).QuerySelector(".empty")!.Text(), Does.Contain("Nothing waits"));

    [Test]
    public async Task Leave_AskedAndApproved_IsOnBothPagesAndInTheInbox()
    {
        var asked = await AskAsync("/my/leave", "2099-06-01T00:00", "2099-06-03T00:00");
        var page = await manager.PageAsync(Waiting);

        using var answered = await manager.SendAsync(page.QuerySelector(".letter form")!, ("id", Id(page)), ("answer", "Enjoy it"), ("approve", "true"));

        Assert.That(asked.QuerySelector(".letter .tag")!.Text(), Is.EqualTo("asked"));
        Assert.That(page.QuerySelector(".letter h2")!.Text(), Is.EqualTo($"{Name}: leave"));
        Assert.That((await Visitor.ParseAsync(answered)).QuerySelector(".empty"), Is.Not.Null);
        var own = (await worker.PageAsync("/my/leave")).QuerySelector(".letter")!;
        Assert.That(own.QuerySelector(".tag")!.Text(), Is.EqualTo("approved"));
        Assert.That(own.QuerySelectorAll("form"), Is.Empty, "an answer is final");
        Assert.That((await worker.PageAsync("/messages")).QuerySelector(".letter.unread h3")!.Text(), Does.Contain("Your leave was approved"));
    }

    [Test]
    public async Task Leave_RefusedWithoutAReason_IsToldBesideTheField()
    {
        await AskAsync("/my/leave", "2099-06-01T00:00", "2099-06-03T00:00");
        var page = await manager.PageAsync(Waiting);

        using var answered = await manager.SendAsync(page.QuerySelector(".letter form")!, ("id", Id(page)), ("answer", ""), ("approve", "false"));

        var field = (await Visitor.ParseAsync(answered)).QuerySelector(".letter .field")!;
        Assert.That(field.QuerySelector(".fault")!.Text(), Does.Contain("needs a reason"));
        Assert.That(field.QuerySelector("input")!.GetAttribute("aria-describedby"), Is.EqualTo(field.QuerySelector(".fault")!.Id));
    }

    [TestCase("", "2099-06-03T00:00", "starts-fault", "no day and time")]
    [TestCase("2099-06-03T00:00", "2099-06-01T00:00", "ends-fault", "not after the start")]
    public async Task Leave_WrongTime_IsToldBesideItsFieldAndKept(string starts, string ends, string fault, string words)
    {
        var page = await AskAsync("/my/leave", starts, ends);

        Assert.That(page.QuerySelector($"#{fault}")!.Text(), Does.Contain(words));
        Assert.That(page.QuerySelector("#ends")!.GetAttribute("value"), Is.EqualTo(ends));
    }

    [Test]
    public async Task Leave_ManyAskedOneTakenBack_LeavesTheOthers()
    {
        for (var month = 1; month <= 9; month++)
            await AskAsync("/my/leave", $"2099-0{month}-01T00:00", $"2099-0{month}-03T00:00");
        var page = await worker.PageAsync("/my/leave");

        var form = page.QuerySelector(".letter form")!;
        using var response = await worker.SendAsync(form, ("id", form.QuerySelector("input[name=id]")!.GetAttribute("value")!));

        Assert.That((await Visitor.ParseAsync(response)).QuerySelectorAll(".letter .tag").Select(tag => tag.Text()).Order(StringComparer.Ordinal),
            Is.EqualTo([.. Enumerable.Repeat("asked", 8), "withdrawn"]));
    }

    [Test]
    public async Task Withdraw_SomebodyElses_IsNotFound()
    {
        var page = await worker.PageAsync("/my/leave");

        using var response = await worker.PostAsync("/my/leave?handler=Withdraw", ("id", "4711"),
            ("__RequestVerificationToken", page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static string Id(IDocument page) => page.QuerySelector(".letter input[name=id]")!.GetAttribute("value")!;

    private async Task<IDocument> AskAsync(string address, string starts, string ends)
    {
        var page = await worker.PageAsync(address);
        using var response = await worker.SendAsync(page.QuerySelector("main form.fields")!, ("starts", starts), ("ends", ends), ("note", ""));
        return await Visitor.ParseAsync(response);
    }
}
