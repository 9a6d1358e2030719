using System.Diagnostics;

namespace PerfEval.Benchmarks;

/// <summary>What a benchmark found.</summary>
/// <param name="Unit">What one operation is.</param>
/// <param name="Runs">Seconds of each run, after warming up.</param>
/// <param name="OperationsPerRun">Operations in each run.</param>
/// <param name="BytesPerOperation">Bytes allocated by one operation, over all runs.</param>
internal sealed record Measurement(string Unit, IReadOnlyList<double> Runs, int OperationsPerRun, long BytesPerOperation)
{
    private const int RunCount = 15;
    private const int WarmUps = 3;
    private static readonly TimeSpan RunLength = TimeSpan.FromMilliseconds(400);

    /// <summary>Runs the operation for a few seconds; it is given its own number, so that it can vary what it works on.</summary>
    public static Measurement Of(string unit, Action<int> operation)
    {
        var number = 0;
        var perRun = 0;
        for (var warmUp = 0; warmUp < WarmUps; warmUp++)
        {
            var watch = Stopwatch.StartNew();
            for (perRun = 0; watch.Elapsed < RunLength; perRun++)
            {
                operation(number++);
            }
        }

        var runs = new double[RunCount];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < RunCount; run++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < perRun; i++)
            {
                operation(number++);
            }

            runs[run] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return new(unit, runs, perRun, bytes / ((long)perRun * RunCount));
    }

    /// <summary>The line to print.</summary>
    public string Shown(string name)
    {
        var sorted = Runs.Order().ToList();
        double PerSecond(double seconds) => OperationsPerRun / seconds;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{name}: {PerSecond(sorted[sorted.Count / 2]):N0} {Unit} per second (median of {sorted.Count} runs of {OperationsPerRun:N0}; "
            + $"{PerSecond(sorted[^1]):N0} to {PerSecond(sorted[0]):N0}), {BytesPerOperation:N0} bytes allocated each");
    }
}
