using System.Text;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Projects;

/// <summary>
/// A line as it was typed, pasted or written into a workbook: texts, not yet numbers. Every door reads them here, so
/// that a cell, a form, a paste and a file refuse and accept the same. What is not given is empty.
/// </summary>
public sealed partial class LineTyping
{
    private static readonly HashSet<string> TotalWords = ["合计", "总计", "小计", "共计"];

    private readonly Dictionary<LineColumn, string> cells = [];
    private readonly Dictionary<LineColumn, AmountUnit> units = [];

    /// <summary>The text of a column, as it was typed; line breaks are \n.</summary>
    /// <param name="column">A column that a person fills; what is set for a computed one is dropped.</param>
    public string this[LineColumn column]
    {
        get => cells.GetValueOrDefault(column, "");
        set
        {
            if (!column.IsComputed())
            {
                cells[column] = Clean(value);
            }
        }
    }

    /// <summary>True when nothing at all stands in the line.</summary>
    public bool IsEmpty => cells.Values.All(string.IsNullOrWhiteSpace);

    /// <summary>True for what heads a row in which a table adds up others (合计, 小计): such a row is computed, never read as a line.</summary>
    public static bool IsTotalWord(string text) => TotalWords.Contains(string.Concat(text.Where(c => !char.IsWhiteSpace(c))).TrimEnd(':', '：'));

    /// <summary>True for what stands below a table: 制表人：, 审核：, 注：. It is no line.</summary>
    public bool IsRemark =>
        this[LineColumn.Item] is var item && (item.Length == 0 || Signature().IsMatch(item))
        && LineColumns.Entered.Where(c => c != LineColumn.ActivityGroup).All(c => this[c].Length == 0 || Remark().IsMatch(this[c]))
        && LineColumns.Entered.Any(c => Remark().IsMatch(this[c]));

    /// <summary>Says in which unit the amounts of a column are written; 元 unless said.</summary>
    public void Write(LineColumn column, AmountUnit unit) => units[column] = unit;

    /// <summary>The line as it stands, as a person would type it.</summary>
    public static LineTyping Of(BudgetLine line)
    {
        var typing = new LineTyping();
        foreach (var column in LineColumns.Entered)
        {
            typing[column] = column switch
            {
                LineColumn.ActivityGroup => line.ActivityGroup,
                LineColumn.Item => line.Item,
                LineColumn.ImplementingUnit => line.ImplementingUnit,
                LineColumn.Quantity => line.Quantity is { } quantity ? Numbers.Plainly(quantity) : "",
                LineColumn.Measure => line.Measure ?? "",
                LineColumn.UnitPrice => Typed(line.UnitPrice),
                LineColumn.Allocated => Typed(line.Allocated),
                LineColumn.Spent => Typed(line.Spent),
                _ => line.BalanceReason ?? "",
            };
        }

        return typing;
    }

    /// <summary>
    /// An amount that was the product of quantity and price follows when one of them is changed, as a formula would; one
    /// that a person set otherwise stays.
    /// </summary>
    /// <param name="before">The line as it was.</param>
    public void FollowProduct(BudgetLine before)
    {
        var now = Read(out _);
        if (before.QuantityTimesPrice is { } product && Scoring.Rounding.ToFen(product) == before.Allocated
            && now.Allocated == before.Allocated && (now.Quantity, now.UnitPrice) != (before.Quantity, before.UnitPrice))
        {
            this[LineColumn.Allocated] = "";
        }
    }

    /// <summary>Reads the texts. 实际拨款 left empty beside 数量 and 单价 is their product.</summary>
    /// <param name="faults">Everything that cannot be read or stored; the field is the name of the column.</param>
    /// <returns>The entry; what could not be read is null in it.</returns>
    public LineEntry Read(out IReadOnlyList<Fault> faults)
    {
        var found = new List<Fault>();
        var (quantity, price) = (Quantity(found), Amount(LineColumn.UnitPrice, found));
        var (allocated, spent) = (Amount(LineColumn.Allocated, found), Amount(LineColumn.Spent, found));
        if (string.IsNullOrWhiteSpace(this[LineColumn.Allocated]) && Math.Abs(quantity ?? 0) <= BudgetLine.QuantityLimit && quantity * price is { } product)
        {
            allocated = Scoring.Rounding.ToFen(product);
        }

        var entry = new LineEntry(
            Blank(LineColumn.ActivityGroup), Blank(LineColumn.Item), Blank(LineColumn.ImplementingUnit), quantity, Blank(LineColumn.Measure), price,
            allocated, spent, Blank(LineColumn.BalanceReason));
        found.AddRange(entry.Faults());
        faults = found;
        return entry;
    }

    /// <summary>The same line with every amount that can be read written in 元; what cannot be read stays as it was typed.</summary>
    public LineTyping InYuan()
    {
        var yuan = new LineTyping();
        foreach (var column in LineColumns.Entered)
        {
            var ignored = new List<Fault>();
            yuan[column] = column.IsAmount() && this[column].Length > 0 && Amount(column, ignored) is { } amount ? Typed(amount) : this[column];
        }

        return yuan;
    }

    /// <summary>An amount as a cell holds it: 1119231.68, 450000; empty for null.</summary>
    public static string Typed(decimal? yuan) => yuan is { } amount ? Money.Plainly(amount) : "";

    private string? Blank(LineColumn column) => string.IsNullOrWhiteSpace(this[column]) ? null : this[column].Trim();

    private decimal? Amount(LineColumn column, List<Fault> faults)
    {
        var text = this[column].Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (IsAccountingZero(text))
        {
            return 0;
        }

        var fault = Spoilt(text);
        if (fault is null && Money.TryParseNumber(text, out var value, out fault))
        {
            value = units.GetValueOrDefault(column) == AmountUnit.Wan && Math.Abs(value) <= Money.Limit ? value * Money.Wan : value;
            if (Money.Accepts(value, out fault))
            {
                return value;
            }
        }

        faults.Add(new(column.ToString(), $"“{column.Word()}”填写的“{Short(text)}”{fault}。请填金额，单位为元，如 12000 或 12,000.50"));
        return null;
    }

    private decimal? Quantity(List<Fault> faults)
    {
        var text = this[LineColumn.Quantity].Trim();
        if (text.Length == 0)
        {
            return null;
        }

        var fault = Spoilt(text);
        if (fault is null && Money.TryParseNumber(text, out var number, out fault) && (fault = Numbers.Fault(number)) is null)
        {
            return number;
        }

        faults.Add(new(nameof(LineColumn.Quantity), $"“数量”填写的“{Short(text)}”{fault}，请填数字，如 12 或 99.5"));
        return null;
    }

    // What a spreadsheet shows instead of the number: taking the digits out of it would take a wrong number.
    private static string? Spoilt(string text) =>
        text.All(c => c is '#' or '＃') ? "是列宽不够时的显示，请在原表中加宽该列后重新复制"
        : text[0] == '#' ? "是公式出错的结果，请在原表中改正公式"
        : text[^1] is '%' or '％' ? "是百分比，不是金额或数量"
        : text.Contains('E', StringComparison.OrdinalIgnoreCase) && text.All(c => char.IsAsciiDigit(c) || c is 'E' or 'e' or '+' or '-' or '.')
            ? "是科学计数法，可能已丢失位数；请在原表中把该列设为数值格式后重新复制"
        : null;

    // 会计专用 shows 0 as a dash.
    private static bool IsAccountingZero(string text) => text.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal) is "-" or "—" or "¥-" or "–";

    private static string Clean(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim(' ', '\u3000', '\u00A0', '\uFEFF', '\u200B', '\t', '\n');

    [GeneratedRegex(@"^\s*(填表|制表|审核|复核|负责人|经办|联系|单位负责|财务负责|注\s*[:：]|备\s*注\s*[:：]|说\s*明\s*[:：])")]
    private static partial Regex Remark();

    // Where 项目 stands, 审核费 is one: only what a colon follows is a signature.
    [GeneratedRegex(@"^\s*((单位|财务|项目)?(填表|制表|审核|复核|经办|联系|负责)(人|人员|员)?|注|备\s*注|说\s*明)\s*[:：]")]
    private static partial Regex Signature();

    /// <summary>A text as messages quote it.</summary>
    internal static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
