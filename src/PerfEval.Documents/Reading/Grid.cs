namespace PerfEval.Documents.Reading;

/// <summary>A merged range, with numbers of rows and columns from 1 and 0.</summary>
internal readonly record struct MergedRange(int FirstRow, int LastRow, int FirstColumn, int LastColumn);

/// <summary>A formula without the value it had: a program wrote it that does not compute.</summary>
/// <param name="Text">The formula with its =.</param>
internal sealed record UncomputedFormula(string Text)
{
    public override string ToString() => Text;
}

/// <summary>One row of a sheet.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Values">Numbers as double; everything else as the text that a person sees; null for an empty cell.</param>
/// <param name="IsHidden">True when nobody sees the row.</param>
internal sealed record GridRow(int Number, object?[] Values, bool IsHidden = false)
{
    /// <summary>Most columns that are looked at.</summary>
    public const int MostColumns = 100;

    /// <summary>Rows that hold something.</summary>
    public bool IsFilled => Values.Any(v => v is double or UncomputedFormula || (v is string text && CellText.Trim(text).Length > 0));

    /// <summary>The value of a cell; null beyond the row.</summary>
    public object? Value(int column) => column < Values.Length ? Values[column] : null;

    /// <summary>The text of a cell, blanks at both ends taken off; empty beyond the row.</summary>
    public string Text(int column) => CellText.Of(Value(column));
}

/// <summary>A sheet: its filled rows, as many as were asked for.</summary>
/// <param name="Sheet">Its name; empty for a text file.</param>
/// <param name="Rows">Filled rows.</param>
/// <param name="Merges">Merged ranges.</param>
/// <param name="HasMore">True when there are more filled rows than were asked for.</param>
internal sealed record Grid(string Sheet, IReadOnlyList<GridRow> Rows, IReadOnlyList<MergedRange> Merges, bool HasMore = false);
