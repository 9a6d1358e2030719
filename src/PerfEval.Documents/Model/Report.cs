using System.Text.Json.Serialization;

namespace PerfEval.Documents.Model;

/// <summary>A finished report: every text and number as it shall be printed. The typesetter decides nothing but the layout.</summary>
/// <param name="Subject">Title for document properties and file name.</param>
/// <param name="Blocks">What stands in it, in order.</param>
/// <param name="Watermark">草稿 while it is a draft; null for a final report.</param>
public sealed record Report(string Subject, IReadOnlyList<Block> Blocks, string? Watermark = null);

/// <summary>Something that stands in a report.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AnnexLabel), nameof(AnnexLabel))]
[JsonDerivedType(typeof(TitleBlock), nameof(TitleBlock))]
[JsonDerivedType(typeof(Heading), nameof(Heading))]
[JsonDerivedType(typeof(Paragraph), nameof(Paragraph))]
[JsonDerivedType(typeof(TableBlock), nameof(TableBlock))]
[JsonDerivedType(typeof(SignatureBlock), nameof(SignatureBlock))]
public abstract record Block;

/// <summary>附件4-4: 黑体 3号, upper left of the text area (GB/T 9704-2012 §7.4).</summary>
public sealed record AnnexLabel(string Text) : Block;

/// <summary>Title: 小标宋 2号, centred; lines as wanted, longer ones balanced (§7.3.1).</summary>
public sealed record TitleBlock(IReadOnlyList<string> Lines) : Block;

/// <summary>Heading with its number: level 1 黑体, 2 楷体, 3 and 4 仿宋 (§7.3.3). RunIn text follows in the same paragraph in 仿宋.</summary>
public sealed record Heading(int Level, string Text, string? RunIn = null) : Block;

/// <summary>Paragraph: 仿宋 3号, two characters indented.</summary>
public sealed record Paragraph(string Text) : Block;

/// <summary>署名 and 成文日期 at the end.</summary>
public sealed record SignatureBlock(string? Signatory = null, string? Date = null) : Block;

/// <summary>How the text of a column stands.</summary>
public enum CellAlign
{
    /// <summary>Left, justified over several lines.</summary>
    Left,

    /// <summary>Centred.</summary>
    Centre,

    /// <summary>Right: amounts.</summary>
    Right,
}

/// <summary>A column of a table.</summary>
/// <param name="Weight">Share of the width.</param>
/// <param name="Align">How its cells stand.</param>
/// <param name="MergeEqual">Neighbouring rows with the same text (and the same merged cells to their left) share one cell.</param>
public sealed record Column(double Weight, CellAlign Align = CellAlign.Left, bool MergeEqual = false);

/// <summary>A cell of a header or a row.</summary>
/// <param name="Text">Text; line breaks are kept.</param>
/// <param name="ColumnSpan">Columns it covers.</param>
/// <param name="RowSpan">Header rows it covers (headers only).</param>
/// <param name="Bold">In 黑体: totals.</param>
public sealed record Cell(string Text, int ColumnSpan = 1, int RowSpan = 1, bool Bold = false);

/// <summary>A table. The header is repeated on every page; merged cells go on over a page break with their text repeated; no row is cut unless it is taller than a page.</summary>
/// <param name="Columns">Columns.</param>
/// <param name="Header">Header rows.</param>
/// <param name="Rows">Body rows.</param>
/// <param name="Unit">单位：元, at the upper right; null for none.</param>
/// <param name="Landscape">On landscape pages of its own.</param>
public sealed record TableBlock(
    IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Header, IReadOnlyList<IReadOnlyList<Cell>> Rows,
    string? Unit = null, bool Landscape = false) : Block;
