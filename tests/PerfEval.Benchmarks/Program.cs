namespace PerfEval.Benchmarks;

/// <summary>Measures on the machine at hand; never part of the tests, whose result must not hang on a clock.</summary>
internal static class Program
{
    private static readonly Dictionary<string, Action> Benchmarks = new()
    {
        ["scoring"] = () => Console.WriteLine(ScoringBenchmark.Run().Shown("scoring")),
        ["pdf"] = PdfBenchmark.Run,
        ["grid"] = GridBenchmark.Run,
        ["check"] = CheckBenchmark.Run,
        ["import"] = ImportBenchmark.Run,
        ["papers"] = PaperFiles.Write,
    };

    private static int Main(string[] args)
    {
        if (args is not [var name] || !Benchmarks.TryGetValue(name, out var benchmark))
        {
            Console.Error.WriteLine($"Say what: {string.Join(", ", Benchmarks.Keys)}");
            return 2;
        }

        benchmark();
        return 0;
    }
}
