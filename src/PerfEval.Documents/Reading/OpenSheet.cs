using System.Globalization;
using System.Xml;
using PerfEval.Documents.Excel;

namespace PerfEval.Documents.Reading;

/// <summary>Reads one worksheet part of an .xlsx in a single pass.</summary>
internal static class OpenSheet
{
    public static Grid Read(OpenWorkbook workbook, string name, string part, int most)
    {
        var (rows, merges, more, number) = (new List<GridRow>(), new List<MergedRange>(), false, 0);
        using var xml = workbook.Open(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "row")
            {
                number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : number + 1;
                var hidden = xml.GetAttribute("hidden") is "1" or "true";
                var row = new GridRow(number, Cells(xml, workbook), hidden);
                more |= row.IsFilled && rows.Count >= most;
                if (row.IsFilled && rows.Count < most)
                {
                    rows.Add(row);
                }
            }
            else if (xml.LocalName == "mergeCell" && xml.GetAttribute("ref")?.Split(':') is [var from, var to] && CellAddress.Read(from) is { } first && CellAddress.Read(to) is { } last)
            {
                merges.Add(new(first.Row, last.Row, first.Column, last.Column));
            }
        }

        return new(name, rows, merges, more);
    }

    /// <summary>12.5% for 0.125: what a person sees.</summary>
    public static string Percent(double number) =>
        (Math.Abs(number) < 1e20 ? ((decimal)number * 100).ToString("0.##########", CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture)) + "%";

    private static object?[] Cells(XmlReader xml, OpenWorkbook workbook)
    {
        if (xml.IsEmptyElement)
        {
            return [];
        }

        var (depth, column, values, count) = (xml.Depth, -1, (object?[]?)null, 0);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" } || xml.Depth != depth + 1)
            {
                continue;
            }

            column = CellAddress.Read(xml.GetAttribute("r")) is { } at ? at.Column : column + 1;
            if (xml.IsEmptyElement || column >= GridRow.MostColumns)
            {
                continue;
            }

            if (Value(xml, workbook) is { } value)
            {
                (values ??= new object?[GridRow.MostColumns])[column] = value;
                count = Math.Max(count, column + 1);
            }
        }

        return values is null ? [] : values[..count];
    }

    private static object? Value(XmlReader xml, OpenWorkbook workbook)
    {
        var (depth, type, style) = (xml.Depth, xml.GetAttribute("t"), xml.GetAttribute("s"));
        string? raw = null, formula = null, inline = null;
        while (xml.Read() && xml.Depth > depth)
        {
            // Reading an element's content moves on to what follows it.
            while (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1 && xml.LocalName is "v" or "f")
            {
                if (xml.LocalName == "v")
                {
                    raw = xml.ReadElementContentAsString();
                }
                else
                {
                    formula = xml.ReadElementContentAsString();
                }
            }

            if (xml is { NodeType: XmlNodeType.Element, LocalName: "is" } && xml.Depth == depth + 1)
            {
                inline = OpenWorkbook.RichText(xml);
            }

            if (xml.Depth <= depth)
            {
                break;
            }
        }

        if (raw is null && inline is null)
        {
            return formula is { Length: > 0 } ? new UncomputedFormula("=" + formula) : null;
        }

        return type switch
        {
            "s" => Filled(workbook.Text(raw ?? "")),
            "inlineStr" => Filled(inline ?? raw),
            "str" => Filled(OpenWorkbook.Unescape(raw ?? "")),
            "e" => Filled(raw),
            "b" => raw is "1" or "true" ? "是" : "否",
            "d" => Filled(raw is { Length: >= 10 } && raw[10..] is "" or "T00:00:00" or "T00:00:00Z" ? raw[..10] : raw),
            _ => Number(raw ?? "", workbook.Look(style), workbook.From1904),
        };
    }

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static object? Number(string raw, OpenWorkbook.NumberLook look, bool from1904)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return Filled(raw);
        }

        var days = from1904 ? number + 1462 : number;
        return look switch
        {
            OpenWorkbook.NumberLook.Percent => Percent(number),
            OpenWorkbook.NumberLook.Date when days is >= 0 and < 2_958_466 => CellText.Of(DateTime.FromOADate(days)),
            _ => number,
        };
    }
}
