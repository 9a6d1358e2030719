using System.Diagnostics;
using System.Globalization;
using PerfEval.Documents.Excel;
using PerfEval.Documents.Reading;
using PerfEval.Domain.Projects;

namespace PerfEval.Benchmarks;

/// <summary>
/// 5,000 lines from the bytes of a workbook to the outcome: read, compared by key with as many stored lines, all rules;
/// for the faulty file also the marked workbook. Every run has other figures.
/// </summary>
internal static class ImportBenchmark
{
    private const int Lines = 5000;
    private const int Runs = 9;
    private const int FaultEvery = 5;
    private const double LimitMilliseconds = 1500;
    private const double LimitMegabytes = 150;
    private const double Megabyte = 1e6;

    public static void Run()
    {
        var project = FundList.Of(Lines, 0).Project;
        var good = Enumerable.Range(0, Runs + 1).Select(i => Altered(project, i, faulty: false)).ToList();
        var bad = Enumerable.Range(0, Runs + 1).Select(i => Altered(project, i, faulty: true)).ToList();
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Measure("faulty file, with the marked workbook", project, bad);
        Measure("correct file", project, good);
    }

    private static void Measure(string what, Project project, List<byte[]> files)
    {
        using var process = Process.GetCurrentProcess();
        var before = (Working: process.WorkingSet64, Managed: GC.GetTotalMemory(true));
        var (peak, managed) = (0L, 0L);
        using var stop = new CancellationTokenSource();
        var watcher = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                process.Refresh();
                (peak, managed) = (Math.Max(peak, process.WorkingSet64), Math.Max(managed, GC.GetTotalMemory(false)));
                Thread.Sleep(5);
            }
        });
        watcher.Start();
        var (steps, faults, bytes) = (0, 0, 0);
        var first = 0L;
        var costs = files.ConvertAll(file =>
        {
            var cost = Cost.Of(() => (steps, faults, bytes) = Import(project, file));
            first = first == 0 ? Math.Max(peak, Environment.WorkingSet) : first;
            return cost;
        });
        stop.Cancel();
        watcher.Join();
        var warm = Cost.Median([.. costs.Skip(1)]);
        var growth = (Working: (peak - before.Working) / Megabyte, Managed: (managed - before.Managed) / Megabyte);
        Say($"{what}: {Lines:N0} rows in {files[0].Length / Megabyte:F1} MB, {steps:N0} steps, {faults:N0} faults, {bytes / Megabyte:F1} MB marked");
        Say($"  first {costs[0].Wall:F0} ms (CPU {costs[0].Cpu:F0} ms), then {warm.Wall:F0} ms (CPU {warm.Cpu:F0} ms, {warm.Allocated / Megabyte:F0} MB allocated); limit {LimitMilliseconds} ms: {Held(costs.Max(c => c.Wall) <= LimitMilliseconds)}");
        Say($"  growth at the peak of the first import {(first - before.Working) / Megabyte:F0} MB, of {files.Count} in a row: working set {growth.Working:F0} MB, managed {growth.Managed:F0} MB; limit {LimitMegabytes} MB: {Held(Math.Max(growth.Working, growth.Managed) <= LimitMegabytes)}");
    }

    private static (int Steps, int Faults, int Bytes) Import(Project project, byte[] file)
    {
        var sheet = SpendingReader.Read(file, "明细.xlsx");
        var plan = LineImport.Plan(project.Lines, sheet.Lines, sheet.Columns.Keys.ToHashSet(), row => new Guid(row, 0, 0, new byte[8]));
        var faults = sheet.FaultsWith(plan);
        return (plan.Steps.Count, faults.Count, faults.Count == 0 ? 0 : MarkedWorkbook.Of(file, sheet, faults).Length);
    }

    // The export with other amounts in every line; in the faulty one two wrong cells in every fifth row.
    private static byte[] Altered(Project project, int number, bool faulty)
    {
        var twin = Project.Open(project.Organisation!, new(project.FiscalYear, project.Name, null, null, null), Domain.Evaluations.EvaluationKind.SelfEvaluation);
        var rows = project.Lines.Select((line, i) => new LineChange(line.Id, null, line.Entry with
        {
            Spent = line.Entry.Spent + number,
            Item = faulty && i % FaultEvery == 0 ? "#REF!" : line.Entry.Item,
            ImplementingUnit = faulty && i % FaultEvery == 0 ? "#N/A" : line.Entry.ImplementingUnit,
        }));
        return twin.Apply(new LineChanges([.. rows])).Applied ? SpendingWorkbook.Export(twin) : throw new InvalidOperationException("Nothing to export.");
    }

    private static string Held(bool held) => held ? "held" : "EXCEEDED";

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
