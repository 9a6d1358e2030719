using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Auditing;
using PerfEval.Domain.Narratives;

namespace PerfEval.Data.Demo;

/// <summary>The outlines and indicator trees that every installation starts with.</summary>
public static class Templates
{
    /// <summary>
    /// Files what is not there yet; published trees that are there stay as they are. A tree that is 待核实 is filed as a
    /// draft: a reviewer compares it with its source and publishes it.
    /// </summary>
    public static async Task FileAsync(PerfEvalDbContext db, CancellationToken cancel = default)
    {
        var outlines = await db.Outlines.Select(o => o.Code).ToListAsync(cancel);
        foreach (var document in DemoFiles.Outlines().Where(o => !outlines.Contains(o.Code)))
        {
            var outline = new ReportOutline(document.Code, document.Name);
            foreach (var item in document.Items)
            {
                outline.Add(item.Level, item.Heading, item.Required, item.Guidance, ReportTableWords.Parse(item.Table));
            }

            db.Outlines.Add(outline);
        }

        // A draft that somebody threw away does not come back: that it was filed is remembered apart from it.
        var trees = await db.Trees.Select(t => t.Code).Distinct().ToListAsync(cancel);
        var filed = await db.Installation.Select(i => i.Name).ToListAsync(cancel);
        foreach (var document in DemoFiles.Trees().Where(t => !trees.Contains(t.Code) && !filed.Contains(Fact(t.Code))))
        {
            var tree = document.ToDraft();
            if (tree.NeedsVerification)
            {
                db.Installation.Add(new Installation(Fact(tree.Code), "filed"));
            }
            else
            {
                tree.Publish();
            }

            db.Trees.Add(tree);
        }

        await db.Doing(AuditChain.Templates, "录入标准提纲和指标体系").SaveChangesAsync(cancel);
    }

    private static string Fact(string tree) => $"tree:{tree}";
}
