using PerfEval.Domain.Projects;
using PerfEval.Web.TagHelpers;

namespace PerfEval.Web.Pages.Projects;

/// <summary>A line that shall stand elsewhere.</summary>
public sealed record GridMove(Guid Id, Guid? Before);

/// <summary>A block that was pasted into the grid, and what a person decided about it.</summary>
/// <param name="Text">The clipboard's text.</param>
/// <param name="Shown">Names of the columns from the active cell to the right.</param>
/// <param name="Targets">The lines from the active row downwards as they stand in the grid.</param>
/// <param name="Columns">The column of each pasted cell; an empty name passes it over; null: find out.</param>
/// <param name="HasHeader">Whether a row heads the columns; null: find out.</param>
/// <param name="Unit">Yuan or Wan; null: find out.</param>
/// <param name="FillDown">Whether empty cells repeat the one above; null: find out.</param>
public sealed record GridPaste(
    string? Text, IReadOnlyList<string?>? Shown, IReadOnlyList<IReadOnlyDictionary<string, string>?>? Targets, IReadOnlyList<string?>? Columns, bool? HasHeader, string? Unit,
    bool? FillDown)
{
    internal GridPasted Read(IReadOnlyList<IReadOnlyList<string>> cells, ProjectMoney money)
    {
        var shown = Shown!.Select(Column).OfType<LineColumn>().ToList();
        var targets = Targets!.Select(t => new GridChange(default, null, t, null).ToTyping()).ToList();
        var unit = Enum.TryParse<AmountUnit>(Unit, out var chosen) && Enum.IsDefined(chosen) ? chosen : (AmountUnit?)null;
        var block = PastedBlock.Read(cells, shown, targets, new(Columns?.Select(Column).ToList(), HasHeader, unit, FillDown), money.Received ?? money.AdjustedBudget);
        return GridPasted.Of(block, money.Received ?? money.AdjustedBudget);
    }

    private static LineColumn? Column(string? name) => Enum.TryParse<LineColumn>(name, out var column) && Enum.IsDefined(column) ? column : null;
}

/// <summary>What was understood of a pasted block.</summary>
public sealed record GridPasted(
    int HeaderRow, IReadOnlyList<GridPastedColumn> Columns, string Unit, bool FillDown, IReadOnlyList<GridPastedRow> Rows, int Faults, string Summary,
    IReadOnlyList<string> Notes, string? Question, string? Suggested)
{
    internal static GridPasted Of(PastedBlock block, decimal? budget)
    {
        var faults = block.Rows.Sum(r => r.Faults.Count);
        var (adds, changes) = (block.Rows.Count(r => r.Target is null), block.Rows.Count(r => r.Target is not null));
        string[] notes =
        [
            .. adds > 0 && changes > 0 ? [$"其中修改 {changes} 行、新增 {adds} 行"] : Array.Empty<string>(),
            .. block.HeaderRow > 1 ? [$"第 {block.HeaderRow} 行为止是标题和表头"] : Array.Empty<string>(),
            .. block.TotalRows > 0 ? [$"跳过合计行 {block.TotalRows} 行（合计由系统计算）"] : Array.Empty<string>(),
            .. block.TotalDoubts,
            .. block.RemarkRows > 0 ? [$"跳过表下说明 {block.RemarkRows} 行"] : Array.Empty<string>(),
            .. block.ComputedCells > 0 ? [$"跳过只读栏 {block.ComputedCells} 格（结余、执行率由系统计算）"] : Array.Empty<string>(),
            .. block.UnknownCells > 0 ? [$"未对应任何栏的 {block.UnknownCells} 格不粘贴"] : Array.Empty<string>(),
        ];
        var question = block.Question is { } unit
            ? $"金额合计 {Domain.Money.Show(block.Total)} 元，而项目资金 {Domain.Money.Show(budget ?? 0)} 元，相差约一万倍。复制的金额是不是以{(unit == AmountUnit.Wan ? "万元" : "元")}为单位？"
            : null;
        return new(
            block.HeaderRow, [.. block.Columns.Select(c => new GridPastedColumn(c.Source, c.Column?.ToString(), c.IsTaken, c.Unit?.ToString()))], block.Unit.ToString(), block.FillDown,
            [.. block.Rows.Select(r => new GridPastedRow(r.Number, r.Target, LineColumns.Entered.ToDictionary(c => c.ToString(), c => r.Typing[c]), Amounts(r.Entry), r.Faults.Select(f => new GridFault(null, f.Field, f.Message)).ToList(), r.Doubt))],
            faults,
            $"已识别 {block.Rows.Count} 行{(faults > 0 ? $"，{faults} 处有误" : "")}{(block.Rows.Count(r => r.Doubt is not null) is > 0 and var doubts ? $"，{doubts} 行不平" : "")}", notes, question, block.Question?.ToString());
    }

    private static Dictionary<string, string> Amounts(LineEntry entry) =>
        new (LineColumn Column, decimal? Amount)[] { (LineColumn.UnitPrice, entry.UnitPrice), (LineColumn.Allocated, entry.Allocated), (LineColumn.Spent, entry.Spent) }
            .Where(a => a.Amount is not null).ToDictionary(a => a.Column.ToString(), a => MoneyTagHelper.Show(a.Amount, "yuan"));
}

/// <summary>One column of the block: what it is called there and what it is taken for.</summary>
public sealed record GridPastedColumn(string Source, string? Column, bool IsTaken, string? Unit);

/// <summary>One row of the block as it would be saved; amounts that can be read also as tables show them.</summary>
public sealed record GridPastedRow(
    int Number, int? Target, IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, string> Amounts, IReadOnlyList<GridFault> Faults, string? Doubt);
