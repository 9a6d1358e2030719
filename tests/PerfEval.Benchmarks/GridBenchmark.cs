using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PerfEval.Tests.Killing;

namespace PerfEval.Benchmarks;

/// <summary>
/// The spending grid of the real program, in a process of its own on a temporary database: what one saved cell, all rows
/// and the page take on the server, and how long a browser waits until one can type.
/// </summary>
internal static class GridBenchmark
{
    private const int WarmUps = 20;

    /// <summary>Where scripts and styles lie, from the folder in which benchmarks are started.</summary>
    private const string WebFolder = "src/PerfEval.Web";

    /// <summary>Lines of each project, and how often each request is measured.</summary>
    private static readonly (int Lines, int Times)[] Sizes = [(200, 200), (2000, 40), (5000, 20)];

    public static void Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("perfeval-grid-").FullName;
        try
        {
            var projects = new List<(GridProject Project, int Times)>();
            using (var server = Start(folder, "--Serilog:MinimumLevel", "Error"))
            {
                await server.StartAsync();
                using var person = await GridPerson.SignInAsync(server.Address);
                foreach (var (lines, times) in Sizes)
                {
                    projects.Add((await GridProject.CreateAsync(folder, lines), times));
                }

                await MeasureAsync(person, projects);
                await GridBrowser.MeasureAsync(server.Address, person, projects[0].Project);
            }

            await CountCommandsAsync(folder, projects[0].Project);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(GridPerson person, List<(GridProject Project, int Times)> projects)
    {
        double? first = null;
        var least = await TimesAsync(200, _ => person.GetAsync("/health/ready"));
        Console.WriteLine($"smallest request with a query: {Shown(least)}");
        foreach (var (project, times) in projects)
        {
            var save = await TimesAsync(times, i => project.SaveCellAsync(person, i));
            var (rows, page) = (await TimesAsync(times, _ => person.GetAsync(project.Rows)), await TimesAsync(times, _ => person.GetAsync(project.Page)));
            var (rowBytes, pageBytes) = (await person.SizeAsync(project.Rows), await person.SizeAsync(project.Page));
            var audit = await project.LastAuditSizeAsync();
            first ??= Median(save);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                {project.Lines} lines
                  one cell saved: {Shown(save)}; {Median(save) / first:0.0} times that of {Sizes[0].Lines} lines, {Median(save) / Median(least):0.0} times the smallest request
                  all rows: {Shown(rows)}; {rowBytes:N0} bytes of JSON, {rowBytes / project.Lines:N0} per line
                  page: {Shown(page)}; {pageBytes:N0} bytes of HTML
                  audit row of one saved cell: {audit:N0} characters
                """));
        }
    }

    // Another start of the same data, for telling of every command takes time.
    private static async Task CountCommandsAsync(string folder, GridProject project)
    {
        var commands = new List<string>();
        using var server = Start(folder, "--Serilog:MinimumLevel:Override:Microsoft.EntityFrameworkCore.Database.Command", "Information");
        server.Said += line =>
        {
            lock (commands)
            {
                commands.Add(line);
            }
        };
        await server.StartAsync();
        using var person = await GridPerson.SignInAsync(server.Address);
        foreach (var (what, ask) in new (string, Func<Task>)[]
        {
            ("one cell saved", () => project.SaveCellAsync(person, 0)), ("all rows", () => person.GetAsync(project.Rows)), ("page", () => person.GetAsync(project.Page)),
        })
        {
            await Task.Delay(300);
            lock (commands)
            {
                commands.Clear();
            }

            await ask();
            await Task.Delay(300);
            lock (commands)
            {
                Console.WriteLine($"{what}: {commands.Count(c => c.Contains("Executed DbCommand", StringComparison.Ordinal))} database commands");
                if (Environment.GetEnvironmentVariable("GRID_SQL") is not null)
                {
                    commands.ForEach(Console.WriteLine);
                }
            }
        }
    }

    private static ServerProcess Start(string folder, params string[] settings) =>
        new(folder, ["--contentRoot", Path.GetFullPath(WebFolder), .. settings]);

    private static async Task<List<double>> TimesAsync(int times, Func<int, Task> ask)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            await ask(i);
        }

        var taken = new List<double>(times);
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await ask(i);
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        taken.Sort();
        return taken;
    }

    private static double Median(List<double> sorted) => sorted[sorted.Count / 2];

    private static string Shown(List<double> sorted) => string.Create(CultureInfo.InvariantCulture,
        $"{Median(sorted):0.0} ms (median of {sorted.Count}; 95% under {sorted[sorted.Count * 95 / 100]:0.0} ms)");
}
