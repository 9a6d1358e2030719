using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Queries;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Indicators;

/// <summary>Trees for the tests of the pages.</summary>
internal static class Drafts
{
    /// <summary>A(A1, A2), B in the store.</summary>
    public static async Task<int> DraftAsync(this App app, string code, bool published = false)
    {
        var tree = new IndicatorTree(code, $"试表{code}");
        var a = tree.AddIndicator(new("A", "决策", 60));
        tree.AddIndicator(new("B", "效益", 40, new Expert()));
        tree.AddIndicator(new("A1", "立项", 40, new MetNotMet()), a);
        tree.AddIndicator(new("A2", "资金", 20, new Ratio(100), new FigureBinding(Figure.BudgetExecutionRate)), a);
        if (published)
        {
            tree.Publish();
        }

        await app.WithDatabaseAsync(async db =>
        {
            db.Trees.Add(tree);
            await db.SaveChangesAsync();
        });
        return tree.Id;
    }

    public static Task<IndicatorTree?> TreeAsync(this App app, int id) => app.WithDatabaseAsync(db => db.Trees.AsNoTrackingWithIdentityResolution().LoadTreeAsync(id));

    /// <summary>“A=60 A1=40…”, depth first.</summary>
    public static async Task<string> ShapeAsync(this App app, int id) =>
        string.Join(' ', (await app.TreeAsync(id))!.Ordered().Select(i => $"{new string('.', i.Level - 1)}{i.Code}{i.Name}={i.Weight:0.##}"));
}
