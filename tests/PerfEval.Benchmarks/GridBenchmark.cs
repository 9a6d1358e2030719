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
            var projects = new List<GridProject>();
            using (var server = Start(folder, "--Serilog:MinimumLevel", "Error"))
            {
                await server.StartAsync();
                using var person = await GridPerson.SignInAsync(server.Address);
                foreach (var (lines, _) in Sizes)
                {
                    projects.Add(await GridProject.CreateAsync(folder, lines));
                }

                await MeasureAsync(server, person, projects);
                await GridBrowser.MeasureAsync(server.Address, person, projects[0]);
            }

            await CountCommandsAsync(folder, projects[0]);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(ServerProcess server, GridPerson person, List<GridProject> projects)
    {
        var least = (await TimesAsync(server, [(_ => person.GetAsync("/health/ready"), Sizes[0].Times)]))[0];
        Console.WriteLine($"smallest request with a query: {least}");
        var saves = await TimesAsync(server, [.. projects.Zip(Sizes, (p, size) => ((Func<int, Task>)(i => p.SaveCellAsync(person, i)), size.Times))]);
        var rows = await TimesAsync(server, [.. projects.Zip(Sizes, (p, size) => ((Func<int, Task>)(_ => person.GetAsync(p.Rows)), size.Times))]);
        var pages = await TimesAsync(server, [.. projects.Zip(Sizes, (p, size) => ((Func<int, Task>)(_ => person.GetAsync(p.Page)), size.Times))]);
        for (var i = 0; i < projects.Count; i++)
        {
            var project = projects[i];
            var (rowBytes, pageBytes, audit) = (await person.SizeAsync(project.Rows), await person.SizeAsync(project.Page), await project.LastAuditSizeAsync());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                {project.Lines} lines
                  one cell saved: {saves[i]}; {saves[i].Median / saves[0].Median:0.0} times that of {Sizes[0].Lines} lines, {saves[i].Median / least.Median:0.0} times the smallest request
                  all rows: {rows[i]}; {rowBytes:N0} bytes of JSON, {rowBytes / project.Lines:N0} per line
                  page: {pages[i]}; {pageBytes:N0} bytes of HTML
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

    // In turn, so that a busy moment of the machine meets all of them.
    private static async Task<List<Times>> TimesAsync(ServerProcess server, List<(Func<int, Task> Ask, int Times)> requests)
    {
        foreach (var (ask, _) in requests)
        {
            for (var i = 0; i < WarmUps; i++)
            {
                await ask(i);
            }
        }

        var (taken, most) = (requests.ConvertAll(_ => new Times([], TimeSpan.Zero)), requests.Max(r => r.Times));
        for (var i = 0; i < most; i++)
        {
            for (var r = 0; r < requests.Count; r++)
            {
                if (i % (most / requests[r].Times) == 0)
                {
                    var (cpu, start) = (server.CpuTime, Stopwatch.GetTimestamp());
                    await requests[r].Ask(i);
                    taken[r].Wall.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    taken[r] = taken[r] with { Cpu = taken[r].Cpu + (server.CpuTime - cpu) };
                }
            }
        }

        taken.ForEach(t => t.Wall.Sort());
        return taken;
    }

    /// <param name="Wall">Milliseconds of each request, sorted.</param>
    /// <param name="Cpu">What the server spent on all of them; it hardly depends on what else the machine does.</param>
    private sealed record Times(List<double> Wall, TimeSpan Cpu)
    {
        public double Median => Wall[Wall.Count / 2];

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"{Median:0.0} ms (median of {Wall.Count}; 95% under {Wall[Wall.Count * 95 / 100]:0.0} ms; {Cpu.TotalMilliseconds / Wall.Count:0.0} ms of CPU)");
    }
}
