using System.Globalization;

namespace PerfEval.Documents.Excel;

/// <summary>
/// What a template says about itself, in a cell of the hidden column: it stays in the file when Excel or WPS saves it in
/// another format, and every reader finds it.
/// </summary>
/// <param name="Version">Version of the template.</param>
/// <param name="Project">Key of the project's chain, which no other installation has.</param>
/// <param name="Name">项目名称, to name it when the file is uploaded elsewhere.</param>
/// <param name="FiscalYear">预算年度.</param>
public sealed record TemplateStamp(int Version, Guid Project, string Name, int FiscalYear)
{
    /// <summary>The version that is written and read.</summary>
    public const int CurrentVersion = 1;

    private const string Opening = "PerfEval.Template=spending/";

    /// <summary>As it stands in the cell.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Opening}{Version};{Project:N};{FiscalYear};{Name}");

    /// <summary>The stamp in a cell; null when it is something else.</summary>
    public static TemplateStamp? Of(string text)
    {
        if (!text.StartsWith(Opening, StringComparison.Ordinal) || text[Opening.Length..].Split(';', 4) is not [var version, var project, var year, var name])
        {
            return null;
        }

        return int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Guid.TryParseExact(project, "N", out var id)
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var fiscal)
            ? new(number, id, name, fiscal) : null;
    }
}

/// <summary>行标识: which line a row of an exported workbook is, and as of which version.</summary>
internal static class RowMark
{
    public const string Heading = "行标识";

    public static string Of(Guid id, long version) => string.Create(CultureInfo.InvariantCulture, $"{id:N}/{version}");

    public static (Guid Id, long Version)? Read(string text) =>
        text.Split('/') is [var id, var version] && Guid.TryParseExact(id, "N", out var row) && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? (row, seen) : null;
}
