using System.Diagnostics;
using System.Globalization;
using PerfEval.Documents.Fonts;
using PerfEval.Documents.Model;
using PerfEval.Documents.Pdf;
using PerfEval.Documents.Typesetting;
using PerfEval.Documents.Writing;

namespace PerfEval.Benchmarks;

/// <summary>Prints paper 004 and long fund lists, every time with other text, beside other engines where they are installed.</summary>
internal static class PdfBenchmark
{
    private const int Runs = 50;
    private const int WarmUps = 30;
    private const int ListRuns = 9;
    private const string PaperKey = "004";
    private const double Megabyte = 1e6;

    public static void Run()
    {
        var paper = new Paper(PaperKey);
        var edition = paper.Number(1);
        byte[] pdf = [];
        var first = Cost.Of(() => pdf = new ReportPrinter().Print(edition.Assemble()));

        var peakOfFirst = Process.GetCurrentProcess().PeakWorkingSet64;

        var engine = new Engine();
        for (var i = 0; i < WarmUps; i++)
        {
            engine.Print(paper.Number(i + 2));
        }

        var prints = Enumerable.Range(100, Runs).Select(i => engine.Print(paper.Number(i))).ToList();
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        var warm = Cost.Median([.. prints.Select(p => p.Total)]);
        var (pages, bytes) = (prints[0].Pages, prints.Max(p => p.Bytes));
        Say($"Paper {PaperKey}, other text in every paragraph and cell on every run, {pages} pages, at most {bytes:N0} bytes");
        Say($"first, with loading the faces: {first.Wall:F0} ms, CPU {first.Cpu:F0} ms, {pdf.Length:N0} bytes");
        Say($"warm, median of {Runs}: {warm.Wall:F1} ms, CPU {warm.Cpu:F1} ms, {pages / warm.Wall * 1000:N0} pages per second, {warm.Allocated / Megabyte:F1} MB allocated");
        Say("  assemble", Cost.Median([.. prints.Select(p => p.Assemble)]));
        Say("  typeset", Cost.Median([.. prints.Select(p => p.Typeset)]));
        Say("  write", Cost.Median([.. prints.Select(p => p.Write)]));
        Say($"peak working set {peak / Megabyte:F0} MB, after the first {peakOfFirst / Megabyte:F0} MB");
        Lists(engine);
        Peers(paper, new("PerfEval", first, [warm], pages, bytes, "same process"));
    }

    // What lives through a collection is copied, and how often that happens hangs on the collector's budget, not on us: so
    // growth is also shown with the collector held off.
    private static void Lists(Engine engine)
    {
        Console.WriteLine();
        (Cost Usual, Cost Apart)? before = null;
        foreach (var lines in new[] { 500, 1000, 2000 })
        {
            var usual = List(engine, lines, out var pages);
            var apart = Cost.Median([.. Enumerable.Range(1 + ListRuns, ListRuns).Select(i => Cost.WithoutCollecting(() => engine.Print(FundList.Of(lines, i)).Total))]);
            Say($"fund list of {lines:N0} lines, {pages} pages: {usual.Wall:F0} ms, CPU {usual.Cpu:F0} ms, a line {usual.Cpu / lines * 1000:F0} µs and {usual.Allocated / lines:N0} bytes allocated; with the collector held off CPU {apart.Cpu:F0} ms, a line {apart.Cpu / lines * 1000:F0} µs");
            if (before is { } half)
            {
                Say($"  for twice the lines CPU times {usual.Cpu / half.Usual.Cpu:F2}, with the collector held off {apart.Cpu / half.Apart.Cpu:F2}, bytes allocated {(double)usual.Allocated / half.Usual.Allocated:F2}");
            }

            before = (usual, apart);
        }
    }

    private static Cost List(Engine engine, int lines, out int pages)
    {
        pages = engine.Print(FundList.Of(lines, 0)).Pages;
        return Cost.Median([.. Enumerable.Range(1, ListRuns).Select(i => engine.Print(FundList.Of(lines, i)).Total)]);
    }

    private static void Peers(Paper paper, Peer own)
    {
        var folder = Directory.CreateTempSubdirectory("perfeval-peers-").FullName;
        try
        {
            Console.WriteLine();
            List<Peer> rows = [own, .. new PeerRuns(paper, folder).All()];
            Console.WriteLine();
            Say($"| engine | first ms | warm ms (CPU) | pages | bytes | times our wall (CPU) | how |");
            Say($"|---|---|---|---|---|---|---|");
            foreach (var row in rows)
            {
                var (warm, ours) = (Cost.Median(row.Warm), own.Warm[0]);
                Say($"| {row.Name} | {row.First.Wall:F0} | {warm.Wall:F0} ({warm.Cpu:F0}) | {row.Pages} | {row.Bytes:N0} | {warm.Wall / ours.Wall:F1} ({warm.Cpu / ours.Cpu:F1}) | {row.How} |");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Say(string name, Cost cost) =>
        Say($"{name}: {cost.Wall:F1} ms, CPU {cost.Cpu:F1} ms, {cost.Allocated / Megabyte:F2} MB allocated");

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Printing(Cost Assemble, Cost Typeset, Cost Write, int Pages, int Bytes)
    {
        public Cost Total => Assemble + Typeset + Write;
    }

    // What ReportPrinter does, with a clock between its steps.
    private sealed class Engine
    {
        private readonly FontSet fonts = FontFiles.Load();
        private readonly Typesetter typesetter;

        public Engine() => typesetter = new(fonts);

        public Printing Print(Paper.Edition edition)
        {
            Report report = null!;
            LaidOutDocument pages = null!;
            byte[] pdf = [];
            var assemble = Cost.Of(() => report = edition.Assemble());
            var typeset = Cost.Of(() => pages = typesetter.Set(report));
            var write = Cost.Of(() => pdf = PdfWriter.Write(pages, fonts, new DocumentProperties(report.Subject)));
            return new(assemble, typeset, write, pages.Pages.Count, pdf.Length);
        }
    }
}
