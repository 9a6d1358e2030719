using PerfEval.Documents.Reading;
using PerfEval.Domain.Checks;

namespace PerfEval.Tests.Checks;

/// <summary>What a .docx says, as lines and tabs.</summary>
public class ReadableTextTests
{
    [Fact]
    public void Paragraphs_are_lines_and_cells_are_divided_by_tabs() =>
        Assert.Equal("第一段，共3万元。\n甲\t乙\t\t丙\n1.一项；2.二项\t第一行 第二行\t5\t6\n\n末段\n",
            ReadableText.Of(Documents.Of("第一段，共3万元。", "甲\t>乙\t丙\n1.一项/2.二项\t第一行/第二行\t5\t6", "末段"), "报告.docx"));

    [Fact]
    public void Tables_of_a_document_are_checked_with_merged_cells_in_place()
    {
        var text = ReadableText.Of(Documents.Of("支出见下表：", "序号\t项目\t拨款\t支出\t结余\n1\t道路\t100\t90\t10\n2\t绿化\t50\t45\t5\n>合计\t150\t135\t25"), "报告.docx");
        var finding = Assert.Single(TextCheck.Of(text).Findings, f => f.Kind == StatementKind.Sum);
        Assert.Equal(("25", "15"), (finding.Stated, finding.Computed));
    }

    [Fact]
    public void Numbers_split_over_runs_are_read_whole()
    {
        var text = ReadableText.Of(Documents.Of("慰问困难老人86人，86人×500元/人=43000元。"), "报告.docx");
        Assert.Single(TextCheck.Of(text).Verified);
        Assert.Empty(TextCheck.Of(text).Findings);
    }
}
