using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace PerfEval.Documents.Reading;

/// <summary>What cells of an .xlsx need besides their sheet: names of sheets, shared texts, number formats.</summary>
internal sealed class OpenWorkbook
{
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly ZipArchive zip;
    private readonly List<string> texts = [];
    private readonly List<NumberLook> looks = [];

    /// <summary>How a number is shown.</summary>
    public enum NumberLook
    {
        Number,
        Percent,
        Date,
    }

    public OpenWorkbook(ZipArchive zip)
    {
        this.zip = zip;
        var main = Relations("").FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target ?? "xl/workbook.xml";
        IsReadable = main.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && zip.GetEntry(main) is not null;
        if (!IsReadable)
        {
            return;
        }

        var relations = Relations(main).ToList();
        var parts = relations.GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.First().Target, StringComparer.Ordinal);
        using (var xml = Open(main))
        {
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
                {
                    From1904 = xml.GetAttribute("date1904") is "1" or "true";
                }
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && RelationId(xml) is { } id && parts.TryGetValue(id, out var part) && zip.GetEntry(part) is not null)
                {
                    Sheets.Add((xml.GetAttribute("name") ?? "", part));
                }
            }
        }

        ReadTexts(relations.FirstOrDefault(r => r.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)).Target);
        ReadLooks(relations.FirstOrDefault(r => r.Type.EndsWith("/styles", StringComparison.Ordinal)).Target);
    }

    /// <summary>False for .xlsb, whose parts are not XML.</summary>
    public bool IsReadable { get; }

    public bool From1904 { get; }

    public List<(string Name, string Part)> Sheets { get; } = [];

    public XmlReader Open(string part) => XmlReader.Create(zip.GetEntry(part)!.Open(), Safe);

    public string Text(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < texts.Count ? texts[i] : "";

    public NumberLook Look(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < looks.Count ? looks[i] : NumberLook.Number;

    /// <summary>The text of an si or is element on which the reader stands: runs joined, phonetic guides left out.</summary>
    public static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (depth, text) = (xml.Depth, "");
        while (xml.Read() && xml.Depth > depth)
        {
            while (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                xml.Skip();
            }

            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA && xml.Depth > depth + 1)
            {
                text += xml.Value;
            }
        }

        return Unescape(text);
    }

    /// <summary>_x000D_ and the like, as Excel writes characters that XML does not hold.</summary>
    public static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? System.Text.RegularExpressions.Regex.Replace(text, "_x([0-9A-Fa-f]{4})_", m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()) : text;

    private void ReadTexts(string? part)
    {
        if (part is null || zip.GetEntry(part) is null)
        {
            return;
        }

        using var xml = Open(part);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(RichText(xml));
            }
        }
    }

    private void ReadLooks(string? part)
    {
        if (part is null || zip.GetEntry(part) is null)
        {
            return;
        }

        var (own, inCells) = (new Dictionary<string, NumberLook>(StringComparer.Ordinal), false);
        using var xml = Open(part);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCells = xml.NodeType == XmlNodeType.Element;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
            {
                own[xml.GetAttribute("numFmtId") ?? ""] = LookOf(xml.GetAttribute("formatCode") ?? "");
            }
            else if (inCells && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                var id = xml.GetAttribute("numFmtId") ?? "0";
                looks.Add(own.TryGetValue(id, out var look) ? look : id is "9" or "10" ? NumberLook.Percent : IsBuiltInDate(id) ? NumberLook.Date : NumberLook.Number);
            }
        }
    }

    private static bool IsBuiltInDate(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static NumberLook LookOf(string format)
    {
        var bare = System.Text.RegularExpressions.Regex.Replace(format.Split(';')[0], @"""[^""]*""|\\.|_.|\*.|\[[^\]]*\]", "");
        return bare.Contains('%') ? NumberLook.Percent
            : bare.IndexOfAny(['y', 'm', 'd', 'h', 's', 'Y', 'M', 'D', 'H', 'S']) >= 0 && !bare.Contains("General", StringComparison.OrdinalIgnoreCase) ? NumberLook.Date
            : NumberLook.Number;
    }

    private List<(string Id, string Type, string Target)> Relations(string part)
    {
        var folder = part.Contains('/') ? part[..(part.LastIndexOf('/') + 1)] : "";
        var found = new List<(string, string, string)>();
        if (zip.GetEntry($"{folder}_rels/{part[folder.Length..]}.rels") is not { } entry)
        {
            return found;
        }

        using var xml = XmlReader.Create(entry.Open(), Safe);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Target") is { } target && xml.GetAttribute("TargetMode") != "External")
            {
                var full = target.StartsWith('/') ? target[1..] : new Uri(new Uri("zip:///" + folder), target).AbsolutePath.TrimStart('/');
                found.Add((xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Uri.UnescapeDataString(full)));
            }
        }

        return found;
    }

    private static string? RelationId(XmlReader sheet)
    {
        for (var more = sheet.MoveToFirstAttribute(); more; more = sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id" && sheet.Prefix.Length > 0)
            {
                var id = sheet.Value;
                sheet.MoveToElement();
                return id;
            }
        }

        sheet.MoveToElement();
        return null;
    }
}
