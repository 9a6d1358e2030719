using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace PerfEval.Tests.Support;

/// <summary>Everything in the database as one text per table, so that a test can say that nothing was stored.</summary>
internal static class Stored
{
    /// <summary>Table → number of rows and a hash of all their values.</summary>
    public static Task<SortedDictionary<string, string>> StoredAsync(this App app) => app.WithDatabaseAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var tables = new List<string>();
        await foreach (var row in RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
        {
            tables.Add(row);
        }

        var stored = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var (count, hash) = (0, IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
            await foreach (var row in RowsAsync(connection, $"SELECT * FROM \"{table}\""))
            {
                count++;
                hash.AppendData(Encoding.UTF8.GetBytes(row));
            }

            stored[table] = $"{count} rows, {Convert.ToHexString(hash.GetHashAndReset())[..12]}";
        }

        return stored;
    });

    private static async IAsyncEnumerable<string> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names of our own tables
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return string.Join("\u001f", Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes
                ? Convert.ToHexString(bytes)
                : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)));
        }
    }
}
