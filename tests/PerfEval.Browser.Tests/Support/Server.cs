using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace PerfEval.Browser.Tests.Support;

/// <summary>
/// The whole program on its demo data, listening on a free port of this machine. The demo is loaded once per test run;
/// each server starts from a copy of that file.
/// </summary>
internal sealed class Server : WebApplicationFactory<Program>
{
    private static readonly Lazy<string> Prepared = new(Prepare);

    // Watching files takes inotify instances, of which a machine allows 128 per user, and tests start many programs.
    static Server() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");

    private readonly string folder = Directory.CreateTempSubdirectory("perfeval-browser-").FullName;

    private Server(string? database)
    {
        if (database is not null)
        {
            File.Copy(database, Path.Combine(folder, "perfeval.db"));
        }

        UseKestrel(0);
        StartServer();
    }

    /// <summary>http://127.0.0.1:port, without a slash at the end.</summary>
    public string Address => ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority).Replace("localhost", "127.0.0.1", StringComparison.Ordinal);

    public static Server Start() => new(Prepared.Value);

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Testing")
        .UseSetting("Data:Folder", folder)
        .UseSetting("Demo", "true")
        .UseSetting("Serilog:MinimumLevel", "Error")
        .ConfigureServices(services => services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        SqliteConnection.ClearAllPools();
        if (disposing && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Prepare()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("perfeval-demo-").FullName, "perfeval.db");
        using var server = new Server(null);
        using (var source = new SqliteConnection($"Data Source={Path.Combine(server.folder, "perfeval.db")}"))
        {
            source.Open();
            using var copy = source.CreateCommand();
            copy.CommandText = "VACUUM INTO $file";
            copy.Parameters.AddWithValue("$file", file);
            copy.ExecuteNonQuery();
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return file;
    }
}
