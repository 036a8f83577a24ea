using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Rostering.Core.Finance.Statements;
using Rostering.Core.Finance.Statements.Forms;
using Rostering.Ledger.Terms;
using Rostering.Ledger.Tests.Statements;

namespace Rostering.Core.Tests.Statements;

public sealed class StatementFileTests
{
    [Test]
    public void EasyRead_RandomBooks_FitsFourPages_T33() => Prop.ForAll(Books.Random.ToArbitrary(), books =>
        Assert.That(PdfForm.PagesOf(StatementFile.Write(books.State(), StatementEdition.EasyRead, StatementForm.Pdf)), Is.InRange(1, 4))).QuickCheckThrowOnFailure();

    [Test]
    public void EasyRead_Pdf_HasNoTypeBelowFourteenPoints_T33()
    {
        var pdf = Encoding.Latin1.GetString(StatementFile.Write(new Books().State(), StatementEdition.EasyRead, StatementForm.Pdf));

        // The signs in pictures are drawings on a scale of their own.
        var sizes = Regex.Matches(pdf, @"/[RB] ([0-9.]+) Tf [0-9.]+ [0-9.]+ Td").Select(match => double.Parse(match.Groups[1].Value));
        Assert.That(sizes, Is.Not.Empty.And.All.GreaterThanOrEqualTo(14));
    }

    [Test]
    public void EasyRead_WithoutPictures_HasNoneAndKeepsItsWords_T33()
    {
        var statement = new Books().State(Books.Header with { Pictures = false });

        var html = Encoding.UTF8.GetString(StatementFile.Write(statement, StatementEdition.EasyRead, StatementForm.Html));

        Assert.That(html, Does.Not.Contain("<svg").And.Contain("Safety money is for when someone is ill."));
    }

    [Test]
    public void Html_NameWithMarkup_IsText()
    {
        var statement = new Books().State(Books.Header with { Person = "Bobby <script>alert('x')</script> & \"Co\"" });

        foreach (var edition in Enum.GetValues<StatementEdition>())
        {
            var html = Encoding.UTF8.GetString(StatementFile.Write(statement, edition, StatementForm.Html));
            Assert.That(html, Does.Not.Contain("<script").And.Contain("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Co&quot;").And.Contain("lang=\"en-GB\""));
        }
    }

    [Test]
    public void Pdf_RandomBooks_IsWellFormedAndTheSameEachTime() => Prop.ForAll(Books.Random.ToArbitrary(), Gen.Elements(Enum.GetValues<StatementEdition>()).ToArbitrary(), (books, edition) =>
    {
        var statement = books.State();

        var file = StatementFile.Write(statement, edition, StatementForm.Pdf);

        var text = Encoding.Latin1.GetString(file);
        var places = Regex.Matches(text, @"(\d{10}) 00000 n ").Select(match => int.Parse(match.Groups[1].Value)).ToList();
        Assert.That(places.Index().All(place => text.AsSpan(place.Item).StartsWith($"{place.Index + 1} 0 obj")));
        Assert.That(Regex.Count(text, "BDC\n|BMC\n"), Is.EqualTo(Regex.Count(text, "EMC\n")));
        Assert.That(StatementFile.Write(statement, edition, StatementForm.Pdf), Is.EqualTo(file));
    }).QuickCheckThrowOnFailure();
}
