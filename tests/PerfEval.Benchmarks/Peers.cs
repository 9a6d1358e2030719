using System.Diagnostics;
using System.Text.Json;
using PerfEval.Documents.Fonts;

namespace PerfEval.Benchmarks;

/// <summary>What another engine took for the same report.</summary>
internal sealed record Peer(string Name, Cost First, IReadOnlyList<Cost> Warm, int Pages, long Bytes, string How);

/// <summary>
/// Lets other engines print the same editions: the scripts in "peers" translate the report into what each engine reads,
/// outside the clock. An engine that is not installed is left out with a sentence.
/// </summary>
internal sealed class PeerRuns(Paper paper, string folder)
{
    private const int Editions = 21;
    private const int Starts = 5;

    private static string Scripts => Path.Combine(AppContext.BaseDirectory, "peers");

    /// <summary>The engines that are here.</summary>
    public IEnumerable<Peer> All()
    {
        if (!Has("node"))
        {
            Console.WriteLine("No other engine is measured: Node.js, which translates the report for them, is not installed.");
            return [];
        }

        for (var i = 0; i < Editions; i++)
        {
            File.WriteAllText(Path.Combine(folder, $"{i:D2}.json"), JsonSerializer.Serialize(paper.Number(1000 + i).Assemble()));
        }

        File.WriteAllText(Path.Combine(folder, "fonts.conf"),
            $"<fontconfig><dir>{FontFiles.DefaultFolder}</dir><cachedir>{folder}</cachedir></fontconfig>");
        return new[] { Typst(), LibreOffice(), Chromium() }.OfType<Peer>();
    }

    private Peer? Typst()
    {
        var (code, output) = Run("node", Path.Combine(Scripts, "typst.mjs"), folder, FontFiles.DefaultFolder);
        if (code != 0)
        {
            Console.WriteLine("Typst is not measured: its npm package is not found; peers/README.md says how to give it.");
            return null;
        }

        var costs = JsonSerializer.Deserialize<List<double[]>>(output)!.Select(c => new Cost(c[0], c[1], 0)).ToList();
        return Done("Typst", costs[0], costs[1..], "typst", $"Node binding, one process, median of {costs.Count - 1}, sources parsed anew");
    }

    private Peer? LibreOffice()
    {
        if (!Has("soffice"))
        {
            Console.WriteLine("LibreOffice is not measured: soffice is not installed.");
            return null;
        }

        Translate("fodt");
        string[] Arguments(IEnumerable<int> editions) =>
        [
            $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder,
            .. editions.Select(i => Path.Combine(folder, $"{i:D2}.fodt")),
        ];
        Cost Convert(int from, int count) => Cost.OfProgram(() => Run("soffice", Arguments(Enumerable.Range(from, count))));
        Convert(0, 1); // makes its profile
        var starts = Enumerable.Range(0, Starts).Select(i => Convert(i, 1)).ToList();
        var (one, many) = (Cost.Median(starts), Convert(0, Editions));
        var warm = new Cost((many.Wall - one.Wall) / (Editions - 1), (many.Cpu - one.Cpu) / (Editions - 1), 0);
        return Done("LibreOffice", one, [warm], "pdf", $"one process converting {Editions} files less one converting 1, per file");
    }

    private Peer? Chromium()
    {
        if (!Has("chromium"))
        {
            Console.WriteLine("Chromium is not measured: chromium is not installed.");
            return null;
        }

        Translate("html");
        File.WriteAllText(Path.Combine(folder, "empty.html"), "<p>空");
        Cost Print(string page, int run) => Cost.OfProgram(() => Run(
            "chromium", "--headless", "--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--allow-file-access-from-files", $"--user-data-dir={folder}/chromium",
            "--no-pdf-header-footer", $"--print-to-pdf={folder}/{run:D2}.pdf", $"file://{folder}/{page}.html"));
        Print("empty", 0);
        var empty = Cost.Median([.. Enumerable.Range(1, Starts).Select(i => Print("empty", i))]);
        var full = Cost.Median([.. Enumerable.Range(1, Starts).Select(i => Print($"{i:D2}", i))]);
        return Done("Chromium", full, [new(full.Wall - empty.Wall, full.Cpu - empty.Cpu, 0)], "pdf", $"a process each, median of {Starts}, less the same with an empty page");
    }

    private void Translate(string format) => Run("node", Path.Combine(Scripts, $"{format}.mjs"), folder);

    private Peer Done(string name, Cost first, IReadOnlyList<Cost> warm, string ending, string how)
    {
        var file = Path.Combine(folder, ending == "pdf" ? "01.pdf" : $"01.{ending}.pdf");
        if (!File.Exists(file))
        {
            throw new InvalidOperationException($"{name} made no PDF.");
        }

        if (Environment.GetEnvironmentVariable("PEER_PDFS") is { Length: > 0 } kept)
        {
            File.Copy(file, Path.Combine(kept, $"{name}.pdf"), overwrite: true);
        }

        var info = Has("pdfinfo") ? Run("pdfinfo", file).Output.Split('\n').FirstOrDefault(l => l.StartsWith("Pages:", StringComparison.Ordinal)) : null;
        return new(name, first, warm, info is null ? 0 : int.Parse(info[6..]), new FileInfo(file).Length, how);
    }

    private static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(directory => File.Exists(Path.Combine(directory, program)));

    private (int Code, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FONTCONFIG_FILE"] = Path.Combine(folder, "fonts.conf");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        errors.GetAwaiter().GetResult();
        return (process.ExitCode, output);
    }
}
