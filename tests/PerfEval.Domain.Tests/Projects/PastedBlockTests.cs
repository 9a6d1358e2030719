using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Tests.Projects;

public sealed class PastedBlockTests
{
    private static readonly LineColumn[] Shown =
    [
        LineColumn.ActivityGroup, LineColumn.Item, LineColumn.ImplementingUnit, LineColumn.Allocated, LineColumn.Spent, LineColumn.Balance,
        LineColumn.BalanceReason, LineColumn.ExecutionRate,
    ];

    private static readonly PasteReading FindOut = new(null, null, null, null);

    [Fact]
    public void A_header_names_the_columns_wherever_they_stand()
    {
        var block = Read("实际支出（万元）|备注|项目|实际拨款\n1.5|x|办公费|20,000");
        Assert.True(block.HasHeader);
        Assert.Equal([LineColumn.Spent, null, LineColumn.Item, LineColumn.Allocated], block.Columns.Select(c => c.Column));
        var entry = Assert.Single(block.Rows).Typing.Read(out var faults);
        Assert.Empty(faults);
        Assert.Equal(("办公费", 20000m, 15000m), (entry.Item, entry.Allocated, entry.Spent));
        Assert.Equal(1, block.UnknownCells);
    }

    [Fact]
    public void Without_a_header_the_cells_go_where_the_grid_shows_them_and_computed_ones_are_passed_over()
    {
        var block = Read("慰问活动|慰问金|区委办|100|90|10|节余|90%");
        Assert.False(block.HasHeader);
        Assert.Equal(2, block.ComputedCells);
        var entry = block.Rows[0].Typing.Read(out _);
        Assert.Equal(("慰问活动", "慰问金", "区委办", 100m, 90m, "节余"), (entry.ActivityGroup, entry.Item, entry.ImplementingUnit, entry.Allocated, entry.Spent, entry.BalanceReason));
    }

    [Fact]
    public void Rows_over_lines_change_only_what_was_pasted_and_rows_beyond_are_new()
    {
        var target = new LineTyping { [LineColumn.Item] = "旧项目", [LineColumn.BalanceReason] = "原因", [LineColumn.Allocated] = "5" };
        var block = PastedBlock.Read(Cells("100|90\n200|180"), Shown[3..], [target], FindOut, null);
        Assert.Equal([0, null], block.Rows.Select(r => r.Target));
        var (first, second) = (block.Rows[0].Typing.Read(out _), block.Rows[1].Typing.Read(out var faults));
        Assert.Equal(("旧项目", 100m, 90m, "原因"), (first.Item, first.Allocated, first.Spent, first.BalanceReason));
        Assert.Null(second.Item);
        Assert.Equal("Item", Assert.Single(faults).Field);
    }

    [Fact]
    public void Merged_cells_are_filled_down_and_a_new_activity_takes_no_item_of_the_one_before()
    {
        var block = Read("慰问活动|慰问一线|甲|1|1\n||乙|1|1\n文化活动||丙|1|1");
        Assert.True(block.FillDown);
        Assert.Equal(["慰问活动", "慰问活动", "文化活动"], block.Rows.Select(r => r.Typing[LineColumn.ActivityGroup]));
        Assert.Equal(["慰问一线", "慰问一线", ""], block.Rows.Select(r => r.Typing[LineColumn.Item]));
        var not = PastedBlock.Read(Cells("慰问活动|慰问一线\n|二"), Shown, [], FindOut with { FillDown = false }, null);
        Assert.Equal("", not.Rows[1].Typing[LineColumn.ActivityGroup]);
    }

    [Fact]
    public void Totals_are_not_lines_and_are_compared()
    {
        var block = Read("项目|实际拨款|实际支出|结余资金\n甲|60000|50000|0\n乙|100|100|0\n合 计|60100|50200|10000");
        Assert.Equal((2, 1), (block.Rows.Count, block.TotalRows));
        Assert.Equal(["原表合计“实际支出”50,200.00元，各行相加为50,100.00元"], block.TotalDoubts);
        Assert.Equal("原表结余0.00元，按拨款减支出应为10,000.00元", block.Rows[0].Doubt);
        Assert.Null(block.Rows[1].Doubt);
        Assert.Equal(60100m, block.Total);
    }

    [Fact]
    public void A_person_may_say_otherwise()
    {
        var block = PastedBlock.Read(Cells("a|1.5\nb|2"), Shown, [], new([LineColumn.BalanceReason, LineColumn.Spent], false, AmountUnit.Wan, false), 40000m);
        Assert.Equal([15000m, 20000m], block.Rows.Select(r => r.Typing.Read(out _).Spent!.Value));
        Assert.Null(block.Question);
        Assert.Equal(["a", "b"], block.Rows.Select(r => r.Typing[LineColumn.BalanceReason]));
    }

    [Fact]
    public void Amounts_that_fit_the_budget_only_in_the_other_unit_are_asked_about()
    {
        var asked = PastedBlock.Read(Cells("x|甲|u|30|28\nx|乙|u|15|15"), Shown, [], FindOut, 450000m);
        Assert.Equal(AmountUnit.Wan, asked.Question);
        var named = PastedBlock.Read(Cells("项目|实际拨款（万元）\n甲|300000\n乙|150000"), Shown, [], FindOut, 450000m);
        Assert.Equal(AmountUnit.Yuan, named.Question);
        Assert.Null(PastedBlock.Read(Cells("x|甲|u|300000|280000"), Shown, [], FindOut, 450000m).Question);
    }

    [Fact]
    public void What_cannot_be_read_stays_as_it_was_pasted()
    {
        var block = Read("项目|实际拨款（万元）|实际支出\n甲|一万|###");
        Assert.Equal(["Allocated", "Spent"], block.Rows[0].Faults.Select(f => f.Field));
        Assert.Equal(("一万", "###"), (block.Rows[0].Typing[LineColumn.Allocated], block.Rows[0].Typing[LineColumn.Spent]));
    }

    [Theory]
    [InlineData("100\n\n300", "100,,300")]
    [InlineData("\n200", ",200,3")]
    public void An_empty_row_of_a_block_beside_the_items_keeps_its_place(string text, string spent)
    {
        var targets = Enumerable.Range(1, 3).Select(i => new LineTyping { [LineColumn.Item] = $"第{i}项", [LineColumn.Spent] = $"{i}" }).ToList();
        var block = PastedBlock.Read(Cells(text), Shown[4..], targets, FindOut, null);
        var after = targets.Select((t, i) => block.Rows.FirstOrDefault(r => r.Target == i)?.Typing ?? t);
        Assert.Equal(spent, string.Join(',', after.Select(t => t[LineColumn.Spent])));
        Assert.All(block.Rows, r => Assert.Equal($"第{r.Target + 1}项", r.Typing[LineColumn.Item]));
    }

    [Fact]
    public void An_empty_row_between_whole_lines_is_passed_over()
    {
        var targets = Enumerable.Range(1, 2).Select(i => new LineTyping { [LineColumn.Item] = $"第{i}项" }).ToList();
        var block = PastedBlock.Read(Cells("x|甲|u|1|1\n||||\nx|乙|u|2|2"), Shown, targets, FindOut, null);
        Assert.Equal([(0, "甲"), (1, "乙")], block.Rows.Select(r => (r.Target!.Value, r.Typing[LineColumn.Item])));
    }

    [Fact]
    public void Rows_that_hold_only_a_number_or_a_formula_are_no_lines()
    {
        var block = Read("序号|项目|实际拨款|实际支出|结余\n1|甲|5|5|0\n2||||0.00\n3||||-\n合计||5|5|0");
        Assert.Equal(["甲"], block.Rows.Select(r => r.Typing[LineColumn.Item]));
        Assert.Equal(1, block.TotalRows);
    }

    [Fact]
    public void A_title_and_the_unit_above_the_header_and_remarks_below_the_table_are_no_lines()
    {
        var block = Read("2024年明细表||||\n填表单位：雨花街道|||单位：万元|\n序号|项目|实际拨款|实际支出|备注\n1|办公费|4.5|4|x\n合计||4.5|4|\n|制表人：||审核：|\n|审核费|0|0|");
        Assert.Equal((true, 3, 1, AmountUnit.Wan), (block.HasHeader, block.HeaderRow, block.RemarkRows, block.Unit));
        Assert.Equal(["办公费", "审核费"], block.Rows.Select(r => r.Entry.Item));
        var row = block.Rows[0];
        Assert.Equal((4, "办公费", 45000m, 40000m), (row.Number, row.Entry.Item, row.Entry.Allocated, row.Entry.Spent));
        Assert.Empty(block.TotalDoubts);
    }

    [Theory]
    [InlineData("序号|项目|资金||结余原因\n||实际拨款|实际支出|\n1|甲|10|9|节约")]
    [InlineData("表\n项目|项目|资金||\n||实际拨款（元）|实际支出（元）|结余原因\n|甲|10|9|节约")]
    public void A_heading_over_two_rows_is_one_header(string text)
    {
        var block = Read(text.Replace("项目|项目", "活动|项目", StringComparison.Ordinal));
        var entry = Assert.Single(block.Rows).Entry;
        Assert.Equal(("甲", 10m, 9m, "节约"), (entry.Item, entry.Allocated, entry.Spent, entry.BalanceReason));
    }

    [Fact]
    public void Who_says_that_there_is_no_header_gets_every_row()
    {
        var block = PastedBlock.Read(Cells("表|\n项目|实际拨款\n甲|10"), Shown, [], FindOut with { HasHeader = false }, null);
        Assert.Equal((false, 0, 3), (block.HasHeader, block.HeaderRow, block.Rows.Count));
        var first = PastedBlock.Read(Cells("甲|乙\n丙|丁"), Shown, [], FindOut with { HasHeader = true }, null);
        Assert.Equal((true, 1, 0), (first.HasHeader, first.HeaderRow, first.Rows.Count));
    }

    private static PastedBlock Read(string text) => PastedBlock.Read(Cells(text), Shown, [], FindOut, null);

    private static List<IReadOnlyList<string>> Cells(string text) => [.. text.Split('\n').Select(row => (IReadOnlyList<string>)row.Split('|'))];
}
