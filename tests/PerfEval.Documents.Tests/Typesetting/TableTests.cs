using PerfEval.Documents.Fonts;
using PerfEval.Documents.Model;
using PerfEval.Documents.Typesetting;
using static PerfEval.Documents.Tests.Typesetting.Pages;

namespace PerfEval.Documents.Tests.Typesetting;

/// <summary>Tables over pages: complete, in order, headers repeated, merged cells closed and repeated, no row cut.</summary>
public class TableTests
{
    private static readonly Column[] Three = [new(1, CellAlign.Centre, MergeEqual: true), new(3), new(1.5, CellAlign.Right)];

    private static readonly IReadOnlyList<IReadOnlyList<Cell>> Head = [[new("科目"), new("内容"), new("金额")]];

    private static TableBlock Table(int rows, int group = 7, string? unit = "单位：元", bool landscape = false) => new(
        Three, Head,
        [.. Enumerable.Range(0, rows).Select(r => (IReadOnlyList<Cell>)
            [new($"科{r / group}"), new($"行{r}始" + Hanzi(r * 7 % 40, r) + $"行{r}终"), new($"{r + 1:N0},119,231.68")])],
        unit, landscape);

    private static List<TextRun> Songs(LaidOutPage page) => [.. Body(page).Where(r => r.Face == FaceRole.Song)];

    [Theory]
    [InlineData(200, false)]
    [InlineData(200, true)]
    [InlineData(1, false)]
    public void Cells_are_complete_and_headers_stand_on_every_page(int rows, bool landscape)
    {
        var table = Table(rows, landscape: landscape);
        var document = Set(new Paragraph(Hanzi(100)), table, new Paragraph("后文"));
        var pages = document.Pages.Where(p => p.Runs.Any(r => Text(r).Contains("单位：元"))).ToList();
        var own = string.Concat(pages.SelectMany(Songs).Select(Text).Where(t => t != "单位：元" && !t.StartsWith('科')));

        // The middle and right columns in order: each row's text, then its amount.
        Assert.Equal(string.Concat(table.Rows.Select(r => r[1].Text + r[2].Text)), own);
        Assert.All(pages, p => Assert.Equal(["科目", "内容", "金额"], Body(p).Where(r => r.Face == FaceRole.Hei).Select(Text)));
        Assert.All(pages, p => Assert.Equal(landscape ? 842 : 595, p.Width, 0));
        Assert.Equal(595, document.Pages[^1].Width, 0);
        Assert.Contains("后文", AllText(document));
    }

    [Fact]
    public void No_row_is_cut_and_merged_text_is_repeated()
    {
        var document = Set(Table(200, group: 50));

        foreach (var page in document.Pages)
        {
            var texts = Songs(page).Select(Text).ToList();
            var joined = string.Concat(texts.Where(t => !t.StartsWith('科')));
            var first = int.Parse(joined.AsSpan(joined.IndexOf('行') + 1, joined.IndexOf('始') - joined.IndexOf('行') - 1));
            var last = int.Parse(joined.AsSpan(joined.LastIndexOf('行') + 1, joined.LastIndexOf('终') - joined.LastIndexOf('行') - 1));
            Assert.Contains($"行{first}始", joined);
            Assert.Contains($"行{last}始", joined);
            Assert.Equal(Enumerable.Range(first / 50, last / 50 - first / 50 + 1).Select(g => $"科{g}"), texts.Where(t => t.StartsWith('科')));
        }
    }

    [Fact]
    public void Everything_stays_within_the_text_area()
    {
        foreach (var landscape in new[] { false, true })
        {
            foreach (var page in Set(Table(120, landscape: landscape)).Pages)
            {
                var (left, bottom, right, top) = landscape
                    ? (35 * 72 / 25.4, 26 * 72 / 25.4, 260 * 72 / 25.4, 182 * 72 / 25.4)
                    : (Left, Bottom, Left + Width, Top);
                Assert.All(page.Rules, r => Assert.True(
                    r.X1 > left - 0.01 && r.X2 < right + 0.01 && Math.Min(r.Y1, r.Y2) > bottom - 0.01 && Math.Max(r.Y1, r.Y2) < top + 0.01, r.ToString()));
                Assert.All(Body(page), r => Assert.True(r.X > left && Right(r) < right + 0.01 && r.Y > bottom && r.Y < top));
            }
        }
    }

    [Fact]
    public void No_text_crosses_a_line()
    {
        foreach (var page in Set(Table(150, group: 4), Table(60, group: 3, landscape: true)).Pages)
        {
            foreach (var run in Body(page))
            {
                var (low, high) = (run.Y - 0.1 * run.Size, run.Y + 0.8 * run.Size);
                Assert.DoesNotContain(page.Rules, rule => rule.Y1 == rule.Y2
                    ? rule.Y1 > low && rule.Y1 < high && rule.X2 > run.X + 0.1 && rule.X1 < Right(run) - 0.1
                    : rule.X1 > run.X + 0.01 && rule.X1 < Right(run) - 0.01 && Math.Max(rule.Y1, rule.Y2) > low && Math.Min(rule.Y1, rule.Y2) < high);
            }
        }
    }

    [Fact]
    public void Amounts_stand_on_one_line_at_the_right()
    {
        var document = Set(Table(30));
        var amounts = document.Pages.SelectMany(Songs).Where(r => Text(r).Contains(',')).ToList();

        Assert.Equal(30, amounts.Count);
        Assert.All(amounts, a => Assert.EndsWith(".68", Text(a)));
        Assert.Single(amounts.Select(a => Math.Round(Right(a), 3)).Distinct());
    }

    [Fact]
    public void A_cell_of_forty_lines_goes_over_pages_at_line_ends()
    {
        var text = string.Join("\n", Enumerable.Range(1, 60).Select(i => $"第{i}项工作完成情况"));
        var table = new TableBlock(Three, Head, [[new("科"), new("前"), new("1.00")], [new("目"), new(text), new("2.00")], [new("次"), new("后"), new("3.00")]]);
        var document = Set(table);

        Assert.True(document.Pages.Count > 1);
        Assert.Contains(text.Replace("\n", "", StringComparison.Ordinal), string.Concat(document.Pages.SelectMany(Songs).Select(Text).Where(t => t.StartsWith('第'))));
        Assert.All(document.Pages, p => Assert.Contains(p.Runs, r => Text(r) == "科目"));
        Assert.All(document.Pages, p => Assert.All(Body(p), r => Assert.InRange(r.Y, Bottom, Top)));
        Assert.Contains("后", Songs(document.Pages[^1]).Select(Text));
    }

    [Fact]
    public void A_table_header_never_stands_alone_and_text_goes_on_at_the_grid()
    {
        for (var lines = 0; lines < 24; lines++)
        {
            var document = Set(new Paragraph(Hanzi(26 + 28 * lines)), new Heading(1, "二、资金"), Table(3), new Paragraph("后文"));
            foreach (var page in document.Pages.Where(p => p.Runs.Any(r => Text(r) == "科目")))
            {
                Assert.Contains(page.Runs, r => Text(r).EndsWith(".68", StringComparison.Ordinal));
            }

            var after = document.Pages.SelectMany(p => p.Runs).Single(r => Text(r) == "后文");
            var index = (Top - 20.575 - after.Y) / LineHeight;
            Assert.Equal(Math.Round(index), index, 3);
            var heading = document.Outline[0];
            Assert.Contains(document.Pages[heading.Page].Runs, r => Text(r) == "科目");
        }
    }

    [Fact]
    public void A_heading_before_a_landscape_table_goes_with_it()
    {
        var document = Set(new Paragraph("前文"), new Heading(1, "三、评分"), Table(5, landscape: true), new Paragraph("后文"));

        Assert.Equal([595, 842, 595], document.Pages.Select(p => (int)Math.Round(p.Width)));
        Assert.Equal(1, document.Outline[0].Page);
    }

    [Fact]
    public void The_number_of_a_landscape_page_is_at_the_same_place_of_the_sheet()
    {
        var document = Set(new Paragraph("前"), Table(40, landscape: true), new Paragraph(Hanzi(28 * 60)));
        Assert.InRange(document.Pages.Count, 5, 9); // numbers of one digit are equally wide
        foreach (var (page, index) in document.Pages.Select((p, i) => (p, i)).Where(p => p.p.Width > 800))
        {
            var turned = page.Runs.Single(r => r.Turned);
            var upright = document.Pages.Select((p, i) => (p, i)).Last(p => p.p.Width < 600 && p.i % 2 == index % 2).p.Runs.Single(r => r.Size == 14);
            Assert.Equal(upright.Y, turned.X, 2);
            Assert.Equal(upright.X, 210 * 72 / 25.4 - turned.Y, 2);
        }
    }

    [Fact]
    public void Headers_span_and_a_total_spans()
    {
        var table = new TableBlock(
            [new(1), new(1, CellAlign.Right), new(1, CellAlign.Right), new(1)],
            [[new("项目", RowSpan: 2), new("金额", ColumnSpan: 2), new("备注", RowSpan: 2)], [new("预算"), new("支出")]],
            [[new("甲"), new("1.00"), new("2.00"), new("")], [new("合计", ColumnSpan: 2, Bold: true), new("2.00", Bold: true), new("")]]);
        var page = Set(table).Pages[0];

        var texts = Body(page).ToDictionary(r => Text(r) + r.Face, r => r);
        Assert.True(texts["项目Hei"].Y < texts["金额Hei"].Y && texts["项目Hei"].Y > texts["预算Hei"].Y);
        Assert.Equal(Left + Width / 2, (texts["金额Hei"].X + Right(texts["金额Hei"])) / 2, 1);
        Assert.Equal(FaceRole.Hei, texts["合计Hei"].Face);
        var inner = page.Rules.Where(r => r.X1 == r.X2 && Math.Abs(r.X1 - Left - Width / 4) < 0.1).ToList();
        Assert.Single(inner); // between 项目 and 金额 down to the total, which it does not cross
        Assert.True(inner[0].Y2 > texts["合计Hei"].Y);
    }

    [Fact]
    public void Random_tables_lose_nothing()
    {
        var random = new Random(99);
        for (var round = 0; round < 60; round++)
        {
            var columns = Enumerable.Range(0, random.Next(1, 10)).Select(c => new Column(random.Next(1, 5), (CellAlign)random.Next(3), c < 3 && random.Next(2) == 0)).ToList();
            var rows = Enumerable.Range(0, random.Next(1, 60)).Select(r => (IReadOnlyList<Cell>)[.. columns.Select((c, i) =>
                new Cell(c.MergeEqual ? $"组{r / (9 - 3 * i)}" : RandomText.Paragraph(random)[..random.Next(0, 20)] + $"【{r}/{i}】"))]).ToList();
            var document = Set(new TableBlock(columns, [[.. columns.Select((_, i) => new Cell($"列{i}"))]], rows, null, random.Next(2) == 0));
            var all = AllText(document);

            foreach (var (cell, c) in rows.SelectMany(r => r.Select((cell, c) => (cell, c))))
            {
                Assert.Contains(Bare(cell.Text), Bare(all));
            }

            Assert.All(document.Pages, p => Assert.All(Body(p), r => Assert.InRange(r.Y, 20 * 72 / 25.4, Top)));
        }
    }

    [Fact]
    public void Giant_cells_among_merged_ones_lose_nothing_and_stay_on_the_page()
    {
        var random = new Random(17);
        for (var round = 0; round < 40; round++)
        {
            var rows = Enumerable.Range(0, random.Next(2, 12)).Select(r => (IReadOnlyList<Cell>)
                [new($"甲{r / 5}"), new($"乙{r / 3}" + Hanzi(random.Next(0, 60), r / 3)),
                 new(string.Join('\n', Enumerable.Range(0, random.Next(3) == 0 ? random.Next(20, 120) : 2).Select(i => $"〔{r}:{i}〕"))), new($"{r}.00")]).ToList();
            var landscape = random.Next(2) == 0;
            var document = Set(new Paragraph(Hanzi(random.Next(1, 600))), new Heading(1, "表"), new TableBlock(
                [new(1, MergeEqual: true), new(2, MergeEqual: true), new(3), new(1, CellAlign.Right)], [[new("一"), new("二"), new("三"), new("四")]], rows, "单位：元", landscape));
            var lines = document.Pages.SelectMany(Body).Select(Text).Where(t => t.StartsWith('〔')).ToList();

            Assert.Equal(rows.SelectMany(r => r[2].Text.Split('\n')), lines);
            foreach (var page in document.Pages)
            {
                var bottom = page.Width > 800 ? 26 * 72 / 25.4 : Bottom;
                Assert.All(page.Rules, r => Assert.InRange(Math.Min(r.Y1, r.Y2), bottom - 0.01, Top));
                Assert.All(Body(page), r => Assert.InRange(r.Y, bottom, Top));
                Assert.True(page.Rules.Count == 0 || Body(page).Any(r => Text(r).StartsWith('〔')), "a header stands alone");
                Assert.NotEqual("表", Text(Body(page).Last()));
            }
        }
    }

    [Fact]
    public void The_work_grows_with_the_rows()
    {
        Work(50);
        var (few, many) = (Work(1000), Work(2000));

        Assert.InRange((double)many.Allocated / few.Allocated, 1.8, 2.2);
        Assert.InRange((double)many.Rules / few.Rules, 1.8, 2.2);
        Assert.True(many.Asked < few.Asked + 50, "glyphs are asked for once per character, not once per cell");
    }

    private static (long Allocated, int Rules, int Asked) Work(int rows)
    {
        var faces = Enum.GetValues<FaceRole>().ToDictionary(r => r, r => new FakeFace(r.ToString()));
        var report = new Report("表", [Table(rows)]);
        var typesetter = new Typesetter(new(faces.ToDictionary(f => f.Key, f => (FontFace)f.Value)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var document = typesetter.Set(report);
        return (GC.GetAllocatedBytesForCurrentThread() - before, document.Pages.Sum(p => p.Rules.Count), faces.Values.Sum(f => f.Asked));
    }
}
