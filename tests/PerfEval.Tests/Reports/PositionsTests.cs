using System.Text.Json;
using PerfEval.Documents.Typesetting;

namespace PerfEval.Tests.Reports;

/// <summary>Where things stand on the printed pages, measured from what MuPDF draws and not from our own layout.</summary>
public sealed class PositionsTests(Papers papers) : IClassFixture<Papers>
{
    private const double Tenths = 0.3 * Measures.Millimetre;
    private const string NeverFirst = "，。、；：！？）〕］｝》〉」』】〗”’,.;:?!)]}﹞…—～~％%‰℃·•々ー";
    private const string NeverLast = "（〔［｛《〈「『【〖“‘([{﹝";

    public static TheoryData<string> Keys => Papers.Keys;

    [Theory, MemberData(nameof(Keys))]
    public void Lines_stand_on_the_grid(string key)
    {
        foreach (var sheet in papers[key].Sheets.Where(s => s.Upright))
        {
            Assert.Equal((Measures.SheetWidth, Measures.SheetHeight), (sheet.Width, sheet.Height), (a, b) => Math.Abs(a.Item1 - b.Item1) < 0.01 && Math.Abs(a.Item2 - b.Item2) < 0.01);
            var lines = Baselines(sheet);
            Assert.InRange(lines.Count, 0, Measures.LinesPerPage);
            if (!HasTable(sheet))
            {
                Assert.All(lines, y => Assert.Equal(0, Math.IEEERemainder(y - First, Measures.LineHeight), 0.05));
            }
        }
    }

    [Fact]
    public void Full_pages_have_22_lines_of_which_the_first_stands_where_the_standard_puts_it()
    {
        var full = papers.All.SelectMany(p => p.Sheets.Zip(p.Sheets.Skip(1)).Where(s => IsFull(s.First, s.Second)).Select(s => s.First)).ToList();
        Assert.True(full.Count >= 6, $"only {full.Count} full pages");
        Assert.All(full, sheet =>
        {
            var lines = Baselines(sheet);
            Assert.True(lines.Count == Measures.LinesPerPage, $"page {sheet.Number} has {lines.Count} lines");
            Assert.Equal(First, lines[0], 0.2);
            Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.Equal(28.99, pair.Second - pair.First, 0.05));
        });
    }

    [Theory, MemberData(nameof(Keys))]
    public void Lines_that_go_on_begin_left_and_end_right(string key)
    {
        var running = Running(papers[key]).ToList();
        Assert.True(running.Count > 20, $"{running.Count} lines");
        Assert.All(running, r =>
        {
            Assert.Equal(28 * Measures.Millimetre, r.Next.X, Tenths);
            // A mark at the end may give up its empty half: its glyph box stands out, its ink does not (行末标点压半).
            var over = RightOf(r.Line) - Right;
            Assert.True(Math.Abs(over) < 0.3 || IsMark(r.Line.Letters[^1]) && over > 0 && over < Measures.TextSize / 2 + 0.3,
                $"page {r.Line.Page} “{r.Line.Text}” ends {over:0.##} pt beyond the right edge");
        });
    }

    /// <summary>
    /// 28 to the line wherever nothing but full-width characters stands in it, unless 避头尾 or the paragraph as a whole
    /// (a number further down that must not be torn) asks for another break: then one more or fewer.
    /// </summary>
    [Fact]
    public void Full_lines_of_full_width_characters_have_28()
    {
        var full = papers.All.SelectMany(Running).Select(r => r.Line)
            .Where(l => l.X < Measures.BindingMargin + Tenths && l.Letters.All(c => c.Advance == 1)).ToList();
        Assert.True(full.Count > 100, $"{full.Count} lines");
        var even = full.Where(l => l.Letters.Zip(l.Letters.Skip(1)).All(p => Math.Abs(p.Second.X - p.First.X - Measures.Cell) < 0.02)).ToList();
        Assert.All(even.Where(l => !IsMark(l.Letters[^1])), l => Assert.Equal(Measures.CharactersPerLine, l.Letters.Count));
        Assert.All(full, l => Assert.InRange(l.Letters.Count, Measures.CharactersPerLine - 1, Measures.CharactersPerLine + 1));
    }

    [Theory, MemberData(nameof(Keys))]
    public void No_line_begins_or_ends_with_a_character_that_must_not(string key)
    {
        var lines = papers[key].Sheets.SelectMany(s => s.Lines).ToList();
        Assert.True(lines.Count > 60);
        var wrong = lines.Where(l => NeverFirst.Contains(l.Text[0]) || NeverLast.Contains(l.Text[^1])).Select(l => $"{l.Page} “{l.Text}”").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory, MemberData(nameof(Keys))]
    public void Every_level_has_its_face_and_size(string key)
    {
        var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "json", $"report-{key}.json"))).RootElement;
        var lines = papers[key].Sheets.SelectMany(s => s.Lines).ToList();
        var at = 0;
        var title = string.Concat(report.GetProperty("title").EnumerateArray().Select(t => Pdf.Squeeze(t.GetString()!)));
        var titleLines = lines.Where(l => Math.Abs(l.Size - Measures.TitleSize) < 0.01).ToList();
        Assert.Equal(title, Pdf.Squeeze(string.Concat(titleLines.Select(l => l.Text))));
        Assert.All(titleLines.SelectMany(l => l.Letters), l => Assert.Equal(("FandolSong-Bold", 22d), (l.Face, l.Size)));
        Assert.All(titleLines, l => Assert.Equal(Measures.BindingMargin + Measures.TextWidth / 2, (l.X + RightOf(l, cell: false)) / 2, 0.5));
        foreach (var section in report.GetProperty("sections").EnumerateArray().Where(s => s.GetProperty("heading").ValueKind != JsonValueKind.Null))
        {
            var words = Pdf.Squeeze(section.GetProperty("number").GetString() + section.GetProperty("heading").GetString());
            at = lines.FindIndex(at, l => l.OnGrid && Begins(Pdf.Squeeze(l.Text), words));
            Assert.True(at >= 0, $"no line for “{words}”");
            var (face, inset) = (section.GetProperty("level").GetInt32() switch { 1 => "FandolHei-Regular", 2 => "FandolKai-Regular", _ => "FandolFang-Regular" }, Measures.Indent * Measures.Cell);
            Assert.All(lines[at].Letters.Take(words.Length).Where(l => l.IsHanzi), l => Assert.Equal((words, face, 16d), (words, l.Face, l.Size)));
            Assert.Equal(Measures.BindingMargin + inset, lines[at].X, Tenths + Measures.TextSize / 2);
        }

        // What goes on below is text.
        Assert.All(Running(papers[key]).SelectMany(r => r.Next.Letters).Where(l => l.IsHanzi), l => Assert.Contains(l.Face, new[] { "FandolFang-Regular", "FandolKai-Regular", "FandolHei-Regular" }));
    }

    [Theory, MemberData(nameof(Keys))]
    public void The_page_number_stands_outside_below_the_text(string key)
    {
        var drop = 7 * Measures.Millimetre + Measures.DashHeight * 14;
        Assert.All(papers[key].Sheets, sheet =>
        {
            var number = sheet.Outside.ToList();
            Assert.Equal($"—{sheet.Number}—", Pdf.Squeeze(string.Concat(number.Select(l => l.Text))));
            Assert.All(number, l => Assert.Equal(("FandolSong-Regular", 14d), (l.Face, l.Size)));
            // Measured on the upright sheet: the landscape one is it turned to the right, so its number reads downwards at the left.
            var (from, to) = sheet.Upright ? (number[0].X, number[^1].X) : (number[0].Y, number[^1].Y);
            Assert.Equal(drop, sheet.Upright ? number[0].Y - sheet.Bottom : sheet.Left - number[0].X, 0.3);
            if (sheet.Number % 2 == 1)
            {
                Assert.Equal(Measures.BindingMargin + Measures.TextWidth - 14, to + 14, 0.5);
            }
            else
            {
                Assert.Equal(Measures.BindingMargin + 14, from, 0.5);
            }
        });
    }

    private static double First => Measures.HeadMargin + Measures.BaselineInLine;

    private static double Right => Measures.BindingMargin + Measures.TextWidth;

    private static bool IsMark(Letter letter) => (NeverFirst + NeverLast).Contains(letter.Text[0]);

    private static bool Begins(string line, string words) => line.StartsWith(words, StringComparison.Ordinal) || words.StartsWith(line, StringComparison.Ordinal) && line.Length > 20;

    // A full-width character takes its cell of the grid, a trifle less than its em.
    private static double RightOf(SetText line, bool cell = true) =>
        line.Letters[^1].X + (cell && line.Letters[^1].Advance == 1 ? Measures.Cell : line.Letters[^1].Advance * line.Size);

    private static bool HasTable(Sheet sheet) => sheet.Lines.Any(l => l.Size < Measures.TextSize - 0.01);

    private static List<double> Baselines(Sheet sheet) => [.. sheet.Lines.Where(l => l.Size > Measures.TextSize - 0.01).Select(l => l.Y).Distinct().Order()];

    /// <summary>Nothing but text, and its last paragraph goes on overleaf: nothing else can have kept a line away.</summary>
    private static bool IsFull(Sheet sheet, Sheet next) =>
        sheet.Upright && next.Upright && sheet.Lines.All(l => l.OnGrid) && next.Lines[0] is { OnGrid: true } first && first.X < Measures.BindingMargin + Tenths;

    /// <summary>Lines of text with the line that goes on with the same paragraph.</summary>
    private static IEnumerable<(SetText Line, SetText Next)> Running(Pdf pdf)
    {
        var lines = pdf.Sheets.Where(s => s.Upright).SelectMany(s => s.Lines).Where(l => l.OnGrid).ToList();
        return lines.Zip(lines.Skip(1)).Where(l => l.Second.X < Measures.BindingMargin + 3 && l.Second.X > Measures.BindingMargin - 9);
    }
}
