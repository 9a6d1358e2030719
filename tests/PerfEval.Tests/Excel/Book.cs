using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace PerfEval.Tests.Excel;

/// <summary>A workbook as Excel, WPS or a program writes it, part by part, so that oddities can be put in.</summary>
internal sealed class Book
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Name, string Rows, string After)> sheets = [];
    private readonly List<string> texts = [];

    /// <summary>A cell with a formula and the value it had; null for a program that does not compute.</summary>
    public sealed record Formula(string Text, string? Value);

    /// <summary>A number shown as a date, as a percentage, or an error.</summary>
    public sealed record Dated(double Days);

    public sealed record Percent(double Share);

    public sealed record Error(string Code);

    /// <summary>A cell that has a format and nothing in it.</summary>
    public sealed record Blank;

    /// <summary>Parts that are put in besides: path and text.</summary>
    public List<(string Path, string Text)> Besides { get; } = [];

    /// <summary>Adds a sheet; rows are given with their numbers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="rows">Number and cells from column A on; null leaves a cell out.</param>
    /// <param name="after">Elements behind the rows, such as mergeCells.</param>
    /// <param name="hidden">Rows nobody sees.</param>
    public Book Sheet(string name, IEnumerable<(int Number, object?[] Cells)> rows, string after = "", params int[] hidden)
    {
        var xml = new StringBuilder();
        foreach (var (number, cells) in rows)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\"{(hidden.Contains(number) ? " hidden=\"1\"" : "")}>");
            for (var i = 0; i < cells.Length; i++)
            {
                xml.Append(Cell($"{(char)('A' + i)}{number}", cells[i]));
            }

            xml.Append("</row>");
        }

        sheets.Add((name, xml.ToString(), after));
        return this;
    }

    /// <summary>Rows from 1 on.</summary>
    public Book Sheet(string name, params object?[][] rows) => Sheet(name, rows.Select((r, i) => (i + 1, r)));

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        {
            void Part(string path, string text)
            {
                using var stream = zip.CreateEntry(path).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }

            Part("[Content_Types].xml", $"""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>{string.Concat(sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))}</Types>""");
            Part("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="t" Type="{Office}/sharedStrings" Target="/xl/sharedStrings.xml"/>{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"w{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}</Relationships>""");
            Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" r:id=\"w{i + 1}\"/>"))}</sheets></workbook>""");
            Part("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="4" fontId="0" fillId="2" borderId="0" xfId="0"/></cellXfs></styleSheet>""");
            Part("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{string.Concat(texts.Select(t => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(t)}</t></si>"))}</sst>""");
            for (var i = 0; i < sheets.Count; i++)
            {
                Part($"xl/worksheets/sheet{i + 1}.xml", $"""<worksheet xmlns="{Main}" xmlns:r="{Office}"><sheetData>{sheets[i].Rows}</sheetData>{sheets[i].After}</worksheet>""");
            }

            Besides.ForEach(b => Part(b.Path, b.Text));
        }

        return file.ToArray();
    }

    private string Cell(string at, object? value)
    {
        switch (value)
        {
            case null:
                return "";
            case Blank:
                return $"<c r=\"{at}\" s=\"3\"/>";
            case Dated date:
                return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"1\"><v>{date.Days}</v></c>");
            case Percent percent:
                return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"2\"><v>{percent.Share}</v></c>");
            case Error error:
                return $"<c r=\"{at}\" t=\"e\"><f>A1/0</f><v>{error.Code}</v></c>";
            case Formula formula:
                return $"<c r=\"{at}\" t=\"str\"><f>{SecurityElement.Escape(formula.Text)}</f>{(formula.Value is null ? "" : $"<v>{SecurityElement.Escape(formula.Value)}</v>")}</c>";
            case string text:
                texts.Add(text);
                return $"<c r=\"{at}\" t=\"s\"><v>{texts.Count - 1}</v></c>";
            default:
                return $"<c r=\"{at}\" s=\"3\"><v>{Convert.ToString(value, CultureInfo.InvariantCulture)}</v></c>";
        }
    }
}
