using Microsoft.EntityFrameworkCore;

namespace PerfEval.Data.Auditing;

/// <summary>A place where a chain is broken.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Sequence">The first row that does not fit.</param>
/// <param name="Fault">What is wrong, in Chinese.</param>
public sealed record BrokenLink(string Chain, long Sequence, string Fault);

/// <summary>Checks the chains row by row.</summary>
public static class AuditTrail
{
    /// <summary>Every chain's first broken link; empty when nothing was tampered with.</summary>
    public static async Task<IReadOnlyList<BrokenLink>> VerifyAsync(PerfEvalDbContext db, CancellationToken cancel = default)
    {
        var broken = new Dictionary<string, BrokenLink>();
        var (chain, sequence, hash) = ("", 0L, "");
        await foreach (var row in db.Audit.AsNoTracking().OrderBy(a => a.Chain).ThenBy(a => a.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.Chain != chain)
            {
                (chain, sequence, hash) = (row.Chain, 0, "");
            }

            var fault = row.Sequence != sequence + 1 ? $"第{sequence + 1}条记录缺失"
                : row.PreviousHash != hash ? $"第{row.Sequence}条记录与前一条不衔接"
                : row.Hash != row.ComputeHash() ? $"第{row.Sequence}条记录内容被改动"
                : null;
            if (fault is not null)
            {
                broken.TryAdd(chain, new(chain, row.Sequence, fault));
            }

            (sequence, hash) = (row.Sequence, row.Hash);
        }

        return [.. broken.Values];
    }
}
