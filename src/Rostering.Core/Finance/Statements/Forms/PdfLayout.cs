using Rostering.Ledger.Statements.Editions;

namespace Rostering.Core.Finance.Statements.Forms;

/// <summary>Puts blocks below one another, and on the next page where they do not fit.</summary>
internal sealed class PdfLayout
{
    private readonly TypeSizes sizes;
    private double y;

    public PdfLayout(Document document)
    {
        sizes = document.IsLarge ? TypeSizes.Large : TypeSizes.Normal;
        NextPage();
    }

    public PdfCanvas Canvas { get; } = new();

    private double Left => sizes.Margin;

    private double Right => PdfCanvas.PageWidth - sizes.Margin;

    private double Width => Right - Left;

    private double Bottom => PdfCanvas.PageHeight - sizes.Margin - 14;

    public void Title(string title)
    {
        Write(Canvas.Document.Add("H1"), title, Left, Width, sizes.Title, isBold: true, color: PdfColors.Strong);
        y += sizes.Gap / 2;
    }

    /// <summary>Adds a block; a heading stays with what follows it.</summary>
    public void Add(Block block, Block? next)
    {
        switch (block)
        {
            case Heading heading:
                AddHeading(heading, next);
                break;
            case Paragraph paragraph:
                AddParagraph(paragraph);
                break;
            case Facts facts:
                AddFacts(facts);
                break;
            case Figures figures:
                AddFigures(figures);
                break;
            case Table table:
                AddTable(table);
                break;
            case Idea idea:
                AddIdea(idea);
                break;
        }
    }

    public void Footers(string footer)
    {
        for (var page = 0; page < Canvas.Pages; page++)
        {
            var number = $"{page + 1} of {Canvas.Pages}";
            Canvas.Text(null, footer, Left, PdfCanvas.PageHeight - 28, sizes.Foot, color: PdfColors.Quiet, page: page);
            Canvas.Text(null, number, Right - StatementFonts.Regular.Width(number, sizes.Foot), PdfCanvas.PageHeight - 28, sizes.Foot, color: PdfColors.Quiet, page: page);
        }
    }

    private void AddHeading(Heading heading, Block? next)
    {
        y += sizes.Gap;
        Need((sizes.Heading * 1.5) + (next switch
        {
            Table => sizes.Leading * 6,
            Paragraph paragraph => (TextLines.Wrap(paragraph.Text, Width, sizes.Body, isBold: false).Count + 1) * sizes.Leading,
            _ => 0,
        }));
        Write(Canvas.Document.Add("H2"), heading.Text, Left, Width, sizes.Heading, isBold: true, color: PdfColors.Strong);
        y += 2;
    }

    private void AddParagraph(Paragraph paragraph)
    {
        var element = Canvas.Document.Add("P");
        var lines = TextLines.Wrap(paragraph.Text, Width - (paragraph.IsNote ? 20 : 0), sizes.Body, isBold: false);
        var height = lines.Count * sizes.Leading;
        Need(height + 14);
        if (paragraph.IsNote)
        {
            Canvas.Box(Left, y, Width, height + 12, PdfColors.Note);
            y += 6;
        }

        Write(element, paragraph.Text, Left + (paragraph.IsNote ? 10 : 0), Width - (paragraph.IsNote ? 20 : 0), sizes.Body);
        y += paragraph.IsNote ? 6 + (sizes.Gap / 2) : 4;
    }

    /// <summary>Two facts a line in normal type, one in large.</summary>
    private void AddFacts(Facts facts)
    {
        var columns = sizes == TypeSizes.Large ? 1 : 2;
        var columnWidth = Width / columns;
        var nameWidth = sizes == TypeSizes.Large ? 70 : 88;
        foreach (var line in facts.Items.Chunk(columns))
        {
            var (top, lowest) = (y, y);
            foreach (var (at, fact) in line.Index())
            {
                y = top;
                var element = Canvas.Document.Add("P");
                Write(element, fact.Name, Left + (at * columnWidth), nameWidth, sizes.Body, color: PdfColors.Quiet);
                y = top;
                Write(element, fact.Value, Left + (at * columnWidth) + nameWidth, columnWidth - nameWidth - 8, sizes.Body, isBold: true);
                lowest = Math.Max(lowest, y);
            }

            y = lowest + 1;
        }

        y += sizes.Gap / 2;
    }

    private void AddFigures(Figures figures)
    {
        var each = (Width - (8 * (figures.Items.Length - 1))) / figures.Items.Length;
        var top = y;
        foreach (var (at, figure) in figures.Items.Index())
        {
            var left = Left + (at * (each + 8));
            Canvas.Box(left, top, each, 46, PdfColors.Pale);
            var element = Canvas.Document.Add("P");
            Canvas.Text(element, figure.Name, left + 8, top + 16, sizes.Body - 1, color: PdfColors.Quiet);
            Canvas.Text(element, figure.Value, left + 8, top + 36, 15, isBold: true);
        }

        y = top + 46;
    }

    private void AddTable(Table table)
    {
        Need(sizes.Leading * 6);
        y += 2;
        var parts = new PdfTable(Canvas, table, Left, Width, sizes);
        parts.Caption(ref y);
        parts.Header(ref y);
        foreach (var row in table.Rows)
        {
            var set = parts.Set(row);
            if (y + set.Height > Bottom)
            {
                NextPage();
                parts.Header(ref y);
            }

            parts.Row(set, ref y);
        }

        y += 8;
    }

    /// <summary>An idea stays on one page.</summary>
    private void AddIdea(Idea idea)
    {
        const double picture = 84;
        var indent = idea.Picture is null ? 0 : picture + 22;
        var width = Width - indent;
        var lines = idea.Sentences.Sum(sentence => TextLines.Wrap(sentence, width, sizes.Body, isBold: false).Count);
        var height = (sizes.Heading * 1.25) + (idea.Figure.Length > 0 ? (sizes.Figure * 1.25) + 4 : 0) + (lines * sizes.Leading) + (idea.Sentences.Length * 3);
        Need(Math.Max(height, idea.Picture is null ? 0 : picture) + sizes.Gap);
        y += sizes.Gap / 2;
        Canvas.Rule(Left, Right, y, PdfColors.Line);
        y += sizes.Gap / 2;
        var top = y;
        if (idea.Picture is { } drawing)
            Canvas.Draw(Canvas.Document.Add("Figure", drawing.Shows), drawing, Left, top, picture);
        Write(Canvas.Document.Add("H2"), idea.Heading, Left + indent, width, sizes.Heading, isBold: true, color: PdfColors.Strong);
        if (idea.Figure.Length > 0)
        {
            Write(Canvas.Document.Add("P"), idea.Figure, Left + indent, width, sizes.Figure, isBold: true);
            y += 4;
        }

        foreach (var sentence in idea.Sentences)
        {
            Write(Canvas.Document.Add("P"), sentence, Left + indent, width, sizes.Body);
            y += 3;
        }

        y = Math.Max(y, idea.Picture is null ? 0 : top + picture);
    }

    private void Write(PdfElement element, string text, double x, double width, double size, bool isBold = false, string color = PdfColors.Text)
    {
        var leading = size == sizes.Body ? sizes.Leading : size * 1.25;
        foreach (var line in TextLines.Wrap(text, width, size, isBold))
        {
            Need(leading);
            Canvas.Text(element, line, x, y + (leading * 0.5) + (size * 0.35), size, isBold, color);
            y += leading;
        }
    }

    private void Need(double height)
    {
        if (y + height > Bottom)
            NextPage();
    }

    private void NextPage()
    {
        Canvas.AddPage();
        y = sizes.Margin;
    }
}
