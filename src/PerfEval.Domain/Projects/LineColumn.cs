using System.Text;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Projects;

/// <summary>The columns of the spending table, named as the properties of <see cref="LineEntry"/> where a person fills them.</summary>
public enum LineColumn
{
    /// <summary>活动内容</summary>
    ActivityGroup,

    /// <summary>项目</summary>
    Item,

    /// <summary>实施单位</summary>
    ImplementingUnit,

    /// <summary>数量</summary>
    Quantity,

    /// <summary>计量单位</summary>
    Measure,

    /// <summary>单价</summary>
    UnitPrice,

    /// <summary>实际拨款</summary>
    Allocated,

    /// <summary>实际支出</summary>
    Spent,

    /// <summary>结余, computed</summary>
    Balance,

    /// <summary>结余原因</summary>
    BalanceReason,

    /// <summary>执行率, computed</summary>
    ExecutionRate,
}

/// <summary>The unit in which a table writes its amounts; stored amounts are 元.</summary>
public enum AmountUnit
{
    /// <summary>元</summary>
    Yuan,

    /// <summary>万元</summary>
    Wan,
}

/// <summary>What a header cell says: which column it is and, where it says so, in which unit its amounts are.</summary>
/// <param name="Column">The column.</param>
/// <param name="Unit">The unit in the header, as in 实际支出（万元）; null when it says none.</param>
public readonly record struct LineHeader(LineColumn Column, AmountUnit? Unit);

/// <summary>What the columns are called and what may stand in them.</summary>
public static partial class LineColumns
{
    // How units head these columns; the first word is ours.
    private static readonly (LineColumn Column, string Words)[] Wordings =
    [
        (LineColumn.ActivityGroup, "活动内容 名称 活动名称 活动 活动类别"),
        (LineColumn.Item, "项目 支出内容 项目(支出内容) 支出项目 项目名称 明细项目 用途 支出明细"),
        (LineColumn.ImplementingUnit, "实施单位 单位名称 承办单位 执行单位 使用单位 单位"),
        (LineColumn.Quantity, "数量 人数"),
        (LineColumn.Measure, "计量单位"),
        (LineColumn.UnitPrice, "单价 标准"),
        (LineColumn.Allocated, "实际拨款 拨款 拨款金额 实际拨付 拨付金额"),
        (LineColumn.Spent, "实际支出 支出 支出金额 实际支出金额"),
        (LineColumn.Balance, "结余 结余资金 结余金额"),
        (LineColumn.BalanceReason, "结余原因 原因"),
        (LineColumn.ExecutionRate, "执行率 预算执行率"),
    ];

    private static readonly (string Ending, AmountUnit Unit)[] UnitEndings =
        [.. new[] { ("万元", AmountUnit.Wan), ("元", AmountUnit.Yuan) }.SelectMany(u => new[] { $"({u.Item1})", $"(单位:{u.Item1})", $"/{u.Item1}" }.Select(e => (e, u.Item2)))];

    private static readonly Dictionary<string, LineColumn> Names =
        Wordings.SelectMany(w => w.Words.Split(' ').Select(word => (word, w.Column))).ToDictionary(w => w.word, w => w.Column, StringComparer.Ordinal);

    /// <summary>Every column in the order of the table.</summary>
    public static IReadOnlyList<LineColumn> All { get; } = Enum.GetValues<LineColumn>();

    /// <summary>The columns that a person fills.</summary>
    public static IReadOnlyList<LineColumn> Entered { get; } = [.. All.Where(c => !c.IsComputed())];

    /// <summary>活动内容, 项目, …</summary>
    public static string Word(this LineColumn column) => Wordings[(int)column].Words.Split(' ')[0];

    /// <summary>True for what the program computes: it is shown and never taken from a person, a paste or a workbook.</summary>
    public static bool IsComputed(this LineColumn column) => column is LineColumn.Balance or LineColumn.ExecutionRate;

    /// <summary>True for amounts of money.</summary>
    public static bool IsAmount(this LineColumn column) => column is LineColumn.UnitPrice or LineColumn.Allocated or LineColumn.Spent or LineColumn.Balance;

    /// <summary>True for what stands to the right in its cell.</summary>
    public static bool IsNumber(this LineColumn column) => column.IsAmount() || column is LineColumn.Quantity or LineColumn.ExecutionRate;

    /// <summary>Most characters of a text column; 0 for numbers.</summary>
    public static int LongestText(this LineColumn column) => column switch
    {
        LineColumn.ActivityGroup => BudgetLine.ActivityGroupLength,
        LineColumn.Item => BudgetLine.ItemLength,
        LineColumn.ImplementingUnit => BudgetLine.ImplementingUnitLength,
        LineColumn.Measure => BudgetLine.MeasureLength,
        LineColumn.BalanceReason => BudgetLine.BalanceReasonLength,
        _ => 0,
    };

    /// <summary>
    /// Reads the cells of a header row, however a unit words them: blanks, full-width brackets, marks of obligation and
    /// a unit in brackets are passed over. The first cell of a column wins; cells that name none are null.
    /// </summary>
    /// <param name="cells">The texts of the row.</param>
    public static IReadOnlyList<LineHeader?> OfHeaders(IReadOnlyList<string> cells)
    {
        var (found, taken) = (new LineHeader?[cells.Count], new HashSet<LineColumn>());
        var names = cells.Select(Plain).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            var (name, unit) = WithoutUnit(names[i]);
            if (!Names.TryGetValue(name, out var column))
            {
                continue;
            }

            // 单位 beside 实施单位 or 数量 is what is counted, alone it is who carried it out.
            if (name == "单位" && (names.Contains("实施单位") || names.Contains("数量")))
            {
                column = LineColumn.Measure;
            }

            if (taken.Add(column))
            {
                found[i] = new(column, unit);
            }
        }

        return found;
    }

    /// <summary>The unit in a note above a table, such as 单位：万元 or 金额单位:元; null when it is none.</summary>
    public static AmountUnit? UnitNoted(string text) =>
        UnitNote().Match(text) is { Success: true } match ? match.Groups[1].Value == "万元" ? AmountUnit.Wan : AmountUnit.Yuan : null;

    private static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('*' or '\u200B' or '\uFEFF')));

    private static (string Name, AmountUnit? Unit) WithoutUnit(string name)
    {
        foreach (var (ending, unit) in UnitEndings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
            {
                return (name[..^ending.Length], unit);
            }
        }

        return (name, null);
    }

    [GeneratedRegex(@"单位\s*[:：]\s*(?:人民币)?\s*(万元|元)")]
    private static partial Regex UnitNote();
}
