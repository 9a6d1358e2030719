using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Domain;
using PerfEval.Domain.Indicators;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>What several pages do with trees in the store.</summary>
internal static class Trees
{
    /// <summary>Refuses a code that another tree has; its own versions share one.</summary>
    /// <exception cref="RuleBroken">It is taken.</exception>
    public static async Task RefuseTakenCodeAsync(this PerfEvalDbContext db, string? code, int? own, CancellationToken cancel)
    {
        var wanted = code?.Trim() ?? "";
        if (await db.Trees.AnyAsync(t => t.Code == wanted && t.Id != own, cancel))
        {
            throw new RuleBroken($"代码“{wanted}”已有指标体系使用，请另取一个；要修改那个体系，请起草它的新版本", "Code");
        }
    }

    /// <summary>Saves in the chain of templates, naming the tree and its version.</summary>
    public static Task<int> SaveTreeAsync(this PerfEvalDbContext db, IndicatorTree tree, string act, CancellationToken cancel, string? more = null) =>
        db.Doing(AuditChain.Templates, act, $"{tree.Name}{tree.VersionWord()}{(more is null ? "" : $"：{more}")}").SaveChangesAsync(cancel);
}
