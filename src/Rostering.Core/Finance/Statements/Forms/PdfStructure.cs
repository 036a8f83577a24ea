namespace Rostering.Core.Finance.Statements.Forms;

/// <summary>A part of a PDF's structure, which tells a screen reader what a piece of a page is.</summary>
internal sealed record PdfElement(string Tag, PdfElement? Parent, string? Alternative = null)
{
    public List<PdfElement> Children { get; } = [];

    /// <summary>The marked pieces of pages that make up the element.</summary>
    public List<(int Page, int Mark)> Marks { get; } = [];

    public PdfElement Add(string tag, string? alternative = null)
    {
        var child = new PdfElement(tag, this, alternative);
        Children.Add(child);
        return child;
    }
}

/// <summary>Writes the structure of a document, and for every page which elements its marks belong to.</summary>
internal sealed class PdfStructure(PdfFile file, IReadOnlyList<int> pages)
{
    private readonly Dictionary<(int Page, int Mark), int> owners = [];

    public int Write(PdfElement document)
    {
        var root = file.Reserve();
        var top = Write(document, root);
        var parents = pages.Select((_, page) => $"{page} [{string.Join(' ', owners.Where(owner => owner.Key.Page == page).OrderBy(owner => owner.Key.Mark).Select(owner => $"{owner.Value} 0 R"))}]");
        var tree = file.Add($"<< /Nums [{string.Join(' ', parents)}] >>");
        file.Set(root, $"<< /Type /StructTreeRoot /K {top} 0 R /ParentTree {tree} 0 R /ParentTreeNextKey {pages.Count} >>");
        return root;
    }

    private int Write(PdfElement element, int parent)
    {
        var number = file.Reserve();
        var children = element.Children.Select(child => $"{Write(child, number)} 0 R").ToList();
        var home = element.Marks.Count > 0 ? element.Marks[0].Page : 0;
        var marks = element.Marks.Select(mark => mark.Page == home ? $"{mark.Mark}" : $"<< /Type /MCR /Pg {pages[mark.Page]} 0 R /MCID {mark.Mark} >>");
        foreach (var mark in element.Marks)
            owners[mark] = number;
        var alternative = element.Alternative is { } text ? $"/Alt {PdfFile.Text(text)} " : "";
        var scope = element.Tag == "TH" ? "/A << /O /Table /Scope /Column >> " : "";
        file.Set(number, $"<< /Type /StructElem /S /{element.Tag} /P {parent} 0 R {(element.Marks.Count > 0 ? $"/Pg {pages[home]} 0 R " : "")}{alternative}{scope}/K [{string.Join(' ', marks.Concat(children))}] >>");
        return number;
    }
}
