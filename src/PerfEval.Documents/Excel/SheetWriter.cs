using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PerfEval.Documents.Excel;

/// <summary>
/// Writes a worksheet part in one pass. Texts go in as inline strings: whatever they begin with, no program takes them
/// for a formula, and the style says so to whoever edits the cell (quotePrefix).
/// </summary>
internal sealed partial class SheetWriter : IDisposable
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int ExactDigits = 15;

    private readonly XmlWriter xml;
    private int row;

    public SheetWriter(Stream part)
    {
        xml = XmlWriter.Create(part, new() { Encoding = new UTF8Encoding(false) });
        xml.WriteStartDocument(true);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteAttributeString("xmlns", "r", null, "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    }

    /// <summary>True for texts that a spreadsheet would compute if a person typed them.</summary>
    public static bool LooksComputed(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>A finished element before or after the rows.</summary>
    public void Raw(string element) => xml.WriteRaw(element);

    public void StartRows() => xml.WriteStartElement("sheetData");

    public void EndRows() => xml.WriteEndElement();

    /// <summary>Begins a row.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="height">Points; null for the usual height.</param>
    /// <param name="stays">False when the height follows the text as soon as somebody edits it.</param>
    public void StartRow(int number, double? height = null, bool stays = true)
    {
        row = number;
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        if (height is { } points)
        {
            xml.WriteAttributeString("ht", points.ToString(CultureInfo.InvariantCulture));
            if (stays)
            {
                xml.WriteAttributeString("customHeight", "1");
            }
        }
    }

    public void EndRow() => xml.WriteEndElement();

    public void Empty(int column, int style)
    {
        Start(column, style, null);
        xml.WriteEndElement();
    }

    public void Text(int column, int style, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            Empty(column, style);
            return;
        }

        Start(column, style, "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Storable(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A number; as text where Excel's 15 digits would change it.</summary>
    public void Number(int column, int style, decimal? number)
    {
        var text = number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
        if (text.Count(char.IsAsciiDigit) > ExactDigits)
        {
            Text(column, style, text);
            return;
        }

        Start(column, style, null);
        if (text.Length > 0)
        {
            xml.WriteElementString("v", text);
        }

        xml.WriteEndElement();
    }

    /// <summary>A formula with the value it has, for readers that do not compute.</summary>
    public void Formula(int column, int style, string formula, decimal? value)
    {
        Start(column, style, value is null ? "str" : null);
        xml.WriteElementString("f", formula);
        xml.WriteElementString("v", value?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "");
        xml.WriteEndElement();
    }

    public void Dispose()
    {
        xml.WriteEndElement();
        xml.Dispose();
    }

    /// <summary>A text as a part may hold it: control characters are taken out, what looks like an escape is escaped.</summary>
    public static string Storable(string text)
    {
        var clean = text.ReplaceLineEndings("\n");
        if (clean.Any(c => (char.IsControl(c) && c is not ('\n' or '\t')) || char.IsSurrogate(c) || c >= '\uFFFE'))
        {
            clean = string.Concat(clean.EnumerateRunes().Where(r => r.Value is '\n' or '\t' || (r.Value is not (0xFFFD or 0xFFFE or 0xFFFF) && !Rune.IsControl(r))).Select(r => r.ToString()));
        }

        return clean.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(clean, "_x005F$0") : clean;
    }

    private void Start(int column, int style, string? type)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", CellAddress.Of(column, row));
        xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        if (type is not null)
        {
            xml.WriteAttributeString("t", type);
        }
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
