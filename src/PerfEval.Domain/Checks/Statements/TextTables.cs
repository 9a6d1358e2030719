namespace PerfEval.Domain.Checks.Statements;

/// <summary>Tables inside a text: rows, columns, totals and units.</summary>
internal static class TextTables
{
    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        var units = new TableUnits(text);
        foreach (var table in text.Tables)
        {
            var grid = TableGrid.Of(text, table);
            if (grid.Columns is > 0 and <= TableGrid.MostColumns)
            {
                TableRows.Check(grid, notes);
                TableTotals.Check(grid, notes);
                units.Check(grid, notes);
            }
        }
    }
}
