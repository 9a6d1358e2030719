using PerfEval.Documents.Fonts;
using PerfEval.Documents.Model;

namespace PerfEval.Documents.Typesetting;

/// <summary>
/// Sets a report in pages in the layout of official documents (GB/T 9704-2012). Made once and shared by all threads: it
/// only remembers glyphs and widths.
/// </summary>
/// <param name="fonts">Faces.</param>
/// <param name="options">What the bureau chose; null for the standard.</param>
public sealed class Typesetter(FontSet fonts, LayoutOptions? options = null)
{
    private readonly GlyphTable glyphs = new(fonts);
    private readonly LayoutOptions options = options ?? new();

    /// <summary>The finished pages of a report.</summary>
    /// <exception cref="MissingCharactersException">No face has some of its characters.</exception>
    public LaidOutDocument Set(Report report)
    {
        var measurer = new TextMeasurer(glyphs);
        var items = new Composer(measurer, new LineBreaker(), options).Compose(report.Blocks);
        measurer.ThrowIfMissing();
        var filler = new PageFiller(options, report.Watermark);
        filler.Fill(items);
        var document = filler.Finish(measurer);
        measurer.ThrowIfMissing();
        return document;
    }
}
