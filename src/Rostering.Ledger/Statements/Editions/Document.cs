using System.Collections.Immutable;

namespace Rostering.Ledger.Statements.Editions;

/// <summary>What a statement says and in which order, before it becomes a page of one form or another.</summary>
/// <param name="Title">The title, for the page and for its file.</param>
/// <param name="IsLarge">Whether it is set in the large type of the easy-read edition.</param>
/// <param name="Blocks">What follows the title.</param>
/// <param name="Footer">What stands at the foot of every page.</param>
public sealed record Document(string Title, bool IsLarge, ImmutableArray<Block> Blocks, string Footer);

/// <summary>A part of a document, from one margin to the other.</summary>
public abstract record Block;

/// <summary>A heading, with the picture that leads to it if there is one.</summary>
public sealed record Heading(string Text) : Block;

/// <summary>Running text. A note is set apart from what stands around it.</summary>
public sealed record Paragraph(string Text, bool IsNote = false) : Block;

/// <summary>Names and values side by side.</summary>
public sealed record Facts(ImmutableArray<Fact> Items) : Block;

/// <summary>A name and its value.</summary>
public sealed record Fact(string Name, string Value);

/// <summary>A few figures that say most, set large.</summary>
public sealed record Figures(ImmutableArray<Fact> Items) : Block;

/// <summary>A table; numbers stand to the right.</summary>
public sealed record Table(string Caption, ImmutableArray<Column> Columns, ImmutableArray<Row> Rows) : Block;

/// <summary>A column, and its share of the table's width.</summary>
public sealed record Column(string Name, int Share, bool IsNumber = false);

/// <summary>A row of cells, one for each column.</summary>
public sealed record Row(ImmutableArray<string> Cells, bool IsTotal = false);

/// <summary>One idea in easy words: a picture to the left, a heading, a figure and sentences to its right.</summary>
public sealed record Idea(Drawing? Picture, string Heading, string Figure, ImmutableArray<string> Sentences) : Block;
