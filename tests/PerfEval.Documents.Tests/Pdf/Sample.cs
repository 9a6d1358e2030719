using PerfEval.Documents.Fonts;
using PerfEval.Documents.Pdf;
using PerfEval.Documents.Typesetting;

namespace PerfEval.Documents.Tests.Pdf;

/// <summary>Pages set by hand, with what makes trouble: several faces, justified text, a rare character, two characters of one glyph.</summary>
public sealed class Sample : IDisposable
{
    public const double PageWidth = 595.276, PageHeight = 841.89, Left = 79.37, Top = 737;

    public static readonly FontSet Fonts = FontFiles.Load();

    public static readonly DocumentProperties Properties = new("雨花街道 2024 <工作经费>（绩效）", "项目支出 & 绩效评价", "财政局");

    public static readonly string[] Lines =
    [
        "项目支出绩效评价报告",
        "一、项目基本情况",
        "（一）项目概况",
        "人目一页：项目资金1,119,231.68元，执行率96.88%。",
        "间隔·号与点⋅号，括号(a)[b]\\c，六角〔2024〕5号",
        "生僻字㐂䶮与扩展字，ASCII: The quick brown fox? 100% ~!@#",
        "— 1 —",
    ];

    private static readonly FaceRole[] Roles =
        [FaceRole.Title, FaceRole.Hei, FaceRole.Kai, FaceRole.Fang, FaceRole.Fang, FaceRole.Fang, FaceRole.Song];

    private Sample(byte[] bytes)
    {
        Bytes = bytes;
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"perfeval-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(Path, bytes);
    }

    public byte[] Bytes { get; }

    public string Path { get; }

    /// <summary>Three pages: the lines in their natural widths, the lines justified by odd amounts, a landscape page with lines of a table.</summary>
    public static LaidOutDocument Document(string? watermark = null)
    {
        List<LaidOutPage> pages = [];
        foreach (var extra in new[] { 0, -0.2071, 0.3333 })
        {
            var runs = Lines.SelectMany((line, i) => Runs(line, Roles[i], i == 0 ? 22 : 16, Left, Top - (28.99 * i), n => n % 5 == 4 ? extra * 3 : extra)).ToList();
            pages.Add(new(PageWidth, PageHeight, runs, [], watermark));
        }

        List<Rule> rules = [new(80, 500, 700, 500, 0.5), new(80, 400, 700, 400, 0.5), new(80, 400, 80, 500, 0.5), new(700, 400, 700, 500, 0.5), new(80, 450, 700, 450, 1)];
        pages.Add(new(PageHeight, PageWidth, [.. Runs("合计", FaceRole.Hei, 10.5, 90, 470, _ => 0), .. Runs("12.50", FaceRole.Song, 10.5, 650, 470, _ => 0)], rules, watermark));
        List<OutlineEntry> outline =
        [
            new(1, "一、项目基本情况", 0, 720), new(2, "（一）项目概况", 0, 690), new(2, "（二）资金", 1, 700),
            new(4, "（1）深层", 1, 600), new(1, "二、结论", 2, 700),
        ];
        return new(pages, outline);
    }

    /// <summary>Runs of a line, a new one wherever the face changes to the fallback.</summary>
    public static IEnumerable<TextRun> Runs(string text, FaceRole wanted, double size, double x, double y, Func<int, double> extra)
    {
        List<PlacedGlyph> glyphs = [];
        var (role, start, n) = (wanted, x, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var (face, glyph) = Fonts.Find(wanted, rune.Value) ?? throw new MissingCharacter(rune.Value);
            if (face != role && glyphs.Count > 0)
            {
                yield return new(start, y, role, size, glyphs);
                (glyphs, start) = ([], x);
            }

            role = face;
            var advance = (Fonts[face].AdvanceOf(glyph) * size / 1000) + extra(n++);
            glyphs.Add(new(rune.Value, glyph, advance));
            x += advance;
        }

        yield return new(start, y, role, size, glyphs);
    }

    public static Sample Make(string? watermark = null) => new(PdfWriter.Write(Document(watermark), Fonts, Properties));

    public void Dispose() => File.Delete(Path);
}
