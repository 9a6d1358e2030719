using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PerfEval.Tests.Killing;

/// <summary>
/// The real program in a process of its own, which can be killed. It is the PerfEval.Web.dll beside this assembly: a
/// project reference to a program copies it with its runtimeconfig and deps file, so that it is always the one that was
/// built with the tests, in the same configuration.
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    private const int KeptLines = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ConcurrentQueue<string> output = new();
    private readonly string[] settings;
    private Process? process;

    /// <param name="folder">Data folder.</param>
    /// <param name="settings">Further settings, as on the command line.</param>
    public ServerProcess(string folder, params string[] settings)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        this.settings = ["--urls", Address.GetLeftPart(UriPartial.Authority), "--Data:Folder", folder, "--Demo", "true", .. settings];
    }

    /// <summary>Every start listens here, as a bureau's server does.</summary>
    public Uri Address { get; }

    /// <summary>CPU time that the program used since it started, all threads.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            process!.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Told every line that the program writes.</summary>
    public event Action<string>? Said;

    /// <summary>Starts the program and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was not ready in time.</exception>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PerfEval.Web.dll"));
        foreach (var setting in settings)
        {
            start.ArgumentList.Add(setting);
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(10) };
        var watch = Stopwatch.StartNew();
        while (!await IsReadyAsync(client))
        {
            if (process.HasExited || watch.Elapsed > Patience)
            {
                throw new InvalidOperationException($"The program did not become ready:\n{string.Join('\n', output)}");
            }

            await Task.Delay(50);
        }
    }

    /// <summary>kill -9: the program learns nothing of it.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            process.WaitForExit();
        }

        process?.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        output.Enqueue(line);
        while (output.Count > KeptLines && output.TryDequeue(out _))
        {
        }

        Said?.Invoke(line);
    }
}
