using System.Text.RegularExpressions;
using PerfEval.Documents.Pdf;

namespace PerfEval.Documents.Tests.Pdf;

/// <summary>Four independent readers take the file without a word of complaint.</summary>
public sealed class ReadersAgree
{
    public static readonly TheoryData<string?> Watermarks = [null, "草稿"];

    [Theory, MemberData(nameof(Watermarks))]
    public void Qpdf_finds_no_error(string? watermark)
    {
        using var file = Sample.Make(watermark);
        var (code, output) = Tool.Run("qpdf", "--check", file.Path);
        Assert.True(code == 0 && output.Contains("No syntax or stream encoding errors"), output);
        Assert.DoesNotContain("WARNING", output);
    }

    [Theory, MemberData(nameof(Watermarks))]
    public void Ghostscript_draws_without_a_warning(string? watermark)
    {
        using var file = Sample.Make(watermark);
        var output = Tool.Output("gs", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", "-dPDFSTOPONWARNING", file.Path);
        Assert.DoesNotContain("****", output);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Watermarks))]
    public void MuPdf_draws_without_a_warning(string? watermark)
    {
        using var file = Sample.Make(watermark);
        // Debian builds it without colour management and it says so.
        var output = Tool.Output("mutool", "draw", "-F", "trace", "-o", "/dev/null", file.Path).Replace("warning: ICC support is not available\n", "");
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("error", output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("PDF-1.7", Tool.Output("mutool", "info", file.Path));
    }

    [Fact]
    public void Every_face_is_an_embedded_subset_with_unicode()
    {
        using var file = Sample.Make("草稿");
        var faces = Tool.Output("pdffonts", file.Path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.Equal(6, faces.Count);
        Assert.All(faces, face => Assert.Matches(@"^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes ", face));
        Assert.Equal(6, faces.Select(face => face[..6]).Distinct().Count());
    }

    [Fact]
    public void Poppler_draws_without_a_warning()
    {
        using var file = Sample.Make("草稿");
        Assert.Equal("", Tool.Output("pdftoppm", "-r", "20", file.Path, file.Path + "-page"));
        foreach (var page in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file.Path) + "-page*"))
        {
            File.Delete(page);
        }
    }

    [Fact]
    public void The_watermark_is_pale_and_below_on_marked_pages_only()
    {
        using var plain = Sample.Make();
        using var marked = Sample.Make("草稿");
        Assert.Equal(0, Pale(plain));
        Assert.InRange(Pale(marked), 0.02, 0.10);

        // Share of the pixels of the first page that have exactly the grey of the watermark.
        static double Pale(Sample file)
        {
            var image = Path.ChangeExtension(file.Path, null);
            Tool.Output("pdftoppm", "-gray", "-r", "72", "-aa", "no", "-aaVector", "no", "-singlefile", file.Path, image);
            var pixels = File.ReadAllBytes(image + ".pgm")[15..];
            File.Delete(image + ".pgm");
            return pixels.Count(pixel => pixel is >= 228 and <= 231) / (double)pixels.Length;
        }
    }

    [Fact]
    public void A_blank_page_is_a_document()
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, PdfWriter.Write(new([new(Sample.PageWidth, Sample.PageHeight, [], [])], []), Sample.Fonts, new("空", Created: new(2024, 3, 5, 6, 7, 8, DateTimeKind.Utc))));
        Assert.Contains("No syntax or stream encoding errors", Tool.Output("qpdf", "--check", file));
        Assert.Contains("/CreationDate (D:20240305060708Z)", Tool.Output("mutool", "show", file, "trailer/Info"));
        File.Delete(file);
    }

    [Fact]
    public void Outline_keeps_its_levels_and_pages()
    {
        using var file = Sample.Make();
        var lines = Tool.Output("mutool", "show", file.Path, "outline").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var entries = lines.Select(line => Regex.Match(line, "^[|+-](\\t+)\"(.*)\"\\t#page=(\\d+)")).Select(m => (m.Groups[1].Length, m.Groups[2].Value, m.Groups[3].Value));
        Assert.Equal([(1, "一、项目基本情况", "1"), (2, "（一）项目概况", "1"), (2, "（二）资金", "2"), (3, "（1）深层", "2"), (1, "二、结论", "3")], entries);
    }

    [Fact]
    public void Properties_stand_in_both_places()
    {
        using var file = Sample.Make();
        var info = Tool.Output("pdfinfo", file.Path);
        Assert.Matches(@"Title: +雨花街道 2024 <工作经费>（绩效）\n", info);
        Assert.Matches(@"Subject: +项目支出 & 绩效评价\n", info);
        Assert.Matches(@"Author: +财政局\n", info);
        Assert.Matches(@"Producer: +PerfEval\n", info);
        Assert.DoesNotContain("Date:", info);
        var packet = System.Xml.Linq.XDocument.Parse(Tool.Output("pdfinfo", "-meta", file.Path).Trim());
        Assert.Contains(packet.Descendants(), e => e.Name.LocalName == "title" && e.Value == Sample.Properties.Title);
        Assert.Contains(packet.Descendants(), e => e.Name.LocalName == "description" && e.Value == Sample.Properties.Subject);
        Assert.Contains(packet.Descendants(), e => e.Name.LocalName == "conformance" && e.Value == "U");
        var trailer = Tool.Output("mutool", "show", file.Path, "trailer/Root");
        Assert.Matches(@"/Lang *\(zh-CN\)", trailer);
        Assert.Matches("/DisplayDocTitle true", trailer);
        Assert.Matches("/S */GTS_PDFA1", trailer);
    }
}
