using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PerfEval.Data.Versioning;

/// <summary>Tells a broken unique index or key from other failures, on both databases.</summary>
public static class UniqueViolation
{
    /// <summary>True for SQLite 2067 and 1555, SQL Server 2627 and 2601.</summary>
    public static bool Is(DbUpdateException e) => e.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
        SqlException server => server.Number is 2627 or 2601,
        _ => false,
    };
}
