using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Sqlite;
using PerfEval.Data.SqlServer;

namespace PerfEval.Web.Setup;

/// <summary>Which database: an embedded SQLite file by default, SQL Server where Database:Provider says so.</summary>
internal static class DatabaseSetup
{
    private const string ConnectionName = "PerfEval";

    /// <summary>Folder of database, keys and logs.</summary>
    public static string DataFolder(this WebApplicationBuilder builder) =>
        Directory.CreateDirectory(Path.GetFullPath(builder.Configuration["Data:Folder"] ?? "data")).FullName;

    public static bool UsesSqlServer(this IConfiguration configuration) =>
        string.Equals(configuration["Database:Provider"], "SqlServer", StringComparison.OrdinalIgnoreCase);

    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped<Undertaking>();
        if (builder.Configuration.UsesSqlServer())
        {
            builder.Services.AddDbContext<PerfEvalDbContext, SqlServerContext>(o => o.UseSqlServer(
                builder.Configuration.GetConnectionString(ConnectionName)
                ?? throw new InvalidOperationException($"Database:Provider is SqlServer, but ConnectionStrings:{ConnectionName} is missing.")));
        }
        else
        {
            var file = Path.Combine(builder.DataFolder(), "perfeval.db");
            builder.Services.AddDbContext<PerfEvalDbContext, SqliteContext>(o => SqliteContext.Configure(
                o, builder.Configuration.GetConnectionString(ConnectionName) ?? $"Data Source={file}"));
        }

        // Keys live beside the data, so that a restart signs nobody out.
        builder.Services.AddDataProtection().SetApplicationName("PerfEval")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(builder.DataFolder(), "keys")));
    }
}
