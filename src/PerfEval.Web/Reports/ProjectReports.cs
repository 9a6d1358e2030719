using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Documents.Typesetting;
using PerfEval.Documents.Writing;
using PerfEval.Domain;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;
using PerfEval.Web.Checks;

namespace PerfEval.Web.Reports;

/// <summary>The report of a project as bytes: stored at 定稿, computed before.</summary>
public sealed class ProjectReports(PerfEvalDbContext db, ReportPrinter printer, ProjectChecks checks)
{
    /// <summary>True once the report is final and carries no 草稿.</summary>
    public static bool IsFinal(Project project) => project.Evaluation.State is EvaluationState.Approved or EvaluationState.Published;

    /// <summary>The report stored at the last 定稿; null for drafts and for filed papers, which are printed anew.</summary>
    public async Task<ApprovedReport?> StoredAsync(Project project, CancellationToken cancel) => IsFinal(project)
        ? await db.Set<ApprovedReport>().AsNoTracking().Where(r => r.EvaluationId == project.Evaluation.Id)
            .OrderByDescending(r => r.At).FirstOrDefaultAsync(cancel)
        : null;

    /// <summary>The PDF to show and to download.</summary>
    /// <exception cref="RuleBroken">No face has some of its characters.</exception>
    public async Task<byte[]> PdfAsync(Project project, CancellationToken cancel)
    {
        if (await StoredAsync(project, cancel) is { } stored)
        {
            return stored.Pdf;
        }

        var tree = await db.TreeOfAsync(project, cancel);
        var sheet = await db.SheetOfAsync(project, tree, cancel);
        var annex = await AnnexAsync(project, cancel);
        return Print(() => printer.Print(ProjectReport.Of(project, tree, sheet, isDraft: !IsFinal(project), annex), project.Organisation?.Name));
    }

    /// <summary>Files the report of a project that was just approved; it is stored by the same save.</summary>
    /// <exception cref="RuleBroken">No face has some of its characters.</exception>
    public async Task FileAsync(Project project, ScoreSheet? sheet, DateTime at, CancellationToken cancel)
    {
        var report = ProjectReport.Of(project, await db.TreeOfAsync(project, cancel), sheet, isDraft: false, await AnnexAsync(project, cancel));
        var pdf = Print(() => printer.Print(report, project.Organisation?.Name, at));
        db.Add(new ApprovedReport(
            project.Evaluation.Id, at, pdf, ReportPrinter.Fingerprint(pdf), JsonSerializer.Serialize(report, ScoringJson.Options),
            ReportPrinter.EngineVersion, printer.FaceFingerprints));
    }

    /// <summary>2024年度 雨花街道办事处 街道工作经费 绩效评价报告（草稿）.pdf, without characters that file systems refuse.</summary>
    public static string FileName(Project project)
    {
        var name = $"{project.FiscalYear}年度 {project.Organisation?.Name} {project.Name} 绩效评价报告{(IsFinal(project) ? "" : "（草稿）")}";
        return string.Concat(name.Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c)) + ".pdf";
    }

    // 数据核对表 belongs to the paper: it is stored with it at 定稿, and later changes of the checks do not reach it.
    private async Task<IReadOnlyList<CheckedFigure>> AnnexAsync(Project project, CancellationToken cancel)
    {
        if (!project.Header.WithChecks)
        {
            return [];
        }

        var facts = await checks.FactsAsync(project, cancel);
        return CheckedFigures.Of(facts, ProjectCheck.Of(facts));
    }

    private static byte[] Print(Func<byte[]> print)
    {
        try
        {
            return print();
        }
        catch (MissingCharactersException missing)
        {
            throw new RuleBroken(missing.Message);
        }
    }
}
