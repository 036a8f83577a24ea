using System.Security.Cryptography;
using System.Text;
using Rostering.Ledger.Statements.Editions;

namespace Rostering.Core.Finance.Statements.Forms;

/// <summary>Sets a statement's document as a tagged PDF on A4.</summary>
internal static class PdfForm
{
    /// <summary>The file; the day and the seal fix what would otherwise differ from one making to the next.</summary>
    public static byte[] Render(Document document, DateOnly issuedOn, string seal)
    {
        var layout = new PdfLayout(document);
        layout.Title(document.Title);
        foreach (var (at, block) in document.Blocks.Index())
            layout.Add(block, document.Blocks.ElementAtOrDefault(at + 1));
        layout.Footers(document.Footer);
        var id = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seal}|{document.Footer}")))[..32];
        return layout.Canvas.Save(document.Title, issuedOn, id);
    }

    public static int PagesOf(byte[] file) => Encoding.Latin1.GetString(file).Split("/Type /Page ").Length - 1;
}
