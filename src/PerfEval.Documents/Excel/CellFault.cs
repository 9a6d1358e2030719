namespace PerfEval.Documents.Excel;

/// <summary>One thing that is wrong with one cell of an uploaded workbook.</summary>
/// <param name="Sheet">Name of the sheet; empty for a text file.</param>
/// <param name="Row">Row, from 1.</param>
/// <param name="Column">Column, from 0.</param>
/// <param name="Heading">What the column is called.</param>
/// <param name="Value">What stands in the cell.</param>
/// <param name="Rule">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record CellFault(string Sheet, int Row, int Column, string Heading, string Value, string Rule, string Remedy)
{
    /// <summary>H12.</summary>
    public string Cell => CellAddress.Of(Column, Row);

    /// <summary>支出明细!H12; for a text file 第12行第8列 as an editor shows it, here H12 alone.</summary>
    public string Place => Sheet.Length == 0 ? Cell : $"{Sheet}!{Cell}";
}
