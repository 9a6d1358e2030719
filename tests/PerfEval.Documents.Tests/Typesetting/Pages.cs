using System.Text;
using PerfEval.Documents.Fonts;
using PerfEval.Documents.Model;
using PerfEval.Documents.Typesetting;

namespace PerfEval.Documents.Tests.Typesetting;

/// <summary>A line found on a page by its baseline.</summary>
internal sealed record FoundLine(int Page, double Y, double Left, double Right, string Text, FaceRole Face, double Size);

/// <summary>Sets blocks and reads the pages back.</summary>
internal static class Pages
{
    public const double Left = 28 * 72 / 25.4;
    public const double Width = 156 * 72 / 25.4;
    public const double Top = (297 - 37) * 72 / 25.4;
    public const double Bottom = 35 * 72 / 25.4;
    public const double LineHeight = 225 * 72 / 25.4 / 22;

    public static LaidOutDocument Set(params Block[] blocks) => Set(new LayoutOptions(), blocks);

    public static LaidOutDocument Set(LayoutOptions options, params Block[] blocks) =>
        new Typesetter(FakeFace.Set(), options).Set(new("测试", blocks));

    public static string Text(TextRun run) => string.Concat(run.Glyphs.Select(g => char.ConvertFromUtf32(g.CodePoint)));

    public static double Right(TextRun run) => run.X + run.Glyphs.Sum(g => g.Advance);

    /// <summary>Everything in the text area in the order in which it was set, without the page numbers.</summary>
    public static IEnumerable<TextRun> Body(LaidOutPage page) => page.Runs.Where(r => r.Size != 14);

    public static string AllText(LaidOutDocument document) =>
        string.Concat(document.Pages.SelectMany(Body).Select(Text));

    public static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Lines of the text area; runs of several faces on one baseline are one line.</summary>
    public static List<FoundLine> Lines(LaidOutDocument document)
    {
        var lines = new List<FoundLine>();
        for (var p = 0; p < document.Pages.Count; p++)
        {
            foreach (var run in Body(document.Pages[p]))
            {
                if (lines.Count > 0 && lines[^1].Page == p && Math.Abs(lines[^1].Y - run.Y) < 0.01 && Math.Abs(lines[^1].Right - run.X) < 0.01)
                {
                    lines[^1] = lines[^1] with { Right = Right(run), Text = lines[^1].Text + Text(run) };
                }
                else
                {
                    lines.Add(new(p, run.Y, run.X, Right(run), Text(run), run.Face, run.Size));
                }
            }
        }

        return lines;
    }

    public static string Hanzi(int count, int seed = 1)
    {
        const string some = "项目支出绩效评价工作经费街道办事处财政预算管理情况社会服务环境卫生综合治理人民群众满意度";
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(some[random.Next(some.Length)]);
        }

        return text.ToString();
    }
}
