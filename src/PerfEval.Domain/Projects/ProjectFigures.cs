using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Projects;

/// <summary>
/// The figures of a project that rules bind to and texts quote, each with the formula that produced it. 预算执行率 always
/// names its denominator (V16).
/// </summary>
public sealed class ProjectFigures
{
    private readonly Project project;
    private readonly ProjectMoney money;
    private readonly ExecutionDenominator denominator;
    private readonly FigureSources sources;

    /// <summary>Figures of a project.</summary>
    /// <param name="project">With funding, lines, targets and results loaded.</param>
    /// <param name="denominator">The denominator of 预算执行率 where a binding names none.</param>
    public ProjectFigures(Project project, ExecutionDenominator denominator = ProjectMoney.UsualDenominator) =>
        (this.project, money, this.denominator, sources, Survey) =
        (project, ProjectMoney.Of(project, denominator), denominator, new(project), project.Survey?.Statistics);

    /// <summary>The figure a rule is bound to.</summary>
    public FigureValue Get(FigureBinding binding) => binding.Figure switch
    {
        Figure.BudgetExecutionRate => From(
            BesideStated(Rate("预算执行率", "实际支出", money.Spent, DenominatorWord(By(binding)), money.By(By(binding)))),
            sources.Spent(), sources.Of(By(binding))),
        Figure.FundsReceivedRate => From(
            Rate("资金到位率", "到位资金", money.Received, "全年预算", money.AdjustedBudget),
            sources.Of(ExecutionDenominator.Received), sources.Of(ExecutionDenominator.AdjustedBudget)),
        Figure.BalanceRate => From(
            Rate("结余率", "结余", money.Balance, BalanceWhole == ExecutionDenominator.Allocated ? "实际拨款" : "到位资金", money.By(BalanceWhole)),
            sources.Balance(), sources.Of(BalanceWhole)),
        Figure.ResultCompletionRate => From(ResultCompletion(), Counted("已完成"), Planned("全部成果")),
        Figure.TargetCompletionRate => new TargetFigures(project).All(),
        Figure.SingleTargetCompletionRate => new TargetFigures(project).One(binding),
        Figure.CancelledResults => From(
            new("取消的活动", Cancelled, $"完成情况为“取消”的成果{Cancelled}项"), sources.Results("取消", a => a.State == CompletionState.Cancelled)),
        Figure.PlannedResults => From(new("计划的活动", project.Achievements.Count + Unanswered, PlannedText()), Planned("计划")),
        Figure.CompletedResults => From(new("已完成的活动", Completed, $"填“完成”且完成值没有低于指标值的成果{Completed}项"), Counted("完成")),
        _ => Satisfaction(),
    };

    /// <summary>Everything a text can quote: name → value as it is shown in a sentence.</summary>
    public IReadOnlyDictionary<string, string> Quotable() => new Dictionary<string, string>
    {
        ["年初预算"] = Yuan(money.InitialBudget),
        ["全年预算"] = Yuan(money.AdjustedBudget),
        ["到位资金"] = Yuan(money.Received),
        ["实际拨款"] = Yuan(money.Allocated),
        ["实际支出"] = Yuan(money.Spent),
        ["结余"] = Yuan(money.Balance),
        ["交回财政"] = Yuan(money.HandedBack),
        ["预算执行率"] = Percent.Show(money.ExecutionRate(denominator)),
        ["资金到位率"] = Percent.Show(Get(new(Figure.FundsReceivedRate)).Value),
        ["成果完成率"] = Percent.Show(Get(new(Figure.ResultCompletionRate)).Value),
        ["满意度"] = Survey?.Shown ?? "——",
        ["问卷发放数"] = Survey?.Sent is { } sent ? $"{sent}份" : "——",
        ["问卷回收数"] = Survey is { } back ? $"{back.Returned}份" : "——",
        ["有效问卷数"] = Survey is { } valid ? $"{valid.Valid}份" : "——",
        ["目标数"] = $"{project.Targets.Count}项",
        ["成果数"] = $"{project.Achievements.Count}项",
        ["预算年度"] = $"{project.FiscalYear}年",
        ["项目名称"] = project.Name,
        ["项目单位"] = project.Organisation?.Name ?? "",
    };

    /// <summary>The page on which the data behind a live figure are entered.</summary>
    /// <param name="name">As <see cref="Quotable()"/> and <see cref="OfScore"/> call it.</param>
    /// <param name="project">With its lines: without any, what was spent stands with the sources.</param>
    public static ReadinessPlace EnteredAt(string name, Project project) => name switch
    {
        "年初预算" or "全年预算" or "到位资金" or "交回财政" or "资金到位率" => ReadinessPlace.Funding,
        "实际拨款" or "实际支出" or "结余" or "预算执行率" => project.Lines.Count > 0 ? ReadinessPlace.Spending : ReadinessPlace.Funding,
        "成果完成率" or "目标数" or "成果数" => ReadinessPlace.Targets,
        "满意度" or "问卷发放数" or "问卷回收数" or "有效问卷数" => ReadinessPlace.Survey,
        "得分" or "等级" => ReadinessPlace.Scoring,
        _ => ReadinessPlace.Overview,
    };

    /// <summary>Everything the report of a project can quote, 得分 and 等级 included.</summary>
    /// <param name="project">With all its rows.</param>
    /// <param name="tree">The tree by which it is scored; null when it has none.</param>
    /// <param name="sheet">The sheet that is printed; null without a tree.</param>
    public static IReadOnlyDictionary<string, string> Quotable(Project project, Indicators.IndicatorTree? tree, ScoreSheet? sheet) =>
        new ProjectFigures(project, tree?.ExecutionDenominator ?? ProjectMoney.UsualDenominator).Quotable()
            .Concat(OfScore(sheet)).ToDictionary(f => f.Key, f => f.Value);

    /// <summary>得分 and 等级 as a text can quote them; as long as leaves are missing they say so.</summary>
    /// <param name="sheet">The sheet that is printed; null without a tree.</param>
    public static IReadOnlyDictionary<string, string> OfScore(ScoreSheet? sheet) => new Dictionary<string, string>
    {
        ["得分"] = sheet is { Complete: true } ? $"{Numbers.Plainly(Rounding.Round(sheet.Total, 2))}分" : "——",
        ["等级"] = sheet is { Complete: true, Grade: { } grade } ? $"“{grade.Word()}”" : "——",
    };

    /// <summary>年初预算, 全年预算, 到位资金, 实际拨款.</summary>
    public static string DenominatorWord(ExecutionDenominator denominator) => denominator switch
    {
        ExecutionDenominator.InitialBudget => "年初预算",
        ExecutionDenominator.AdjustedBudget => "全年预算",
        ExecutionDenominator.Received => "到位资金",
        _ => "实际拨款",
    };

    private Surveys.SurveyStatistics? Survey { get; }

    // The name is the subject of the sentence that explains the score: what is doubtful about the figure goes along.
    private FigureValue Satisfaction() => Survey is { } survey
        ? new(survey.Shortfall is { } shortfall ? $"满意度（{shortfall}）" : "满意度", survey.Overall, survey.Formula)
        : new("满意度", null, "本项目没有满意度调查结果，请人工填列");

    // Said to be complete, and not contradicted by its own numbers.
    private bool IsCompleted(Achievement result) => result.State == CompletionState.Completed
        && project.Targets.FirstOrDefault(t => t.Id == result.TargetId) is var target
        && (target is null || Completion.Suggested(target.Direction, target.TargetValue, result.ActualValue) is null or CompletionState.Completed);

    private int Completed => project.Achievements.Count(IsCompleted);

    // Where results answer targets, a target without a result is one not reached; papers that pair none are left alone.
    private IEnumerable<Target> UnansweredTargets => project.Achievements.Any(a => a.TargetId is not null)
        ? project.Targets.Where(t => project.Achievements.All(a => a.TargetId != t.Id))
        : [];

    private int Unanswered => UnansweredTargets.Count();

    // Without lines nothing says 实际拨款, and the balance is that of what arrived (ProjectMoney.Balance).
    private ExecutionDenominator BalanceWhole => money.Allocated is null ? ExecutionDenominator.Received : ExecutionDenominator.Allocated;

    private ExecutionDenominator By(FigureBinding binding) => binding.Denominator ?? denominator;

    private IEnumerable<FigureSource> Counted(string term) => sources.Results(term, IsCompleted);

    private IEnumerable<FigureSource> Planned(string term) => sources.Results(term, _ => true)
        .Concat(UnansweredTargets.Select(t => FigureSources.Of(term, t, 1, "项", "没有填写成果")));

    private string PlannedText() => $"计划的活动 = 全部成果{project.Achievements.Count}项"
        + (Unanswered == 0 ? "" : $" + 没有填写成果的目标{Unanswered}项 = {project.Achievements.Count + Unanswered}项");

    private static FigureValue From(FigureValue figure, params IEnumerable<FigureSource>[] rows) => figure with { Sources = [.. rows.SelectMany(r => r)] };

    private int Cancelled => project.Achievements.Count(a => a.State == CompletionState.Cancelled);

    // Where a paper states another total than its rows give, the sentence says which of the two was used.
    private FigureValue BesideStated(FigureValue rate) =>
        project.Stated.Spent is { } stated && money.Spent is { } computed && stated != computed && rate.Value is not null
            ? rate with { Formula = $"{rate.Formula}（实际支出按明细合计，报告原文合计为{Money.Plainly(stated)}元）" }
            : rate;

    private FigureValue ResultCompletion() => Unanswered == 0
        ? Share("成果完成率", "已完成", Completed, "全部成果", project.Achievements.Count)
        : Share("成果完成率", "已完成", Completed, $"全部成果和目标（含{Unanswered}项没有填写成果的目标）", project.Achievements.Count + Unanswered);

    private static FigureValue Rate(string name, string partName, decimal? part, string wholeName, decimal? whole)
    {
        if (part is not { } p || whole is not { } w)
        {
            return new(name, null, $"{name} = {partName} ÷ {wholeName}：{(part is null ? partName : wholeName)}尚未填列");
        }

        var rate = Percent.Of(p, w);
        return new(name, rate, rate is null
            ? $"{name} = {partName} ÷ {wholeName}：{wholeName}为0，无法计算"
            : $"{name} = {partName}{Money.Plainly(p)}元 ÷ {wholeName}{Money.Plainly(w)}元 × 100% = {Percent.Show(rate)}");
    }

    private static FigureValue Share(string name, string partName, int part, string wholeName, int whole) =>
        whole == 0
            ? new(name, null, $"{name} = {partName} ÷ {wholeName}：还没有填写成果")
            : new(name, Percent.Of(part, whole), $"{name} = {partName}{part}项 ÷ {wholeName}{whole}项 × 100% = {Percent.Show(Percent.Of(part, whole))}");

    private static string Yuan(decimal? amount) => amount is { } a ? Money.Plainly(a) + "元" : "——";
}
