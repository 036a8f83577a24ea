using Rostering.Core.Finance.Statements.Forms;
using Rostering.Ledger.Statements;
using Rostering.Ledger.Statements.Editions;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Statements;

/// <summary>What a statement is written as.</summary>
public enum StatementForm
{
    /// <summary>One HTML file with its style and fonts in it, for screen and print.</summary>
    Html,

    /// <summary>A tagged PDF on A4.</summary>
    Pdf,
}

/// <summary>Writes a statement in an edition and a form. The same statement gives the same bytes.</summary>
public static class StatementFile
{
    public static byte[] Write(Statement statement, StatementEdition edition, StatementForm form)
    {
        var document = edition == StatementEdition.Standard ? StandardEdition.Of(statement) : EasyReadEdition.Of(statement);
        return form == StatementForm.Html ? HtmlForm.Render(document) : PdfForm.Render(document, statement.Header.IssuedOn.ToDateOnly(), statement.Seal.Hash);
    }

    /// <summary>A name such as fund-12-statement-3-easy-read.pdf.</summary>
    public static string NameOf(StatementHeader header, StatementEdition edition, StatementForm form) =>
        $"fund-{header.Fund}-statement-{header.Number}-{(edition == StatementEdition.Standard ? "standard" : "easy-read")}.{(form == StatementForm.Html ? "html" : "pdf")}";
}
