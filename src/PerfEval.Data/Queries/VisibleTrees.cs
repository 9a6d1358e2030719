using Microsoft.EntityFrameworkCore;
using PerfEval.Domain.Access;
using PerfEval.Domain.Indicators;

namespace PerfEval.Data.Queries;

/// <summary>Which trees a person sees. Trees belong to the installation; drafts are the reviewers' own business.</summary>
public static class VisibleTrees
{
    /// <summary>Reviewers: all. Accountants and leaders: those that are or were in use. Administrators: none.</summary>
    public static IQueryable<IndicatorTree> VisibleTo(this IQueryable<IndicatorTree> trees, Actor actor) => actor.Role switch
    {
        Role.Reviewer => trees,
        Role.Accountant or Role.Leader => trees.Where(t => t.Status != TreeStatus.Draft),
        _ => trees.Where(t => false),
    };

    /// <summary>One tree with its indicators, tracked; null when the person does not see it.</summary>
    public static Task<IndicatorTree?> LoadTreeAsync(this IQueryable<IndicatorTree> trees, int id, CancellationToken cancel = default) =>
        trees.Include(t => t.Indicators).FirstOrDefaultAsync(t => t.Id == id, cancel);
}
