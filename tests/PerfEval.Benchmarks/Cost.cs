using System.Diagnostics;
using System.Runtime;
using System.Runtime.InteropServices;

namespace PerfEval.Benchmarks;

/// <summary>What something took. CPU time counts all threads, also those of the runtime.</summary>
internal readonly record struct Cost(double Wall, double Cpu, long Allocated)
{
    private const long NoCollection = 100_000_000;

    public static Cost operator +(Cost a, Cost b) => new(a.Wall + b.Wall, a.Cpu + b.Cpu, a.Allocated + b.Allocated);

    public static Cost Of(Action work)
    {
        var (allocated, cpu, start) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        work();
        var wall = Stopwatch.GetElapsedTime(start);
        return new(wall.TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    /// <summary>The same with no collection in between.</summary>
    public static Cost WithoutCollecting(Func<Cost> work)
    {
        if (!GC.TryStartNoGCRegion(NoCollection))
        {
            throw new InvalidOperationException("There is not enough memory to hold the collector off.");
        }

        var cost = work();
        if (GCSettings.LatencyMode != GCLatencyMode.NoGCRegion)
        {
            throw new InvalidOperationException("The collector came in between: more is allocated than was reckoned with.");
        }

        GC.EndNoGCRegion();
        return cost;
    }

    /// <summary>Cost of a program that runs and ends, with the processes it started.</summary>
    public static Cost OfProgram(Action run)
    {
        var (cpu, start) = (OperatingSystem.IsLinux() ? ChildUsage.Milliseconds() : 0, Stopwatch.GetTimestamp());
        run();
        return new(Stopwatch.GetElapsedTime(start).TotalMilliseconds, OperatingSystem.IsLinux() ? ChildUsage.Milliseconds() - cpu : 0, 0);
    }

    /// <summary>The middle of each figure by itself.</summary>
    public static Cost Median(IReadOnlyCollection<Cost> costs)
    {
        T Middle<T>(Func<Cost, T> figure) => costs.Select(figure).Order().ElementAt(costs.Count / 2);
        return new(Middle(c => c.Wall), Middle(c => c.Cpu), Middle(c => c.Allocated));
    }
}

/// <summary>getrusage for programs that were started and have ended.</summary>
internal static partial class ChildUsage
{
    private const int Children = -1, Fields = 18;

    public static double Milliseconds()
    {
        var usage = new long[Fields];
        return GetUsage(Children, ref usage[0]) == 0 ? ((usage[0] + usage[2]) * 1e3) + ((usage[1] + usage[3]) / 1e3) : 0;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, ref long usage);
}
