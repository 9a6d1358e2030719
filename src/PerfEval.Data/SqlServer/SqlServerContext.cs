using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PerfEval.Data.Auditing;

namespace PerfEval.Data.SqlServer;

/// <summary>The bureau's own database server.</summary>
public sealed class SqlServerContext(DbContextOptions<SqlServerContext> options, Undertaking undertaking, TimeProvider time)
    : PerfEvalDbContext(options, undertaking, time);

/// <summary>For dotnet ef; it never connects.</summary>
internal sealed class SqlServerContextFactory : IDesignTimeDbContextFactory<SqlServerContext>
{
    public SqlServerContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerContext>().UseSqlServer("Server=localhost;Database=PerfEval;TrustServerCertificate=true").Options,
            new Undertaking(), TimeProvider.System);
}
