namespace PerfEval.Documents.Typesetting;

/// <summary>The measures of GB/T 9704-2012 in points, each with its clause. One millimetre is exactly 72/25.4 pt.</summary>
public static class Measures
{
    /// <summary>Points in a millimetre.</summary>
    public const double Millimetre = 72 / 25.4;

    /// <summary>A4, short side (§5.1).</summary>
    public const double SheetWidth = 210 * Millimetre;

    /// <summary>A4, long side (§5.1).</summary>
    public const double SheetHeight = 297 * Millimetre;

    /// <summary>天头, the margin above the text (§5.2.1).</summary>
    public const double HeadMargin = 37 * Millimetre;

    /// <summary>订口, the margin at the binding (§5.2.1).</summary>
    public const double BindingMargin = 28 * Millimetre;

    /// <summary>版心, width of the text area (§5.2.1).</summary>
    public const double TextWidth = 156 * Millimetre;

    /// <summary>版心, height of the text area (§5.2.1).</summary>
    public const double TextHeight = 225 * Millimetre;

    /// <summary>Margin below the text area, what the sheet leaves.</summary>
    public const double FootMargin = SheetHeight - HeadMargin - TextHeight;

    /// <summary>Lines of a page (§5.2.3).</summary>
    public const int LinesPerPage = 22;

    /// <summary>Characters of a line (§5.2.3).</summary>
    public const int CharactersPerLine = 28;

    /// <summary>Height of a line box: 22 of them fill the text area (§5.2.3), 28.99 pt.</summary>
    public const double LineHeight = TextHeight / LinesPerPage;

    /// <summary>Advance of a full-width character: 28 of them fill the line (§5.2.3), 15.79 pt for type of 16 pt.</summary>
    public const double Cell = TextWidth / CharactersPerLine;

    /// <summary>3号: text, headings, annex label (§5.2.2).</summary>
    public const double TextSize = 16;

    /// <summary>2号: title (§7.3.1).</summary>
    public const double TitleSize = 22;

    /// <summary>4号: page number (§7.5).</summary>
    public const double PageNumberSize = 14;

    /// <summary>Distance of the dashes of the page number below the text area (§7.5).</summary>
    public const double PageNumberDrop = 7 * Millimetre;

    /// <summary>First line of a paragraph, in characters (§7.3.3).</summary>
    public const int Indent = 2;

    /// <summary>成文日期 with a seal: characters free at its right (§7.3.5.1).</summary>
    public const int SealedDateInset = 4;

    /// <summary>署名 without a seal: characters free at its right (§7.3.5.2).</summary>
    public const int UnsealedInset = 2;

    /// <summary>Part of an ideographic em above the baseline, the same for every Chinese face.</summary>
    public const double EmAscent = 0.88;

    /// <summary>Baseline below the upper edge of its line box: the em box of 16 pt stands in the middle of the line box.</summary>
    public const double BaselineInLine = (LineHeight - TextSize) / 2 + EmAscent * TextSize;

    /// <summary>Height of the stroke of — above the baseline, in em.</summary>
    public const double DashHeight = 0.36;

    /// <summary>Line height of table text, in em.</summary>
    public const double CellLeading = 1.35;

    /// <summary>Space left and right of the text of a cell, in em.</summary>
    public const double CellSidePadding = 0.35;

    /// <summary>Space above and below the text of a cell.</summary>
    public const double CellPadding = 3;

    /// <summary>Lines inside a table.</summary>
    public const double InnerRule = 0.5;

    /// <summary>Lines around a table.</summary>
    public const double OuterRule = 0.75;
}
