using PerfEval.Documents.Fonts;
using PerfEval.Documents.Model;
using PerfEval.Documents.Typesetting;
using static PerfEval.Documents.Tests.Typesetting.Pages;

namespace PerfEval.Documents.Tests.Typesetting;

/// <summary>28 characters a line, 22 lines a page, and where they stand (GB/T 9704-2012 §5.2).</summary>
public class GridTests
{
    [Fact]
    public void A_full_line_has_28_hanzi_and_ends_at_the_right_edge()
    {
        var lines = Lines(Set(new Paragraph(Hanzi(26 + 28 * 3 + 5))));

        Assert.Equal([26, 28, 28, 28, 5], lines.Select(l => l.Text.Length));
        Assert.Equal(Left + 2 * Width / 28, lines[0].Left, 2);
        Assert.All(lines.Skip(1), l => Assert.Equal(Left, l.Left, 2));
        Assert.All(lines.SkipLast(1), l => Assert.InRange(l.Right, Left + 442.2 - 0.3, Left + 442.2 + 0.3));
        Assert.Equal(Left + 5 * Width / 28, lines[^1].Right, 2);
    }

    [Fact]
    public void A_page_has_22_lines_28_99_points_apart()
    {
        var lines = Lines(Set(new Paragraph(Hanzi(28 * 50))));

        Assert.Equal([22, 22, 7], lines.GroupBy(l => l.Page).Select(p => p.Count()));
        foreach (var page in lines.GroupBy(l => l.Page))
        {
            Assert.Equal(Top - 20.575, page.First().Y, 2);
            Assert.All(page.Zip(page.Skip(1)), pair => Assert.InRange(pair.First.Y - pair.Second.Y, 28.94, 29.04));
        }
    }

    [Fact]
    public void Annex_label_title_and_text_stand_on_lines_1_3_and_5()
    {
        var document = Set(new Paragraph("前文"), new AnnexLabel("附件4-4"), new TitleBlock(["雨花街道办事处", "绩效自评报告"]), new Paragraph(Hanzi(30)));

        var lines = Lines(document).Where(l => l.Page == 1).ToList();
        var indices = lines.Select(l => (int)Math.Round((Top - 20.575 - l.Y) / LineHeight)).ToList();
        Assert.Equal([0, 2, 3, 5, 6], indices);
        Assert.Equal([FaceRole.Hei, FaceRole.Title, FaceRole.Title, FaceRole.Fang, FaceRole.Fang], lines.Select(l => l.Face));
        Assert.Equal(22, lines[1].Size);
        Assert.Equal(Left, lines[0].Left, 2);
        Assert.All(lines.Skip(1).Take(2), l => Assert.Equal(Left + Width / 2, (l.Left + l.Right) / 2, 2));
    }

    [Theory]
    [InlineData("关于雨花街道办事处2023年度街道工作经费项目支出绩效自评情况的报告", 2)]
    [InlineData("中共昆明市东川区委办公室关于报送《东川区2020年“迎新春•送温暖”系列活动方案》实施情况及经费支出绩效评价结果的报告", 3)]
    public void A_long_title_is_balanced_and_cuts_no_number_and_no_quoted_name(string title, int count)
    {
        var lines = Lines(Set(new TitleBlock([title])));

        Assert.InRange(lines.Count, count, count + 1);
        Assert.Equal(title, string.Concat(lines.Select(l => l.Text)));
        Assert.All(lines, l => Assert.True(l.Text.Length >= 6, l.Text));
        Assert.DoesNotContain(lines.SkipLast(1), l => char.IsDigit(l.Text[^1]));
        Assert.DoesNotContain(lines.Skip(1), l => l.Text[0] is '的' or '年');
        Assert.All(lines, l => Assert.InRange(l.Right - l.Left, 0, Width));
    }

    [Fact]
    public void Headings_have_their_faces_and_run_in_text_is_fang()
    {
        var document = Set(
            new Heading(1, "一、基本情况"), new Heading(2, "（一）项目概况"), new Heading(3, "1.立项"), new Heading(4, "（1）依据"),
            new Heading(2, "（二）资金。", "预算450万元，" + Hanzi(40)));

        var runs = document.Pages[0].Runs;
        Assert.Equal([FaceRole.Hei, FaceRole.Kai, FaceRole.Fang, FaceRole.Fang, FaceRole.Kai, FaceRole.Fang], runs.Take(6).Select(r => r.Face));
        Assert.Equal("（二）资金。", Text(runs[4]));
        Assert.Equal(runs[4].Y, runs[5].Y);
    }

    [Fact]
    public void A_heading_is_never_last_on_a_page_and_the_outline_points_to_it()
    {
        var random = new Random(7);
        for (var round = 0; round < 60; round++)
        {
            var blocks = new List<Block>();
            for (var i = 0; i < 40; i++)
            {
                blocks.Add(random.Next(3) == 0 ? new Paragraph(Hanzi(random.Next(10, 200), i)) : new Heading(random.Next(1, 5), $"（{i}）标题{round}之{i}"));
            }

            blocks.Add(new Paragraph("终"));
            var document = Set([.. blocks]);
            var headings = blocks.OfType<Heading>().Select(h => h.Text).ToList();
            foreach (var page in Lines(document).GroupBy(l => l.Page))
            {
                Assert.DoesNotContain(page.Last().Text, headings);
                Assert.InRange(page.Count(), 1, 22);
            }

            Assert.Equal(headings, document.Outline.Select(o => o.Title));
            Assert.All(document.Outline, entry =>
            {
                var line = Lines(document).Single(l => l.Text == entry.Title);
                Assert.Equal(line.Page, entry.Page);
                Assert.Equal(20.575, entry.Y - line.Y, 2);
            });
        }
    }

    [Fact]
    public void The_page_number_stands_at_the_outer_side_seven_millimetres_below()
    {
        var document = Set(new Paragraph(Hanzi(28 * 60)));

        for (var p = 0; p < document.Pages.Count; p++)
        {
            var run = document.Pages[p].Runs.Single(r => r.Size == 14);
            Assert.Equal($"— {p + 1} —", Text(run));
            Assert.Equal(FaceRole.Song, run.Face);
            Assert.Equal(Bottom - 7 * 72 / 25.4, run.Y + 0.36 * 14, 2);
            Assert.Equal(p % 2 == 0 ? Left + Width - 14 : Left + 14, p % 2 == 0 ? Right(run) : run.X, 2);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Signature_and_date_stand_at_the_right_and_not_alone(bool isSealed)
    {
        for (var length = 1; length < 60; length++)
        {
            var document = Set(new LayoutOptions(isSealed), new Paragraph(Hanzi(26 + 28 * (length - 1))), new SignatureBlock("雨花街道办事处", "2024年2月18日"));
            var lines = Lines(document);
            var (name, date) = (lines[^2], lines[^1]);

            Assert.Equal(("雨花街道办事处", "2024年2月18日"), (name.Text, date.Text));
            Assert.Equal(name.Page, date.Page);
            Assert.Equal(name.Page, lines[^3].Page);
            Assert.Equal(LineHeight, name.Y - date.Y, 2);
            if (isSealed)
            {
                Assert.Equal(Left + Width - 4 * Width / 28, date.Right, 2);
                Assert.Equal((date.Left + date.Right) / 2, (name.Left + name.Right) / 2, 2);
            }
            else
            {
                Assert.Equal(Left + Width - 2 * Width / 28, Math.Max(name.Right, date.Right), 2);
                Assert.Equal(2 * Width / 28, date.Left - name.Left, 2);
            }
        }
    }

    [Fact]
    public void Missing_characters_are_named_with_their_places()
    {
        var error = Assert.Throws<MissingCharactersException>(() => Set(new Paragraph("好\uE001坏"), new TitleBlock(["题\uE002"])));

        Assert.Equal([0xE001, 0xE002], error.Missing.Select(m => m.CodePoint));
        Assert.Contains("段落“好", error.Message);
        Assert.Contains("U+E002", error.Message);
    }

    [Fact]
    public void An_empty_report_is_one_page()
    {
        Assert.Single(Set().Pages);
    }
}
