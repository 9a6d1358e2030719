using PerfEval.Documents.Reading;

namespace PerfEval.Documents.Excel;

/// <summary>A new workbook with the values of a file that is none, or none that can be changed; every cell where it was.</summary>
internal static class PlainWorkbook
{
    private const double LargestExact = 1e15;

    public static byte[] Of(Grid grid, string sheetName)
    {
        using var file = new MemoryStream();
        using (var book = new WorkbookBuilder(file, SpendingStyles.Part))
        {
            book.Add(sheetName, false, sheet =>
            {
                var columns = grid.Rows.Count == 0 ? 1 : grid.Rows.Max(r => r.Values.Length);
                sheet.Raw($"<cols>{string.Concat(Enumerable.Range(0, columns).Select(c => $"""<col min="{c + 1}" max="{c + 1}" width="{Width(grid, c)}" customWidth="1"/>"""))}</cols>");
                sheet.StartRows();
                foreach (var row in grid.Rows)
                {
                    sheet.StartRow(row.Number);
                    for (var i = 0; i < row.Values.Length; i++)
                    {
                        Cell(sheet, i, row.Values[i]);
                    }

                    sheet.EndRow();
                }

                sheet.EndRows();
                if (grid.Merges.Count > 0)
                {
                    sheet.Raw($"""<mergeCells count="{grid.Merges.Count}">{string.Concat(grid.Merges.Select(m => $"""<mergeCell ref="{CellAddress.Of(m.FirstColumn, m.FirstRow)}:{CellAddress.Of(m.LastColumn, m.LastRow)}"/>"""))}</mergeCells>""");
                }
            });
        }

        return file.ToArray();
    }

    private static void Cell(SheetWriter sheet, int column, object? value)
    {
        if (value is double number && Math.Abs(number) < LargestExact)
        {
            sheet.Number(column, SpendingStyles.Quantity, (decimal)number);
        }
        else if (value is not null)
        {
            var text = CellText.Of(value);
            sheet.Text(column, SheetWriter.LooksComputed(text) ? SpendingStyles.TextNotComputed : SpendingStyles.Text, text);
        }
    }

    private static int Width(Grid grid, int column) =>
        Math.Clamp(grid.Rows.Take(200).Select(r => r.Text(column).Sum(c => c > 0xFF ? 2 : 1)).DefaultIfEmpty(0).Max() + 2, 8, 40);
}
