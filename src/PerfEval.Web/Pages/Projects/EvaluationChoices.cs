using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Versioning;
using PerfEval.Domain;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Narratives;
using PerfEval.Domain.Projects;

namespace PerfEval.Web.Pages.Projects;

/// <summary>By what a new project is scored and reported; the two doors to a new project ask for both.</summary>
internal static class EvaluationChoices
{
    /// <summary>The published trees, the newest first.</summary>
    public static async Task<IReadOnlyList<(int Id, string Name)>> TreesAsync(this PerfEvalDbContext db, CancellationToken cancel) =>
        [.. (await db.Trees.Where(t => t.Status == TreeStatus.Published).OrderByDescending(t => t.Id)
            .Select(t => new { t.Id, t.Name, t.VersionNumber }).ToListAsync(cancel)).Select(t => (t.Id, $"{t.Name}（第{t.VersionNumber}版）"))];

    /// <summary>The outlines.</summary>
    public static async Task<IReadOnlyList<(int Id, string Name)>> OutlinesAsync(this PerfEvalDbContext db, CancellationToken cancel) =>
        [.. (await db.Outlines.OrderBy(o => o.Id).Select(o => new { o.Id, o.Name }).ToListAsync(cancel)).Select(o => (o.Id, o.Name))];

    /// <summary>The chosen outline with its chapters.</summary>
    public static async Task<ReportOutline> ChosenOutlineAsync(this PerfEvalDbContext db, int? id, CancellationToken cancel) =>
        await db.Outlines.Include(o => o.Items).FirstOrDefaultAsync(o => o.Id == id, cancel)
        ?? throw new RuleBroken("所选报告提纲不存在，请重新选择", "OutlineId");

    /// <summary>The chosen tree.</summary>
    public static async Task<int> ChosenTreeAsync(this PerfEvalDbContext db, int? id, CancellationToken cancel) =>
        await db.Trees.Where(t => t.Id == id && t.Status == TreeStatus.Published).Select(t => t.Id).FirstOrDefaultAsync(cancel) is > 0 and var tree
            ? tree
            : throw new RuleBroken("所选评价指标体系不存在或未发布，请重新选择", "TreeId");

    /// <summary>Stores a new project; its unit may have one of this name in this year already.</summary>
    public static async Task StoreNewAsync(this PerfEvalDbContext db, Project project, CancellationToken cancel)
    {
        var (year, name) = (project.FiscalYear, nameof(Project.Name));
        db.Projects.Add(project);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            throw new RuleBroken($"本单位{year}年度已有同名项目，请换一个名称或打开原有项目", name);
        }
    }
}
