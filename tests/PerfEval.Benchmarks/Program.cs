namespace PerfEval.Benchmarks;

/// <summary>Measures on the machine at hand; never part of the tests, whose result must not hang on a clock.</summary>
internal static class Program
{
    private static readonly Dictionary<string, Func<Measurement>> Benchmarks = new()
    {
        ["scoring"] = ScoringBenchmark.Run,
    };

    private static int Main(string[] args)
    {
        if (args is not [var name] || !Benchmarks.TryGetValue(name, out var benchmark))
        {
            Console.Error.WriteLine($"Say which benchmark: {string.Join(", ", Benchmarks.Keys)}");
            return 2;
        }

        Console.WriteLine(benchmark().Shown(name));
        return 0;
    }
}
