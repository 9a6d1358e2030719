using System.Globalization;
using System.Text.RegularExpressions;
using PerfEval.Documents.Fonts;
using PerfEval.Documents.Pdf;
using PerfEval.Documents.Typesetting;

namespace PerfEval.Documents.Tests.Pdf;

/// <summary>What was written can be copied, searched, and stands where the typesetter put it.</summary>
public sealed class TextComesBack
{
    [Theory]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, null)]
    [InlineData(2, "草稿")]
    public void Poppler_reads_every_line_as_it_was_written(int page, string? watermark)
    {
        using var file = Sample.Make(watermark);
        var lines = Tool.Output("pdftotext", "-raw", "-f", $"{page}", "-l", $"{page}", file.Path, "-").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Sample.Lines, lines.Select(line => line.Trim('\f')).Where(line => line.Length > 0));
    }

    [Fact]
    public void MuPdf_reads_every_line_as_it_was_written()
    {
        using var file = Sample.Make();
        var text = Tool.Output("mutool", "draw", "-F", "text", file.Path, "1");
        Assert.All(Sample.Lines, line => Assert.Contains(line, text));
    }

    [Fact]
    public void Searching_finds_the_word_and_no_radicals()
    {
        using var file = Sample.Make();
        var text = Tool.Output("pdftotext", file.Path, "-");
        Assert.Equal(3 * 4, Regex.Count(text, "项目"));
        Assert.DoesNotMatch("[⺀-⿟]", text);
    }

    [Fact]
    public void Glyphs_stand_where_they_were_put()
    {
        using var file = Sample.Make();
        var document = Sample.Document();
        var drawn = Regex.Matches(
                Tool.Output("mutool", "draw", "-F", "trace", file.Path, "1-4"),
                "<g unicode=\"(?<c>[^\"]+)\" glyph=\"[^\"]+\" x=\"(?<x>[^\"]+)\" y=\"(?<y>[^\"]+)\"")
            .Select(m => (X: double.Parse(m.Groups["x"].Value, CultureInfo.InvariantCulture), Y: double.Parse(m.Groups["y"].Value, CultureInfo.InvariantCulture)))
            .ToList();
        var wanted = document.Pages.SelectMany(page => page.Runs).SelectMany(Positions).ToList();
        Assert.Equal(wanted.Count, drawn.Count);
        Assert.All(wanted.Zip(drawn), pair =>
        {
            Assert.Equal(pair.First.X, pair.Second.X, 0.01);
            Assert.Equal(pair.First.Y, pair.Second.Y, 0.01);
        });
    }

    [Fact]
    public void Words_stand_where_they_were_put()
    {
        using var file = Sample.Make();
        var words = Regex.Matches(
            Tool.Output("pdftotext", "-bbox", "-f", "2", "-l", "2", file.Path, "-"),
            "<word xMin=\"(?<l>[^\"]+)\" yMin=\"[^\"]+\" xMax=\"(?<r>[^\"]+)\" yMax=\"[^\"]+\">(?<t>[^<]+)<");
        var document = Sample.Document();
        var line = Assert.Single(document.Pages[1].Runs, run => run.Face == FaceRole.Kai);
        var word = Assert.Single(words, w => w.Groups["t"].Value == Sample.Lines[2]);
        var left = double.Parse(word.Groups["l"].Value, CultureInfo.InvariantCulture);
        var right = double.Parse(word.Groups["r"].Value, CultureInfo.InvariantCulture);
        Assert.Equal(line.X, left, 0.05);
        var last = line.Glyphs[^1];
        Assert.Equal(Positions(line).Last().X + (Sample.Fonts[FaceRole.Kai].AdvanceOf(last.Glyph) * line.Size / 1000), right, 0.3);
    }

    [Fact]
    public void A_character_without_a_glyph_is_named()
    {
        var page = new LaidOutPage(600, 800, [new(50, 50, FaceRole.Fang, 16, [new(0x20BB7, 0, 16)])], []);
        var missing = Assert.Throws<MissingCharacter>(() => PdfWriter.Write(new([page], []), Sample.Fonts, Sample.Properties));
        Assert.Equal(0x20BB7, missing.CodePoint);
        Assert.Contains("“𠮷”（U+20BB7）", missing.Message);
        Assert.Contains("第 1 页", missing.Message);
        Assert.Throws<MissingCharacter>(() => PdfWriter.Write(new([page with { Runs = [], Watermark = "𠮷" }], []), Sample.Fonts, Sample.Properties));
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes()
    {
        using var file = Sample.Make("草稿");
        Assert.Equal(file.Bytes, PdfWriter.Write(Sample.Document("草稿"), Sample.Fonts, Sample.Properties));
        using var stream = new MemoryStream();
        PdfWriter.Write(Sample.Document("草稿"), Sample.Fonts, Sample.Properties, stream);
        Assert.Equal(file.Bytes, stream.ToArray());
        Assert.NotEqual(file.Bytes, PdfWriter.Write(Sample.Document("草稿"), Sample.Fonts, Sample.Properties with { Title = "另一份" }));
    }

    [Fact]
    public void Several_threads_write_the_same_bytes()
    {
        var wanted = PdfWriter.Write(Sample.Document(), Sample.Fonts, Sample.Properties);
        var results = new byte[8][];
        Parallel.For(0, 8, i => results[i] = PdfWriter.Write(Sample.Document(), FontFiles.Load(), Sample.Properties));
        Assert.All(results, bytes => Assert.Equal(wanted, bytes));
    }

    private static IEnumerable<(double X, double Y)> Positions(TextRun run)
    {
        var x = run.X;
        foreach (var glyph in run.Glyphs)
        {
            yield return (x, run.Y);
            x += glyph.Advance;
        }
    }
}
