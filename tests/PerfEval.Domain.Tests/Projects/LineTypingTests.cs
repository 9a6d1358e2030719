using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Tests.Projects;

public sealed class LineTypingTests
{
    [Theory]
    [InlineData("475,962", 475962)]
    [InlineData("475，962.50", 475962.5)]
    [InlineData("¥1,234.00", 1234)]
    [InlineData("￥ 1,234.00 ", 1234)]
    [InlineData("(1,234.00)", -1234)]
    [InlineData("（1，234.00）", -1234)]
    [InlineData("１２３４．５", 1234.5)]
    [InlineData("1 234", 1234)]
    [InlineData("　30000元", 30000)]
    [InlineData("-", 0)]
    [InlineData(" ¥ - ", 0)]
    [InlineData("−12.5", -12.5)]
    public void Amounts_are_read_as_people_paste_them(string text, decimal yuan)
    {
        var entry = Typing((LineColumn.Spent, text)).Read(out var faults);
        Assert.Empty(faults);
        Assert.Equal(yuan, entry.Spent);
    }

    [Theory]
    [InlineData("12.5%", "百分比")]
    [InlineData("###", "列宽不够")]
    [InlineData("#VALUE!", "公式出错")]
    [InlineData("1.2E+05", "科学计数法")]
    [InlineData("三万", "不是数字")]
    [InlineData("1.234", "小数超过两位")]
    [InlineData("99999999999999999", "超出可保存的范围")]
    public void What_is_no_amount_is_refused_with_its_reason(string text, string reason)
    {
        var entry = Typing((LineColumn.Spent, text)).Read(out var faults);
        var fault = Assert.Single(faults);
        Assert.Equal("Spent", fault.Field);
        Assert.StartsWith($"“实际支出”填写的“{text}”", fault.Message, StringComparison.Ordinal);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Null(entry.Spent);
    }

    [Fact]
    public void All_faults_of_a_line_come_at_once()
    {
        Typing((LineColumn.Item, ""), (LineColumn.Allocated, "abc"), (LineColumn.Spent, "12%"), (LineColumn.Quantity, "-1")).Read(out var faults);
        Assert.Equal(["Allocated", "Spent", "Item", "Quantity"], faults.Select(f => f.Field));
    }

    [Fact]
    public void Wan_becomes_yuan_exactly_in_its_own_column_only()
    {
        var typing = Typing((LineColumn.Allocated, "111.923168"), (LineColumn.Spent, "30,000"));
        typing.Write(LineColumn.Allocated, AmountUnit.Wan);
        var entry = typing.Read(out var faults);
        Assert.Empty(faults);
        Assert.Equal((1119231.68m, 30000m), (entry.Allocated, entry.Spent));
    }

    [Fact]
    public void Quantity_times_price_fills_an_empty_amount_and_never_a_typed_one()
    {
        var typing = Typing((LineColumn.Quantity, "12"), (LineColumn.UnitPrice, "33.335"));
        typing[LineColumn.UnitPrice] = "33.33";
        Assert.Equal(399.96m, typing.Read(out _).Allocated);
        typing[LineColumn.Allocated] = "400";
        Assert.Equal(400m, typing.Read(out _).Allocated);
    }

    [Fact]
    public void A_line_break_stays_inside_its_cell_and_computed_columns_are_dropped()
    {
        var typing = Typing((LineColumn.Item, " 慰问\r\n困难户 "), (LineColumn.Balance, "5"), (LineColumn.ExecutionRate, "abc"));
        Assert.Equal("慰问\n困难户", typing.Read(out var faults).Item);
        Assert.Empty(faults);
    }

    [Fact]
    public void A_stored_line_reads_back_as_itself()
    {
        var project = Some.Project();
        var entry = new LineEntry("慰问活动", "慰问", "区委办", 12.5m, "人", 800m, 10000m, 9999.9m, "一人未到");
        project.Apply(LineChanges.Of(new(Guid.NewGuid(), null, entry)));
        Assert.Equal(entry, LineTyping.Of(project.Lines[0]).Read(out var faults));
        Assert.Empty(faults);
    }

    [Fact]
    public void Headers_are_found_however_they_are_worded()
    {
        var found = LineColumns.OfHeaders(["行号", "名称(原文)", "名称", "*项　目", "实施单位", "实际拨款（万元）", "实际支出 (元)", "结余\n资金", "结余原因", "执行率"]);
        Assert.Equal(
            [null, null, new(LineColumn.ActivityGroup, null), new(LineColumn.Item, null), new(LineColumn.ImplementingUnit, null), new(LineColumn.Allocated, AmountUnit.Wan),
                new(LineColumn.Spent, AmountUnit.Yuan), new(LineColumn.Balance, null), new(LineColumn.BalanceReason, null), new(LineColumn.ExecutionRate, null)],
            found.Select(h => h).ToArray<LineHeader?>());
    }

    [Fact]
    public void Unit_alone_is_who_did_it_and_beside_a_quantity_what_is_counted()
    {
        Assert.Equal(LineColumn.ImplementingUnit, LineColumns.OfHeaders(["项目", "单位", "支出"])[1]!.Value.Column);
        Assert.Equal(LineColumn.Measure, LineColumns.OfHeaders(["项目", "数量", "单位", "单价"])[2]!.Value.Column);
    }

    [Theory]
    [InlineData(45, AmountUnit.Yuan, 450000.0, AmountUnit.Wan)]
    [InlineData(4_500_000_000, AmountUnit.Wan, 450000.0, AmountUnit.Yuan)]
    [InlineData(450000, AmountUnit.Yuan, 450000.0, null)]
    [InlineData(300, AmountUnit.Yuan, 450000.0, null)]
    [InlineData(45, AmountUnit.Yuan, null, null)]
    [InlineData(0, AmountUnit.Yuan, 450000.0, null)]
    public void Amounts_ten_thousand_times_off_are_noticed(long total, AmountUnit read, double? budget, AmountUnit? asked) =>
        Assert.Equal(asked, AmountScale.Suggests(total, read, (decimal?)budget));

    private static LineTyping Typing(params (LineColumn Column, string Text)[] cells)
    {
        var typing = new LineTyping { [LineColumn.Item] = "慰问" };
        foreach (var (column, text) in cells)
        {
            typing[column] = text;
        }

        return typing;
    }
}
