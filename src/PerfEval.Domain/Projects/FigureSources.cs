using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Projects;

/// <summary>The rows of a project behind each word of a formula, so that a page can list and link them.</summary>
internal sealed class FigureSources(Project project)
{
    /// <summary>What lines without an activity stand under.</summary>
    private const string NoActivity = "未分活动的明细";

    private const int MostOfALabel = 40;

    /// <summary>The rows of an amount: 年初预算, 全年预算 and 到位资金 of the sources, 实际拨款 of the lines.</summary>
    public IEnumerable<FigureSource> Of(ExecutionDenominator whole)
    {
        var term = ProjectFigures.DenominatorWord(whole);
        return whole switch
        {
            ExecutionDenominator.InitialBudget => Funding(term, f => f.InitialBudget),
            ExecutionDenominator.AdjustedBudget => Funding(term, f => f.AdjustedBudget),
            ExecutionDenominator.Received => Funding(term, f => f.Received),
            _ => Lines(term, l => l.Allocated),
        };
    }

    /// <summary>实际支出: of the lines; of the sources where no line says it.</summary>
    public IEnumerable<FigureSource> Spent() => project.Lines.Any(l => l.Spent is not null)
        ? Lines("实际支出", l => l.Spent)
        : Funding("实际支出", f => f.Executed);

    /// <summary>结余 of each activity, or 到位 − 执行 of each source where there are no lines.</summary>
    public IEnumerable<FigureSource> Balance() => project.Lines.Any(l => l.Allocated is not null)
        ? Lines("结余", l => l.Allocated - l.Spent)
        : Funding("结余", f => f.Received - f.Executed);

    /// <summary>Results as they count.</summary>
    /// <param name="term">Word of the formula.</param>
    /// <param name="counts">Which of them.</param>
    public IEnumerable<FigureSource> Results(string term, Func<Achievement, bool> counts) => project.Achievements.Where(counts).Select(a => new FigureSource(
        term, Short(a.Activity.Length > 0 ? a.Activity : a.Result), 1, "项", FigurePlace.Result, a.Id, a.ShownState));

    /// <summary>A target, as a row that counts or with its 完成率.</summary>
    public static FigureSource Of(string term, Target target, decimal? amount, string measure, string remark) =>
        new(term, Short(Name(target)), amount, measure, FigurePlace.Target, target.Id, remark);

    /// <summary>How a target is called: 指标名称, else its activity, else its goal.</summary>
    public static string Name(Target target) => target.IndicatorName ?? (target.Activity.Length > 0 ? target.Activity : target.Goal);

    private IEnumerable<FigureSource> Funding(string term, Func<FundingSource, decimal?> amount) =>
        project.Funding.Select(f => new FigureSource(term, f.Name.Length > 0 ? f.Name : f.Kind.Word(), amount(f), "元", FigurePlace.Funding, f.Id));

    private IEnumerable<FigureSource> Lines(string term, Func<BudgetLine, decimal?> amount) => project.Lines
        .GroupBy(l => string.IsNullOrWhiteSpace(l.ActivityGroup) ? NoActivity : l.ActivityGroup.Trim())
        .Select(g => new FigureSource(
            term, Short(g.Key), g.Any(l => amount(l) is not null) ? g.Sum(l => amount(l) ?? 0) : null, "元", FigurePlace.LineGroup, null, $"{g.Count()}行"));

    private static string Short(string text) => text.Length > MostOfALabel ? text[..MostOfALabel] + "…" : text;
}
