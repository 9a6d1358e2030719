using DocumentFormat.OpenXml.Spreadsheet;

namespace PerfEval.Documents.Excel;

/// <summary>
/// Red twins of the styles of a workbook. The fill a cell had before is kept as the background colour of the red one,
/// which a solid fill does not show: so it can be given back, whatever program saved the file in between.
/// </summary>
internal sealed class MarkStyles(Stylesheet sheet)
{
    // One off the red that Excel offers for bad cells, so that nobody's own red is taken for ours.
    private const string Red = "FFFFC7CF";

    private readonly List<CellFormat> formats = [.. sheet.CellFormats!.Elements<CellFormat>()];
    private readonly List<Fill> fills = [.. sheet.Fills!.Elements<Fill>()];
    private readonly Dictionary<uint, uint> reds = [];
    private readonly Dictionary<uint, uint> plains = [];

    /// <summary>The style without a mark of an earlier round.</summary>
    public uint Plain(uint style)
    {
        if (plains.TryGetValue(style, out var known))
        {
            return known;
        }

        var fill = Format(style) is { FillId.Value: var at } && at < fills.Count ? fills[(int)at].PatternFill : null;
        return plains[style] = fill?.ForegroundColor?.Rgb?.Value == Red ? Add(style, f => f.FillId = Before(fill)) : style;
    }

    /// <summary>The same style in red.</summary>
    public uint Marked(uint style)
    {
        if (!reds.TryGetValue(style, out var red))
        {
            red = reds[style] = Add(style, f =>
            {
                var before = f.FillId?.Value is { } at && at < fills.Count ? fills[(int)at].PatternFill : null;
                var hidden = before is { PatternType.Value: PatternValues.Solid, ForegroundColor: { } colour }
                    ? Colour<BackgroundColor>(colour) : new BackgroundColor { Indexed = 64 };
                f.FillId = Fill(new PatternFill(new ForegroundColor { Rgb = Red }, hidden) { PatternType = PatternValues.Solid });
                f.ApplyFill = true;
            });
        }

        return red;
    }

    /// <summary>A style for the list of faults.</summary>
    public uint Own(bool bold, bool link, bool framed)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        if (link)
        {
            font.Append(new Underline());
        }

        font.Append(new FontSize { Val = 11 }, new Color { Rgb = link ? "FF1F4E79" : "FF24211D" }, new FontName { Val = "宋体" }, new FontCharSet { Val = 134 });
        sheet.Fonts!.Append(font);
        var border = framed ? new Border(Side<LeftBorder>(), Side<RightBorder>(), Side<TopBorder>(), Side<BottomBorder>(), new DiagonalBorder())
            : new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder());
        sheet.Borders!.Append(border);
        return Append(new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = framed })
        {
            NumberFormatId = 0,
            FontId = (uint)sheet.Fonts.ChildElements.Count - 1,
            FillId = 0,
            BorderId = (uint)sheet.Borders.ChildElements.Count - 1,
            FormatId = 0,
            ApplyFont = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        });
    }

    /// <summary>Writes the part.</summary>
    public void Save()
    {
        sheet.CellFormats!.Count = (uint)formats.Count;
        sheet.Fills!.Count = (uint)fills.Count;
        sheet.Fonts!.Count = (uint)sheet.Fonts.ChildElements.Count;
        sheet.Borders!.Count = (uint)sheet.Borders.ChildElements.Count;
        sheet.Save();
    }

    private CellFormat? Format(uint style) => style < formats.Count ? formats[(int)style] : null;

    private uint Add(uint from, Action<CellFormat> change)
    {
        var format = (CellFormat?)Format(from)?.CloneNode(true) ?? new CellFormat();
        change(format);
        return Append(format);
    }

    private uint Append(CellFormat format)
    {
        sheet.CellFormats!.Append(format);
        formats.Add(format);
        return (uint)formats.Count - 1;
    }

    private uint Fill(PatternFill pattern)
    {
        var fill = new Fill(pattern);
        sheet.Fills!.Append(fill);
        fills.Add(fill);
        return (uint)fills.Count - 1;
    }

    private uint Before(PatternFill red) =>
        red.BackgroundColor is null or { Indexed.Value: 64 } || (red.BackgroundColor is { Rgb: null, Theme: null, Indexed: null })
            ? 0 : Fill(new PatternFill(Colour<ForegroundColor>(red.BackgroundColor), new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static T Colour<T>(ColorType colour) where T : ColorType, new() =>
        new() { Rgb = colour.Rgb, Theme = colour.Theme, Tint = colour.Tint, Indexed = colour.Indexed, Auto = colour.Auto };

    private static T Side<T>() where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin, Color = new Color { Rgb = "FFC9C1B4" } };
}
