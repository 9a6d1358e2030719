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

    private static PastedBlock Read(string text) => PastedBlock.Read(Cells(text), Shown, [], FindOut, null);

    private static List<IReadOnlyList<string>> Cells(string text) => [.. text.Split('\n').Select(row => (IReadOnlyList<string>)row.Split('|'))];
}
