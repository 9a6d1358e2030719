using PerfEval.Documents.Reading;
using PerfEval.Domain.Projects;

namespace PerfEval.Tests.Excel;

/// <summary>What users put into workbooks: what must be taken as it is meant, and the exact list of what cannot be.</summary>
public sealed class FaultListTests
{
    private static readonly object?[] Head = [null, "活动内容", "项目（支出内容）", "实施单位", "数量", "单价", "实际拨款", "实际支出", "结余", "结余原因"];
    private const string Yuan = "。请填金额，单位为元，如 12000 或 12,000.50";

    /// <summary>Test case 1 of the users, all in one workbook: first column empty, a title above, rows far apart.</summary>
    internal static Book Everything(out Project project)
    {
        project = SomeProject.With(
            SomeProject.Entry("春节慰问"), SomeProject.Entry("办公用品", "日常办公"), SomeProject.Entry("办公用品", "日常办公"), SomeProject.Entry("水电", "日常办公", "综合办"));
        var rows = new List<(int, object?[])>
        {
            (1, [null, "雨花街道办事处支出明细表"]),
            (3, [null, "填表日期：2024-12-20", null, null, null, null, null, null, "单位：元"]),
            (5, Head),
            (6, [null, " 慰问活动　", "春节慰问 ", "　综合办", "１２", "５０", "１，２００．５０", "1,200.50", new Book.Formula("G6-H6", "0"), ""]),
            (7, [new Book.Blank(), new Book.Blank(), new Book.Blank(), null, null, null, new Book.Blank()]),
            (8, [null, "会议活动", "全年会议", "党政办", 4, 250.5, 1002, "¥1,002.00"]),
            (9, [null, null, "全年培训", "党政办", null, null, "（500.00）", "-"]),
            (10, [null, "合　计", null, null, null, null, 2704.5, 2202.5]),
            (12, [null, "其他", "租车", "综合办", null, null, "2024年3月1日", new Book.Dated(45352)]),
            (13, [null, "其他", null, "综合办", "三", null, "一千", 12.345]),
            (14, [null, "其他", "租车（二）", "综合办", null, null, 100, 100]),
            (15, [null, "其他", "租车（二）", "综合办", null, null, 100, 100]),
            (16, [null, "日常办公", "办公用品", "综合办", null, null, 5, 5]),
            (17, [null, "日常办公", "水电", "综合办", -1, null, new Book.Percent(0.125), "####"]),
            (18, [null, "其他", new Book.Error("#REF!"), "综合办", null, null, new Book.Error("#DIV/0!"), new Book.Formula("SUM(G6:G9)", null)]),
            (19, [null, "其他", "图片说明", new Book.Formula("_xlfn.DISPIMG(\"ID_0A\",1)", "=DISPIMG(\"ID_0A\",1)"), null, null, 10, 10]),
            (20, [null, "其他", new string('长', 501), "综合办", null, null, "1.2E+07", 10]),
            (30, [null, "制表人：", "", "审核："]),
        };
        rows.AddRange(Enumerable.Range(31, 300).Select(n => (n, new object?[] { null, new Book.Blank(), new Book.Blank(), new Book.Blank(), null, null, new Book.Blank() })));
        return new Book().Sheet("说明", ["本表由各科室填写"]).Sheet("2024年明细", rows, """<mergeCells count="1"><mergeCell ref="B8:B9"/></mergeCells>""", 14);
    }

    [Fact]
    public void Each_fault_of_test_case_1_is_in_the_list_with_its_cell_and_nothing_else_is()
    {
        var content = Everything(out var project).ToBytes();
        Assert.Equal(
            [
                "2024年明细!G12 实际拨款“2024年3月1日”不是数字｜请填金额，单位为元，如 12000 或 12,000.50",
                "2024年明细!H12 实际支出“2024-03-01”不是数字｜请填金额，单位为元，如 12000 或 12,000.50",
                "2024年明细!C13 项目“”没有填写｜请填写项目（支出内容）",
                "2024年明细!E13 数量“三”不是数字｜请填数字，如 12 或 99.5",
                "2024年明细!G13 实际拨款“一千”不是数字｜请填金额，单位为元，如 12000 或 12,000.50",
                "2024年明细!H13 实际支出“12.345”小数超过两位｜请精确到分。请填金额，单位为元，如 12000 或 12,000.50",
                "2024年明细!C15 项目“租车（二）”与第14行重复（活动内容、项目、实施单位都相同）｜请删去一行，或改写其中一行的项目名称",
                "2024年明细!C16 项目“办公用品”系统中有2行与此相同（第2、3行），不知道要改哪一行｜请下载模板，在带有行标识的那一行上修改；要新增请改写项目名称",
                "2024年明细!E17 数量“-1”不能小于0｜请改正该单元格",
                "2024年明细!G17 实际拨款“12.5%”是百分比，不是金额或数量｜请填金额，单位为元，如 12000 或 12,000.50",
                "2024年明细!H17 实际支出“####”是列宽不够时的显示｜请在原表中加宽该列后重新复制。请填金额，单位为元，如 12000 或 12,000.50",
                "2024年明细!C18 项目“#REF!”是公式出错的结果｜请在原表中改正公式，或直接填写文字",
                "2024年明细!G18 实际拨款“#DIV/0!”是公式出错的结果｜请在原表中改正公式。请填金额，单位为元，如 12000 或 12,000.50",
                "2024年明细!H18 实际支出“=SUM(G6:G9)”是没有计算结果的公式｜请用 Excel 或 WPS 打开该文件，保存后重新上传，或直接填写",
                $"2024年明细!C20 项目“{new string('长', 501)}”有501个字｜请缩短到500个字以内",
                "2024年明细!G20 实际拨款“1.2E+07”是科学计数法，可能已丢失位数｜请在原表中把该列设为数值格式后重新复制" + Yuan,
            ],
            project.Preview(content).Faults.Lines());
    }

    [Fact]
    public void What_people_mean_is_taken()
    {
        var content = Everything(out var project).ToBytes();
        var preview = project.Preview(content);
        var lines = preview.Plan.Steps.ToDictionary(s => s.Row);
        Assert.Equal(new LineEntry("慰问活动", "春节慰问", "综合办", 12, null, 50, 1200.50m, 1200.50m, null), lines[6].Entry);
        Assert.Equal(LineStepKind.Changed, lines[6].Kind);
        Assert.Equal(new LineEntry("会议活动", "全年会议", "党政办", 4, null, 250.5m, 1002, 1002, null), lines[8].Entry);
        Assert.Equal(new LineEntry("会议活动", "全年培训", "党政办", null, null, null, -500, 0, null), lines[9].Entry);
        Assert.Null(lines[19].Entry.ImplementingUnit);
        Assert.Equal(LineStepKind.New, lines[14].Kind);
        Assert.Equal("党政办", Assert.Single(preview.NewUnits));
        Assert.Equal(2, preview.Sheet.Skipped);
        Assert.Equal(
            [
                "第10行是合计行，没有读取；合计由系统计算", "第30行是表下的说明，没有读取", "有1个单元格是 WPS 内嵌图片，按空白读取", "有1行在表中是隐藏的，也已读取",
            ],
            preview.Sheet.Notes);
    }

    [Fact]
    public void A_hundred_thousand_formatted_rows_are_passed_over()
    {
        object?[] blank = [new Book.Blank(), new Book.Blank(), new Book.Blank(), new Book.Blank(), new Book.Blank()];
        var rows = Enumerable.Range(3, 100_000).Select(n => (n, blank)).Prepend((2, [null, "办公", 5, 5])).Prepend((1, [null, "项目", "实际拨款", "实际支出"])).Append((100_010, [null, "印刷", 6, 6]));
        var sheet = SpendingReader.Read(new Book().Sheet("表", rows).ToBytes(), "明细.xlsx");
        Assert.Equal([2, 100_010], sheet.Lines.Select(l => l.Row));
    }

    [Theory]
    [InlineData("项目", "实际拨款（万元）", "", 12_500)]
    [InlineData("项目", "实际拨款", "单位：万元", 12_500)]
    [InlineData("项目", "实际拨款（元）", "单位：万元", 1.25)]
    [InlineData("项目", "实际拨款", "金额单位:元", 1.25)]
    public void The_unit_is_read_from_the_header_or_from_above_it(string item, string allocated, string note, decimal expected)
    {
        var content = new Book().Sheet("表", [note], [item, allocated], ["办公", 1.25]).ToBytes();
        Assert.Equal(expected, Assert.Single(SomeProject.With().Preview(content).Plan.Steps).Entry.Allocated);
    }

    [Fact]
    public void Amounts_that_look_ten_thousand_times_off_are_asked_about_and_never_guessed()
    {
        var project = SomeProject.With();
        project.SaveFunding(Guid.NewGuid(), null, new(FundingKind.FiscalAppropriation, "财政拨款", 1_000_000, 1_000_000, null, null, null));
        var content = new Book().Sheet("表", ["项目", "实际拨款", "实际支出"], ["办公", 60, 50], ["印刷", 35.5, 30]).ToBytes();
        var asked = project.Preview(content);
        Assert.Equal((AmountUnit.Wan, false, 95.5m), (asked.Suggested!.Value, asked.MayCommit, asked.Plan.Amounts));
        Assert.Equal(955_000m, project.Preview(content, unit: AmountUnit.Wan).Plan.Amounts);
        Assert.Equal((95.5m, true), (project.Preview(content, unit: AmountUnit.Yuan).Plan.Amounts, project.Preview(content, unit: AmountUnit.Yuan).MayCommit));
    }

    [Fact]
    public void Columns_that_the_file_lacks_keep_their_values_and_its_order_does_not_matter()
    {
        var project = SomeProject.With(SomeProject.Entry("春节慰问"));
        var content = new Book().Sheet("表", ["实际支出", "项目", "实施单位", "序号"], [850, "春节慰问", "综合办", 1]).ToBytes();
        var step = Assert.Single(project.Preview(content).Plan.Steps);
        Assert.Equal((LineStepKind.Changed, SomeProject.Entry("春节慰问", spent: 850)), (step.Kind, step.Entry));
    }

    [Fact]
    public void A_heading_merged_over_two_rows_and_texts_with_line_breaks_are_understood()
    {
        var content = new Book().Sheet("表", [(1, ["项目", "资金", null, "结余原因"]), (2, [null, "实际拨款", "实际支出"]), (3, ["办公\n用品", 10, 9, "节约"])],
            """<mergeCells count="3"><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:D2"/></mergeCells>""").ToBytes();
        var step = Assert.Single(SomeProject.With().Preview(content).Plan.Steps);
        Assert.Equal(("办公\n用品", 10m, 9m, "节约"), (step.Entry.Item, step.Entry.Allocated!.Value, step.Entry.Spent!.Value, step.Entry.BalanceReason));
    }

    [Fact]
    public void A_GB18030_list_is_read_too()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var content = System.Text.Encoding.GetEncoding("GB18030").GetBytes("项目,实际拨款,实际支出\n办公,\"1,000.00\",abc\n");
        var preview = SomeProject.With().Preview(content, "明细.csv");
        Assert.Equal(["C2 实际支出“abc”不是数字｜请填金额，单位为元，如 12000 或 12,000.50"], preview.Faults.Lines());
    }
}
