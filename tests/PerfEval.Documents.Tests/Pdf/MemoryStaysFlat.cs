using PerfEval.Documents.Fonts;
using PerfEval.Documents.Pdf;
using PerfEval.Documents.Typesetting;

namespace PerfEval.Documents.Tests.Pdf;

public sealed class MemoryStaysFlat
{
    [Fact]
    public void More_pages_cost_no_memory_per_glyph()
    {
        var runs = Enumerable.Range(0, 22)
            .SelectMany(line => Sample.Runs("一二三四五六七八九十项目支出绩效评价报告人民币元整财政局", FaceRole.Fang, 16, Sample.Left, Sample.Top - (28.99 * line), n => -0.2071 * (n % 3)))
            .ToList();
        var page = new LaidOutPage(Sample.PageWidth, Sample.PageHeight, runs, []);
        var (few, many) = (new LaidOutDocument([page], []), new LaidOutDocument([.. Enumerable.Repeat(page, 101)], []));
        Allocated(many);
        var perPage = (Allocated(many) - Allocated(few)) / 100;
        Assert.InRange(perPage, 0, 2048);
    }

    private static long Allocated(LaidOutDocument document)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        PdfWriter.Write(document, Sample.Fonts, Sample.Properties, Stream.Null);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
