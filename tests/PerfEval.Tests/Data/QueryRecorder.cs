using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Storage;

/// <summary>Keeps every query that EF compiles, and the places in src from which a command was sent.</summary>
public sealed class QueryRecorder : DbCommandInterceptor, IQueryExpressionInterceptor
{
    private static readonly string Src = Path.Combine(Sources.Root, "src") + Path.DirectorySeparatorChar;

    public ConcurrentDictionary<string, Expression> Queries { get; } = new();

    /// <summary>File below src and line.</summary>
    public ConcurrentDictionary<(string File, int Line), bool> Places { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        Queries.TryAdd(eventData.ExpressionPrinter.PrintExpression(queryExpression) + queryExpression.Type, queryExpression);
        return queryExpression;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Note();
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note();
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note();
        return new(result);
    }

    private void Note()
    {
        foreach (var frame in new StackTrace(2, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is { } file && file.StartsWith(Src, StringComparison.Ordinal))
            {
                Places.TryAdd((file[Src.Length..], frame.GetFileLineNumber()), true);
            }
        }
    }
}
