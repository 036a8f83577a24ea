using System.Text;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Calendars;
using Rostering.Core.Tests.Visits;

namespace Rostering.Core.Tests.Calendars;

public sealed class ReadCalendarTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 16, 9, 0);

    private OwnWeek week = null!;

    [SetUp]
    public async Task PublishAsync() => week = await OwnWeek.PublishAsync();

    [TearDown]
    public ValueTask DropAsync() => week.DisposeAsync();

    [Test]
    public async Task Read_Worker_HasEachVisitInUtcAndNoPersonsName()
    {
        var file = Unfolded((await ReadAsync(await ShareAsync()))!);

        Assert.That(file, Does.StartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").And.EndWith("END:VCALENDAR\r\n"));
        Assert.That(file.Split("BEGIN:VEVENT"), Has.Length.EqualTo(5), "four visits");
        Assert.That(file, Does.Contain("DTSTART:20261116T070000Z\r\nDTEND:20261116T090000Z\r\nSUMMARY:Support\r\nLOCATION:town\\, town\r\n"));
        Assert.That(file, Does.Contain("DTSTART:20261121T220000Z\r\nDTEND:20261122T070000Z\r\nSUMMARY:Sleepover"));
        Assert.That(file, Does.Not.Contain("pat").And.Not.Contain("sam"));
    }

    [Test]
    public async Task Read_Again_GivesEachVisitTheSameUid()
    {
        var secret = await ShareAsync();
        var before = await ReadAsync(secret);
        await week.Database.AskAsync("update published_visit set starts_at = '2026-11-16 07:30' where visit = 'v1'");

        var after = await ReadAsync(secret);

        Assert.That(after, Is.Not.EqualTo(before));
        Assert.That(Uids(after!), Is.EqualTo(Uids(before!)).And.Unique);
    }

    [Test]
    public async Task Read_Revoked_IsNothing()
    {
        var secret = await ShareAsync();
        await using (var database = week.Open())
            await new ShareCalendar(database).RevokeAsync(week.Ann("mon 09:00"), (await new ShareCalendar(database).OpenAsync(week.Ann("mon 09:00").By, default)).Single().Id, default);

        Assert.That(await ReadAsync(secret), Is.Null);
    }

    [Test]
    public async Task Read_WrongSecret_IsNothing()
    {
        await ShareAsync();

        Assert.That(await ReadAsync(Secret.New()), Is.Null);
    }

    [Test]
    public async Task Secret_IsKeptNowhere()
    {
        var secret = await ShareAsync();

        Assert.That(await week.Database.AskAsync($"select count(*) from calendar_feed where encode(secret_hash, 'escape') like '%{secret}%'"), Is.Zero);
        Assert.That(await week.Database.AskAsync($"select count(*) from audit_entry where coalesce(detail::text, '') || subject like '%{secret}%'"), Is.Zero);
    }

    [Test]
    public void Lines_LongAndNotInEnglish_AreFoldedBetweenCharacters()
    {
        var file = new ICalendarFile("x");
        file.Add(new CalendarEvent("1", Now, new LocalDateTime(2026, 3, 29, 0, 30), new LocalDateTime(2026, 3, 29, 2, 30), $"{new string('é', 60)}; {new string('字', 40)}", "a, b\nc", CalledOff: true));

        var text = file.Text();

        Assert.That(text.Split("\r\n").Select(Encoding.UTF8.GetByteCount), Is.All.LessThanOrEqualTo(75));
        Assert.That(Unfolded(text), Does.Contain($"SUMMARY:{new string('é', 60)}\\; {new string('字', 40)}\r\nLOCATION:a\\, b\\nc\r\nSTATUS:CANCELLED"));
        Assert.That(text, Does.Contain("DTSTART:20260329T003000Z\r\nDTEND:20260329T013000Z"), "an hour is skipped that night");
    }

    private static string Unfolded(string file) => file.Replace("\r\n ", "", StringComparison.Ordinal);

    private static IEnumerable<string> Uids(string file) => Unfolded(file).Split("\r\n").Where(line => line.StartsWith("UID:", StringComparison.Ordinal));

    private async Task<string> ShareAsync()
    {
        await using var database = week.Open();
        return await new ShareCalendar(database).MakeAsync(week.Ann("mon 08:00"), CalendarOf.Worker, "ann", CancellationToken.None);
    }

    private async Task<string?> ReadAsync(string secret)
    {
        await using var database = week.Open();
        return await new ReadCalendar(database).HandleAsync(secret, Now, CancellationToken.None);
    }
}
