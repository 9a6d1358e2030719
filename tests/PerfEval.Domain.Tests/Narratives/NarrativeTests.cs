using PerfEval.Domain.Narratives;
using PerfEval.Domain.Tests.Projects;

namespace PerfEval.Domain.Tests.Narratives;

public sealed class NarrativeTests
{
    [Theory]
    [InlineData(1, "一"), InlineData(9, "九"), InlineData(10, "十"), InlineData(11, "十一"), InlineData(19, "十九"), InlineData(20, "二十"), InlineData(21, "二十一")]
    [InlineData(30, "三十"), InlineData(99, "九十九")]
    public void Chinese_numerals(int n, string text) => Assert.Equal(text, Numbering.Chinese(n));

    [Theory]
    [InlineData(0, ""), InlineData(1, "十二、"), InlineData(2, "（十二）"), InlineData(3, "12."), InlineData(4, "（12）")]
    public void Four_levels(int level, string number) => Assert.Equal(number, Numbering.Number(level, 12));

    [Fact]
    public void Numbers_start_again_below_each_heading_and_stated_ones_stay()
    {
        var project = Some.Project();
        foreach (var (level, stated) in new (int, string?)[] { (0, null), (1, null), (2, null), (3, null), (3, null), (2, null), (3, "1、"), (4, null), (1, null), (2, null), (4, null), (1, "五、") })
        {
            project.AddSection(level, stated, level == 0 ? null : "题", false, "文");
        }

        var numbers = Numbering.Of(project.Sections);
        Assert.Equal(
            ["", "一、", "（一）", "1.", "2.", "（二）", "1、", "（1）", "二、", "（一）", "（1）", "五、"], project.Sections.Select(s => numbers[s.Id]));
    }

    [Fact]
    public void A_body_is_paragraphs_and_tables()
    {
        var blocks = LiveText.Blocks("  第一段 \n\n{{表:资金}}\n{{表：指标}}\n{{表:没有这张}}\n前{{表:资金}}后").ToList();
        Assert.Equal(
            [new("第一段", null), new("", ReportTable.Funds), new("", ReportTable.Indicators), new("{{表:没有这张}}", null), new TextBlock("前{{表:资金}}后", null)], blocks);
    }

    [Theory]
    [InlineData("支出{{实际支出}}。", "支出100元。")]
    [InlineData("支出{{ 实际支出 }}，{{实际支出}}", "支出100元，100元")]
    [InlineData("{{不认识}}", "{{不认识}}")]
    [InlineData("{{}}{{{实际支出}}}", "{{}}{100元}")]
    [InlineData("没有", "没有")]
    public void Figures_are_filled_in(string text, string filled) =>
        Assert.Equal(filled, LiveText.Fill(text, new Dictionary<string, string> { ["实际支出"] = "100元" }));

    [Fact]
    public void A_figure_that_looks_like_a_mark_is_not_filled_again() =>
        Assert.Equal("{{乙}}", LiveText.Fill("{{甲}}", new Dictionary<string, string> { ["甲"] = "{{乙}}", ["乙"] = "丙" }));

    [Fact]
    public void Unknown_names_are_named() =>
        Assert.Equal(["结佘", "表:没有"], LiveText.Unknown("{{实际支出}}{{结佘}}\n{{表:资金}}{{表:没有}}", new Dictionary<string, string> { ["实际支出"] = "1" }));

    [Fact]
    public void Every_table_has_a_word_that_reads_back()
    {
        foreach (var table in Enum.GetValues<ReportTable>())
        {
            Assert.Equal(table, ReportTableWords.Parse(table.Word()));
            Assert.Equal([new TextBlock("", table)], LiveText.Blocks(table.Mark()));
        }
    }

    [Fact]
    public void An_outline_is_laid_out_once_and_a_table_alone_is_no_text()
    {
        var project = Some.Project();
        project.Outline(Some.Outline());
        Assert.Equal([(1, "基本情况", true), (2, "项目概况", true), (1, "其他", false)], project.Sections.Select(s => (s.Level, s.Heading, s.Required)));
        Assert.Equal(["", "{{表:资金}}", ""], project.Sections.Select(s => s.Body));
        Assert.DoesNotContain(project.Sections, s => s.IsWritten);
        Assert.Throws<RuleBroken>(() => project.Outline(Some.Outline()));

        var section = project.WriteSection(project.Sections[1].Id, 0, "{{表:资金}}\r\n写了 ");
        Assert.Equal(("{{表:资金}}\n写了", true), (section.Body, section.IsWritten));
        Assert.Throws<RowStale>(() => project.WriteSection(section.Id, 4, "别的"));
        Assert.Throws<RowStale>(() => project.WriteSection(Guid.NewGuid(), 0, "别的"));
    }
}
