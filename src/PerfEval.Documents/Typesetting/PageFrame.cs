namespace PerfEval.Documents.Typesetting;

/// <summary>
/// Where the text stands on a sheet. The landscape sheet is the same sheet turned a quarter to the right: its upper edge
/// is the left edge of the upright sheet. So the head of a table lies at the binding on odd pages and at the cut edge on
/// even ones (GB/T 9704-2012 §8), and the upright text area becomes the landscape one.
/// </summary>
/// <param name="Width">Sheet width.</param>
/// <param name="Height">Sheet height.</param>
/// <param name="Left">Left edge of the text area.</param>
/// <param name="Top">Upper edge of the text area, from below.</param>
/// <param name="TextWidth">Width of the text area.</param>
/// <param name="TextHeight">Height of the text area.</param>
internal sealed record PageFrame(double Width, double Height, double Left, double Top, double TextWidth, double TextHeight)
{
    public static readonly PageFrame Upright = new(
        Measures.SheetWidth, Measures.SheetHeight, Measures.BindingMargin, Measures.SheetHeight - Measures.HeadMargin,
        Measures.TextWidth, Measures.TextHeight);

    public static readonly PageFrame Landscape = new(
        Measures.SheetHeight, Measures.SheetWidth, Measures.FootMargin, Measures.SheetWidth - Measures.BindingMargin,
        Measures.TextHeight, Measures.TextWidth);

    /// <summary>Whole line boxes that fit.</summary>
    public int Lines { get; } = (int)(TextHeight / Measures.LineHeight + 0.001);

    /// <summary>Upper edge of a line box.</summary>
    public double TopOf(int line) => Top - line * Measures.LineHeight;

    /// <summary>Baseline of a line box.</summary>
    public double BaselineOf(int line) => TopOf(line) - Measures.BaselineInLine;
}
