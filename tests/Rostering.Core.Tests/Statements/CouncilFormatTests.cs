using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using Rostering.Core.Finance.Statements;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Tests.Statements;

public sealed class CouncilFormatTests
{
    private static readonly ImmutableArray<StatementSection> All = [.. Enum.GetValues<StatementSection>()];

    private static readonly StatementRules[] Councils =
    [
        new() { Frequency = StatementFrequency.Monthly },
        new() { Frequency = StatementFrequency.Monthly, HoursFirst = true },
        new() { Frequency = StatementFrequency.Monthly, Basis = StatementBasis.Invoiced },
        new() { Frequency = StatementFrequency.Monthly, DueDays = 14 },
        new() { Frequency = StatementFrequency.Monthly, Sections = [StatementSection.Support, StatementSection.Summary] },
        new() { Frequency = StatementFrequency.Monthly, Sections = [StatementSection.Summary, StatementSection.Support] },
        new() { Frequency = StatementFrequency.Quarterly },
        new() { Frequency = StatementFrequency.Quarterly, HoursFirst = true, Sections = [StatementSection.BankedHours, StatementSection.Contingency] },
        new() { Frequency = StatementFrequency.EveryPeriod },
        new() { Frequency = StatementFrequency.EveryPeriod, Basis = StatementBasis.Invoiced, DueDays = 10, Sections = [.. All.Reverse()] },
    ];

    [Test]
    public async Task Issue_TenCouncilsOneRota_TenFormats_T28()
    {
        await using var database = await StatementDatabase.CreateAsync();
        var formats = new List<string>();

        foreach (var (at, rules) in Councils.Index())
        {
            var fund = at + 1;
            await database.OpenAsync(fund, new() { InvoiceCycle = new() { Kind = CycleKind.FourWeekly, Anchor = new LocalDate(2026, 4, 6) }, Statement = rules });
            await database.DeliverAsync(fund, "2026-09-03", 2_080);
            var issued = await database.IssuedAsync(fund, new(2026, 9, 3));
            var html = Encoding.UTF8.GetString(await database.RenderAsync(fund, 1, StatementEdition.Standard, StatementForm.Html));

            Assert.That(issued.Header.DueOn, Is.EqualTo(issued.Header.Period.To.PlusDays(rules.DueDays)));
            Assert.That(Regex.Count(html, "<h2>"), Is.EqualTo(rules.Sections.Length + 2));
            Assert.That(html, Does.Contain($"<dt>Basis</dt><dd>{rules.Basis}</dd>"));
            Assert.That(html.IndexOf("<dt>Support given", StringComparison.Ordinal) < html.IndexOf("<dt>Closing balance", StringComparison.Ordinal), Is.EqualTo(rules.HoursFirst));
            formats.Add($"{issued.Header.Period} {issued.Header.DueOn} {Regex.Match(html, "Basis</dt><dd>[a-zA-Z]+")} {string.Join(',', Regex.Matches(html, "<h2>.*?</h2>|class=\"figures\"><div><dt>[^<]*"))}");
        }

        Assert.That(formats, Is.Unique.And.Count.EqualTo(10));
    }
}
