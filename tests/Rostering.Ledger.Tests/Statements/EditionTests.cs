using System.Text.RegularExpressions;
using FsCheck.Fluent;
using FsCheck;
using Rostering.Ledger.Statements.Editions;
using Rostering.Ledger.Statements;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.Tests.Statements;

public sealed class EditionTests
{
    [Test]
    public void EasyRead_RandomBooks_NoSentenceHasMoreThanFifteenWords_T33() => Prop.ForAll(Books.Random.ToArbitrary(), books =>
    {
        var tooLong = Sentences(EasyReadEdition.Of(books.State(Wordy))).Where(sentence => sentence.Split(' ').Length > EasyReadEdition.WordsMax);

        Assert.That(tooLong, Is.Empty);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void EasyRead_WithoutPictures_SaysTheSameWords_T33()
    {
        var statement = new Books().State();

        var with = EasyReadEdition.Of(statement);
        var without = EasyReadEdition.Of(statement with { Header = statement.Header with { Pictures = false } });

        Assert.That(with.Blocks.OfType<Idea>().Select(idea => idea.Picture), Has.None.Null);
        Assert.That(without.Blocks.OfType<Idea>().Select(idea => idea.Picture), Has.All.Null);
        Assert.That(Sentences(without), Is.EqualTo(Sentences(with)));
    }

    [Test]
    public void Standard_RandomBooks_NeverCallsBankedHoursUnusedAndNeverHidesACut() => Prop.ForAll(Books.Random.ToArbitrary(), books =>
    {
        var statement = books.State();
        var text = string.Join(' ', Texts(StandardEdition.Of(statement)));

        Assert.That(text, Does.Not.Contain("unused").IgnoreCase);
        Assert.That(text, Does.Contain("finite").And.Contain("not a bill"));
        Assert.That(text.Contains("Cut by the council", StringComparison.Ordinal), Is.EqualTo(statement.Flows.ContainsKey(Flow.Cut)));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Standard_NoActivity_StillHasEverySection()
    {
        var headings = StandardEdition.Of(new Books().State()).Blocks.OfType<Heading>().Select(heading => heading.Text).ToList();

        Assert.That(headings, Has.Count.EqualTo(Enum.GetValues<StatementSection>().Length + 2).And.Unique);
    }

    [Test]
    public void Standard_CouncilAsksForFewSections_ShowsThoseInItsOrder_T28()
    {
        var rules = Books.Header.Terms.Statement with { Sections = [StatementSection.BankedHours, StatementSection.Support, StatementSection.Summary], HoursFirst = true };
        var document = StandardEdition.Of(new Books().State(Books.Header with { Terms = Books.Header.Terms with { Statement = rules } }));

        Assert.That(document.Blocks.OfType<Heading>().Select(heading => heading.Text),
            Is.EqualTo(new[] { "Banked hours", "Support, visit by visit", "Summary", "How to query this statement, or complain", "Seal" }));
        Assert.That(document.Blocks.OfType<Figures>().Single().Items[0].Name, Is.EqualTo("Support given"));
    }

    private static StatementHeader Wordy { get; } = Books.Header with
    {
        Council = "The Council of the United Parishes of Upper and Lower Northshire and the Isles of the Western Sea",
        CouncilContact = "write to the office of social work finance, third floor, the old corn exchange, on market days only",
    };

    /// <summary>Sentences end where a full stop, a question mark, an exclamation mark or a paragraph does.</summary>
    private static List<string> Sentences(Document document) =>
        [.. Texts(document).SelectMany(text => Regex.Split(text, @"(?<=[.?!])\s+")).Where(sentence => sentence.Length > 0)];

    private static IEnumerable<string> Texts(Document document) => document.Blocks.SelectMany(block => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => [paragraph.Text],
        Idea idea => [idea.Heading, idea.Figure, .. idea.Sentences],
        Table table => [table.Caption, .. table.Columns.Select(column => column.Name), .. table.Rows.SelectMany(row => row.Cells)],
        Figures figures => figures.Items.SelectMany(item => new[] { item.Name, item.Value }),
        Facts facts => facts.Items.SelectMany(item => new[] { item.Name, item.Value }),
        _ => (IEnumerable<string>)[],
    });
}
