using System.Text;
using PerfEval.Documents.Fonts;
using PerfEval.Documents.Model;
using PerfEval.Documents.Pdf;
using PerfEval.Documents.Typesetting;
using static PerfEval.Documents.Tests.Typesetting.Pages;

namespace PerfEval.Documents.Tests.Typesetting;

/// <summary>The same rules with the faces of the product, whose digits, letters and quotes have widths of their own.</summary>
public class RealFacesTests
{
    private static readonly FontSet Faces = FontFiles.Load();

    [Fact]
    public void Edges_are_straight_and_nothing_is_lost()
    {
        var random = new Random(5);
        var typesetter = new Typesetter(Faces);
        for (var i = 0; i < 100; i++)
        {
            var text = RandomText.Paragraph(random).Replace("𠮷", "吉", StringComparison.Ordinal);
            var document = typesetter.Set(new("真", [new Heading(2, "（一）概况。", text)]));
            var lines = Lines(document);

            Assert.Equal(Bare("（一）概况。" + text), Bare(AllText(document)));
            Assert.All(lines.SkipLast(1), l => Assert.InRange(l.Right, Left + Width - 0.3, Left + Width + 0.01));
            Assert.All(lines.Skip(1), l => Assert.DoesNotContain(l.Text[0], "，。、；：？！）》」』”’…·—～%"));
        }
    }

    [Fact]
    public void Glyphs_do_not_run_into_each_other()
    {
        var random = new Random(6);
        var typesetter = new Typesetter(Faces);
        for (var i = 0; i < 100; i++)
        {
            foreach (var run in typesetter.Set(new("真", [new Paragraph(RandomText.Paragraph(random))])).Pages.SelectMany(Body))
            {
                Assert.All(run.Glyphs, g =>
                {
                    var natural = Faces[run.Face].AdvanceOf(g.Glyph) * run.Size / 1000;
                    Assert.True(g.Advance >= natural * 0.49 - 0.3, $"{(Rune)g.CodePoint} {g.Advance:F2} of {natural:F2}");
                });
            }
        }
    }

    [Fact]
    public void The_same_report_gives_the_same_file_on_two_threads()
    {
        var random = new Random(7);
        var blocks = Enumerable.Range(0, 40).Select(_ => (Block)new Paragraph(RandomText.Paragraph(random))).ToList();
        var typesetter = new Typesetter(Faces);
        var files = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(2)
            .Select(_ => PdfWriter.Write(typesetter.Set(new("同", blocks)), Faces, new("同"))).ToList();

        Assert.All(files, f => Assert.True(f.AsSpan().SequenceEqual(files[0])));
    }
}
