using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Web.Tests;

/// <summary>Can we take this package? Ann is on leave until Wednesday week, and works for the team alone.</summary>
public sealed class PackagePageTests
{
    private const string Address = "/packages/try";

    private readonly HandClock clock = new() { Now = TestWeek.At("mon 09:00").InUtc().ToInstant() };
    private WebApplication web = null!;

    [SetUp]
    public async Task StartAsync()
    {
        RotaProblem week = new ProblemBuilder()
            .Worker("ann", ann => ann with { Gender = "female", Absences = [new Absence { Kind = AbsenceKind.Leave, Time = TestWeek.Span("mon 00:00", "next wed 00:00") }] })
            .Visit("v1", "sun 08:30").Build();
        web = await WebApplication.StartAsync(database => database.RecordAllAsync(week), services => services.AddSingleton<IClock>(clock));
    }

    [TearDown]
    public ValueTask StopAsync() => web.DisposeAsync();

    [Test]
    public async Task Form_Empty_OffersWhatTheRecordsKnow()
    {
        var page = await web.PageAsync(Address);

        Assert.That(page.QuerySelector("h1")!.Text(), Is.EqualTo("Can we take this package?"));
        Assert.That(page.QuerySelectorAll("select[name='Form.Team'] option").Select(option => option.GetAttribute("value")), Is.EqualTo(["", "team"]));
        Assert.That(page.QuerySelector("input[name='Form.From']")!.GetAttribute("value"), Is.EqualTo("2026-11-23"));
        Assert.That(page.QuerySelector(".answer"), Is.Null);
    }

    [Test]
    public async Task Form_NoRecords_SaysWhatToDoFirst()
    {
        using var stranger = await web.SignedInAsAsync(new Someone(Role.ServiceManager) { Provider = "New here", Name = "New Manager" });

        Assert.That((await stranger.PageAsync(Address)).QuerySelector(".empty a[href='/import']"), Is.Not.Null);
    }

    [Test]
    public async Task Form_ManagerOfAnotherTeam_OffersNoTeamOfOthers()
    {
        using var other = await web.SignedInAsAsync(new Someone(Role.ServiceManager) { Name = "Other Manager", Teams = ["elsewhere"] });

        Assert.That((await other.PageAsync(Address)).QuerySelectorAll("select[name='Form.Team'] option"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Try_BadInput_NamesFieldValueAndRemedyBesideTheField()
    {
        var page = await TryAsync(("Form.Name", ""), ("Form.WeeklyPounds", "lots"), ("Form.From", "2026-11-01"), ("Form.Gender", "female"), ("Form.Times[0].Latest", "07:00"));

        Assert.That(Fault(page, "name"), Does.Contain("Write the person's name."));
        Assert.That(Fault(page, "weeklypounds"), Does.Contain("'lots'").And.Contain("such as 420"));
        Assert.That(Fault(page, "from"), Does.Contain("1 November 2026 is over."));
        Assert.That(Fault(page, "genderreason"), Does.Contain("The law allows it where there is a reason"));
        Assert.That(Fault(page, "times-0-latest"), Does.Contain("07:00 is before the earliest start, 09:00."));
        Assert.That(page.QuerySelectorAll("[role=alert] a").All(link => page.QuerySelector(link.GetAttribute("href")!) is not null));
        Assert.That(page.QuerySelector("#form-name")!.GetAttribute("aria-describedby"), Is.EqualTo("form-name-fault"));
        Assert.That(page.QuerySelector(".answer"), Is.Null);
    }

    [Test]
    public async Task Try_Free_SaysYesAndTakesItWhenTold()
    {
        var page = await TryAsync(("Form.From", "2026-11-30"));

        Assert.That(page.QuerySelector("#answer")!.Text(), Does.Contain("Yes, from Tuesday 1 December"));
        Assert.That(await web.Database.AskAsync("select count(*) from record_head where id = 'mary-bell'"), Is.Zero);

        var take = page.QuerySelector("form[action*=Take]")!;
        using var taken = await web.SendAsync(take, [.. take.QuerySelectorAll("input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)).Where(field => field.Item1.StartsWith("Form.", StringComparison.Ordinal))]);

        Assert.That(taken.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/people/mary-bell"));
        Assert.That(await web.Database.AskAsync("select content ->> 'from' from record_version where kind = 'request' and id = 'mary-bell-1'"), Is.EqualTo("2026-12-01"));
    }

    [Test]
    public async Task Try_WorkerIsBackLater_SaysFromWhenAndWhy()
    {
        var page = await TryAsync();

        Assert.That(page.QuerySelector(".verdict.fromwhen #answer")!.Text(), Does.Contain("Not at once, but from Tuesday 1 December"));
        Assert.That(page.QuerySelector(".reasons")!.Text(), Does.Contain("Mary Bell, Tue 09:00 for 1 h: nobody yet.").And.Contain("ann"));
        Assert.That(page.QuerySelectorAll("details.week"), Has.Length.EqualTo(8));
    }

    [Test]
    public async Task Try_NobodyIsTrained_SaysNoAndWhatAsksLeast()
    {
        var page = await TryAsync(("Form.From", "2026-11-30"), ("Form.Skills", "hoist"));

        Assert.That(page.QuerySelector(".verdict.no #answer")!.Text(), Does.Contain("No way was found"));
        Assert.That(page.QuerySelector(".remedies li")!.Text(), Does.Contain("asks least").And.Contain("Train ann in hoist by 1 December."));
        Assert.That(page.QuerySelector("form[action*=Take]"), Is.Null);
    }

    private static string Fault(IDocument page, string field) => page.QuerySelector($"#form-{field}-fault")?.Text() ?? "";

    private async Task<IDocument> TryAsync(params (string Name, string Value)[] different)
    {
        (string Name, string Value)[] usual =
        [
            ("Form.Name", "Mary Bell"), ("Form.Team", "team"), ("Form.Council", "council"), ("Form.Near", "town"), ("Form.WeeklyPounds", "420"), ("Form.From", "2026-11-23"),
            ("Form.Times[0].Days", "Tuesday"), ("Form.Times[0].Earliest", "09:00"), ("Form.Times[0].Minutes", "60"),
        ];
        var form = (await web.PageAsync(Address)).QuerySelector("form.request")!;
        var names = different.Select(field => field.Name).ToHashSet();
        using var response = await web.SendAsync(form, [.. usual.Where(field => !names.Contains(field.Name)), .. different]);
        response.EnsureSuccessStatusCode();
        return await Visitor.ParseAsync(response);
    }
}
