using System.Globalization;

namespace PerfEval.Documents.Excel;

/// <summary>Cells as Excel names them.</summary>
public static class CellAddress
{
    /// <summary>A, B, … Z, AA, …</summary>
    /// <param name="column">Column from 0.</param>
    public static string Column(int column)
    {
        var name = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
        {
            name = (char)('A' + (rest % 26)) + name;
        }

        return name;
    }

    /// <summary>H12.</summary>
    /// <param name="column">Column from 0.</param>
    /// <param name="row">Row from 1.</param>
    public static string Of(int column, int row) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>Column from 0 and row from 1; null when the text is no address.</summary>
    public static (int Column, int Row)? Read(string? address)
    {
        var letters = (address ?? "").TakeWhile(char.IsAsciiLetterUpper).Count();
        return letters is > 0 and < 4 && int.TryParse(address.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? (address![..letters].Aggregate(0, (sum, c) => (sum * 26) + c - 'A' + 1) - 1, row) : null;
    }

    /// <summary>'支出明细'!H12, as formulas and links write it.</summary>
    public static string InSheet(string sheet, string address) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!{address}";
}
