namespace PerfEval.Domain.Projects;

/// <summary>What a person enters for a spending line. Amounts in 元; null means not known yet.</summary>
/// <param name="ActivityGroup">活动内容, such as 慰问活动; may be empty.</param>
/// <param name="Item">项目: what the money was for.</param>
/// <param name="ImplementingUnit">实施单位.</param>
/// <param name="Quantity">数量, where a standard is given.</param>
/// <param name="Measure">计量单位, such as 人.</param>
/// <param name="UnitPrice">单价, 元.</param>
/// <param name="Allocated">实际拨款.</param>
/// <param name="Spent">实际支出.</param>
/// <param name="BalanceReason">结余原因.</param>
public sealed record LineEntry(
    string? ActivityGroup, string? Item, string? ImplementingUnit, decimal? Quantity, string? Measure, decimal? UnitPrice,
    decimal? Allocated, decimal? Spent, string? BalanceReason)
{
    /// <summary>Everything that cannot be stored, at once. What is merely doubtful is not refused.</summary>
    public IEnumerable<Fault> Faults()
    {
        if (string.IsNullOrWhiteSpace(Item))
        {
            yield return new(nameof(Item), "请填写项目（支出内容）");
        }

        foreach (var (field, label, text, limit) in new (string, string, string?, int)[]
        {
            (nameof(ActivityGroup), "活动内容", ActivityGroup, BudgetLine.ActivityGroupLength),
            (nameof(Item), "项目", Item, BudgetLine.ItemLength),
            (nameof(ImplementingUnit), "实施单位", ImplementingUnit, BudgetLine.ImplementingUnitLength),
            (nameof(Measure), "计量单位", Measure, BudgetLine.MeasureLength),
            (nameof(BalanceReason), "结余原因", BalanceReason, BudgetLine.BalanceReasonLength),
        })
        {
            // A cell of a workbook may hold several lines; they stay in it.
            if (text?.Any(c => char.IsControl(c) && c != '\n') == true)
            {
                yield return new(field, $"“{label}”里有看不见的控制字符，请删去后重新录入，或粘贴为纯文本");
            }
            else if (text?.Trim().Length > limit)
            {
                yield return new(field, $"“{label}”有{text.Trim().Length}个字，请缩短到{limit}个字以内");
            }
        }

        if (Quantity < 0)
        {
            yield return new(nameof(Quantity), "“数量”不能小于0");
        }

        if (Math.Abs(Quantity ?? 0) > BudgetLine.QuantityLimit)
        {
            yield return new(nameof(Quantity), "“数量”超出可保存的范围");
        }
        else if (Quantity is { } quantity && Numbers.Fault(quantity) is { } fault)
        {
            yield return new(nameof(Quantity), $"“数量”{fault}");
        }

        if (Math.Abs(Allocated ?? 0) > Money.Limit)
        {
            yield return new(nameof(Allocated), "“实际拨款”（数量×单价）超出可保存的范围");
        }
    }
}

/// <summary>预算明细: one line of what the money was for, what was handed out and what was spent.</summary>
public sealed class BudgetLine : IVersioned
{
    /// <summary>Most characters of an activity group.</summary>
    public const int ActivityGroupLength = 100;

    /// <summary>Most characters of an item.</summary>
    public const int ItemLength = 500;

    /// <summary>Most characters of an implementing unit.</summary>
    public const int ImplementingUnitLength = 100;

    /// <summary>Most characters of a measure.</summary>
    public const int MeasureLength = 20;

    /// <summary>Most characters of a balance reason.</summary>
    public const int BalanceReasonLength = 500;

    /// <summary>Largest quantity (decimal(18,4)).</summary>
    public const decimal QuantityLimit = 10_000_000_000m;

    private BudgetLine()
    {
    }

    internal BudgetLine(Guid id, int position, LineEntry entry)
    {
        Id = id;
        Position = position;
        Set(entry);
    }

    /// <summary>Key, made where the row was made, so that a resend is the same row.</summary>
    public Guid Id { get; private set; }

    /// <summary>The project.</summary>
    public int ProjectId { get; private set; }

    /// <summary>Order on the page, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>活动内容.</summary>
    public string ActivityGroup { get; private set; } = "";

    /// <summary>项目.</summary>
    public string Item { get; private set; } = "";

    /// <summary>实施单位.</summary>
    public string ImplementingUnit { get; private set; } = "";

    /// <summary>数量.</summary>
    public decimal? Quantity { get; private set; }

    /// <summary>计量单位.</summary>
    public string? Measure { get; private set; }

    /// <summary>单价, 元.</summary>
    public decimal? UnitPrice { get; private set; }

    /// <summary>实际拨款, 元.</summary>
    public decimal? Allocated { get; private set; }

    /// <summary>实际支出, 元.</summary>
    public decimal? Spent { get; private set; }

    /// <summary>结余 = 实际拨款 − 实际支出, 元; null while one of them is unknown.</summary>
    public decimal? Balance => Allocated - Spent;

    /// <summary>结余 as a published paper prints it, 元; null in our own evaluations.</summary>
    public decimal? StatedBalance { get; private set; }

    /// <summary>结余原因.</summary>
    public string? BalanceReason { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>数量 × 单价, 元; null unless both are given.</summary>
    public decimal? QuantityTimesPrice => Quantity * UnitPrice;

    /// <summary>The line as a person enters it.</summary>
    public LineEntry Entry => new(ActivityGroup, Item, ImplementingUnit, Quantity, Measure, UnitPrice, Allocated, Spent, BalanceReason);

    internal void Set(LineEntry entry)
    {
        ActivityGroup = entry.ActivityGroup?.Trim() ?? "";
        Item = entry.Item?.Trim() ?? "";
        ImplementingUnit = entry.ImplementingUnit?.Trim() ?? "";
        (Quantity, UnitPrice, Allocated, Spent) = (entry.Quantity, entry.UnitPrice, entry.Allocated, entry.Spent);
        Measure = Blank(entry.Measure);
        BalanceReason = Blank(entry.BalanceReason);
    }

    internal void State(decimal? balance) => StatedBalance = balance;

    internal void MoveTo(int position) => Position = position;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
