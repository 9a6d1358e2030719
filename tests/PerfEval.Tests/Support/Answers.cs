using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Domain.Access;
using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;

namespace PerfEval.Tests.Support;

/// <summary>What a unit does about its findings before it submits.</summary>
internal static class Answers
{
    /// <summary>The findings of a project as the database has it.</summary>
    public static async Task<(Project Project, CheckResult Check)> CheckAsync(this PerfEvalDbContext db, int id)
    {
        var project = (await db.Projects.LoadWholeAsync(id))!;
        var tree = await db.TreeOfAsync(project);
        return (project, ProjectCheck.Of(new ProjectFacts(project, tree, await db.SheetOfAsync(project, tree))));
    }

    /// <summary>Signs the report and answers every doubt.</summary>
    public static async Task SignAndAnswerAsync(this PerfEvalDbContext db, int id)
    {
        var (project, _) = await db.CheckAsync(id);
        project.Head(project.Header with { Signatory = project.Header.Signatory ?? "雨花街道办事处", SignedOn = new(2025, 2, 18) });
        await db.Doing(AuditChain.Of(project), "署名").SaveChangesAsync();
        var by = await db.Users.Where(u => u.UserName == "kuaiji").Select(u => new Actor(u.Id, u.DisplayName, Role.Accountant, u.OrganisationId, "/")).FirstAsync();
        var (_, check) = await db.CheckAsync(id);
        foreach (var doubt in Readiness.Open(project, check).ToList())
        {
            project.Answer(doubt, null, "已核实，情况属实", by, new DateTime(2025, 2, 18, 1, 0, 0, DateTimeKind.Utc));
        }

        await db.Doing(AuditChain.Of(project), "答复体检").SaveChangesAsync();
    }
}
