using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PerfEval.Data.Auditing;

namespace PerfEval.Data.Sqlite;

/// <summary>The embedded database: one file, no server.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options, Undertaking undertaking, TimeProvider time)
    : PerfEvalDbContext(options, undertaking, time)
{
    /// <summary>Durable settings for every connection: WAL comes with the file, FULL waits for the disk.</summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString).AddInterceptors(new DurablePragmas());
}

/// <summary>For dotnet ef.</summary>
internal sealed class SqliteContextFactory : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteContext>();
        SqliteContext.Configure(options, "Data Source=design.db");
        return new(options.Options, new Undertaking(), TimeProvider.System);
    }
}
