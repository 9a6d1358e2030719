using PerfEval.Documents.Fonts;

namespace PerfEval.Documents.Typesetting;

/// <summary>
/// A finished page: what stands where. All lengths in PDF points (1/72 inch), origin at the lower left corner as in PDF.
/// </summary>
/// <param name="Width">Page width.</param>
/// <param name="Height">Page height.</param>
/// <param name="Runs">Text.</param>
/// <param name="Rules">Lines of tables and footers.</param>
/// <param name="Watermark">Text drawn large and pale below everything, such as 草稿; null for none.</param>
public sealed record LaidOutPage(
    double Width, double Height, IReadOnlyList<TextRun> Runs, IReadOnlyList<Rule> Rules, string? Watermark = null);

/// <summary>Text of one face and size on one baseline.</summary>
/// <param name="X">Left edge of the first glyph's advance box.</param>
/// <param name="Y">Baseline.</param>
/// <param name="Face">Role of the face; the fallback face gets runs of its own.</param>
/// <param name="Size">Type size.</param>
/// <param name="Glyphs">The glyphs in order.</param>
/// <param name="Grey">0 black … 1 white.</param>
/// <param name="Turned">Turned a quarter to the right about (X, Y): it reads downwards, text matrix 0 −1 1 0 X Y. Page number of a landscape page.</param>
public sealed record TextRun(
    double X, double Y, FaceRole Face, double Size, IReadOnlyList<PlacedGlyph> Glyphs, double Grey = 0, bool Turned = false);

/// <summary>One glyph of a run.</summary>
/// <param name="CodePoint">The character it stands for: what copying and searching give back.</param>
/// <param name="Glyph">Glyph id in the face.</param>
/// <param name="Advance">How far the next glyph starts, in points: natural width plus justification.</param>
public readonly record struct PlacedGlyph(int CodePoint, int Glyph, double Advance);

/// <summary>A straight line.</summary>
/// <param name="X1">Start.</param>
/// <param name="Y1">Start.</param>
/// <param name="X2">End.</param>
/// <param name="Y2">End.</param>
/// <param name="Thickness">Line width.</param>
public sealed record Rule(double X1, double Y1, double X2, double Y2, double Thickness);

/// <summary>An entry of the document outline.</summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Title">Heading with number.</param>
/// <param name="Page">Index of the page, from 0.</param>
/// <param name="Y">Upper edge of the heading on the page.</param>
public sealed record OutlineEntry(int Level, string Title, int Page, double Y);

/// <summary>A document after typesetting.</summary>
/// <param name="Pages">Pages in order.</param>
/// <param name="Outline">Headings in order.</param>
public sealed record LaidOutDocument(IReadOnlyList<LaidOutPage> Pages, IReadOnlyList<OutlineEntry> Outline);
