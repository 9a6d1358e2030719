using PerfEval.Domain;
using PerfEval.Domain.Projects;

namespace PerfEval.Web.Pages.Projects;

/// <summary>What is typed about a spending line.</summary>
public sealed class LineForm
{
    public Guid Id { get; set; } = Guid.NewGuid();

    public long? SeenVersion { get; set; }

    public string? ActivityGroup { get; set; }

    public string? Item { get; set; }

    public string? ImplementingUnit { get; set; }

    public string? Quantity { get; set; }

    public string? Measure { get; set; }

    public string? UnitPrice { get; set; }

    public string? Allocated { get; set; }

    public string? Spent { get; set; }

    public string? BalanceReason { get; set; }

    /// <summary>The texts as the domain reads them.</summary>
    public LineTyping ToTyping() => new()
    {
        [LineColumn.ActivityGroup] = ActivityGroup ?? "",
        [LineColumn.Item] = Item ?? "",
        [LineColumn.ImplementingUnit] = ImplementingUnit ?? "",
        [LineColumn.Quantity] = Quantity ?? "",
        [LineColumn.Measure] = Measure ?? "",
        [LineColumn.UnitPrice] = UnitPrice ?? "",
        [LineColumn.Allocated] = Allocated ?? "",
        [LineColumn.Spent] = Spent ?? "",
        [LineColumn.BalanceReason] = BalanceReason ?? "",
    };

    public static (string Label, string? Value)[] Words(BudgetLine line) =>
    [
        ("活动内容", line.ActivityGroup), ("项目", line.Item), ("实施单位", line.ImplementingUnit),
        ("数量×单价", line.QuantityTimesPrice is { } product ? $"{Numbers.Plainly(line.Quantity!.Value)}{line.Measure}×{Money.Plainly(line.UnitPrice!.Value)}元={Money.Show(product)}元" : null),
        ("实际拨款", line.Allocated is { } allocated ? Money.Show(allocated) : null), ("实际支出", line.Spent is { } spent ? Money.Show(spent) : null),
        ("结余原因", line.BalanceReason),
    ];

    public static LineForm Of(BudgetLine line) => new()
    {
        Id = line.Id,
        SeenVersion = line.Version,
        ActivityGroup = line.ActivityGroup,
        Item = line.Item,
        ImplementingUnit = line.ImplementingUnit,
        Quantity = line.Quantity is { } quantity ? Numbers.Plainly(quantity) : null,
        Measure = line.Measure,
        UnitPrice = FormRules.ToText(line.UnitPrice),
        Allocated = FormRules.ToText(line.Allocated),
        Spent = FormRules.ToText(line.Spent),
        BalanceReason = line.BalanceReason,
    };
}
