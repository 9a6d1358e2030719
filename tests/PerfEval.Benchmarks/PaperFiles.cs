using System.Text.Json;
using PerfEval.Documents.Writing;

namespace PerfEval.Benchmarks;

/// <summary>Writes the five papers as PDF, and as files from which the scripts in "peers" make what other engines read, to look at them side by side.</summary>
internal static class PaperFiles
{
    private const string Folder = "artifacts/papers";

    public static void Write()
    {
        Directory.CreateDirectory(Folder);
        var printer = new ReportPrinter();
        foreach (var key in Paper.Keys)
        {
            var report = new Paper(key).Number(0).Assemble();
            File.WriteAllBytes(Path.Combine(Folder, $"{key}.pdf"), printer.Print(report));
            File.WriteAllText(Path.Combine(Folder, $"{key}.json"), JsonSerializer.Serialize(report));
        }

        Console.WriteLine($"{Path.GetFullPath(Folder)}: {string.Join(", ", Paper.Keys)}");
    }
}
