namespace PerfEval.Documents.Reading;

/// <summary>A list as it was found in a file.</summary>
/// <param name="Sheet">Name of the sheet, empty for a text file.</param>
/// <param name="Rows">The rows that hold something.</param>
public sealed record Table(string Sheet, IReadOnlyList<TableRow> Rows);

/// <summary>One row of a list.</summary>
/// <param name="Number">Its number in the file as the person sees it there, from 1.</param>
/// <param name="Cells">Trimmed texts by column name.</param>
public sealed record TableRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The text of a column; empty when the row or the file does not have it.</summary>
    public string this[string column] => Cells.TryGetValue(column, out var text) ? text : "";
}

/// <summary>The file cannot be read as a list; the message says why and what to do.</summary>
public sealed class UnreadableTable(string message) : Exception(message);
