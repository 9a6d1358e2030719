using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Web.Pages.Projects;

/// <summary>What the pages of the scores show: the sheet that counts, the kinds behind it, last year's, and how each leaf stands.</summary>
/// <param name="Frame">Project and person.</param>
/// <param name="Tree">The tree; null when none is chosen.</param>
/// <param name="Sheet">The sheet that counts; null without a tree or a stored sheet.</param>
/// <param name="LastYear">Last year's project and sheet; null when the person sees none.</param>
/// <param name="Department">The unit that gives 部门评价; null while none has.</param>
public sealed record ScoringView(
    ProjectFrame Frame, IndicatorTree? Tree, ScoreSheet? Sheet, (Project Project, ScoreSheet Sheet)? LastYear, string? Department)
{
    private Dictionary<int, KindRow>? kinds;

    /// <summary>Loads what the pages show.</summary>
    public static async Task<ScoringView> OfAsync(PerfEvalDbContext db, ProjectFrame frame, CancellationToken cancel)
    {
        var project = frame.Project;
        var tree = await db.TreeOfAsync(project, cancel);
        var department = project.Evaluation.DepartmentId is { } unit ? await db.Organisations.FindAsync([unit], cancel) : null;
        return new(frame, tree, await db.SheetOfAsync(project, tree, cancel), tree is null ? null : await db.LastYearAsync(project, frame.Person, cancel), department?.Name);
    }

    /// <summary>The evaluation.</summary>
    public Evaluation Evaluation => Frame.Project.Evaluation;

    /// <summary>True when there is something to compare: reviewers changed what 自评 says.</summary>
    public bool HasKinds => Sheet is not null && KindScoring.Differs(Sheet);

    /// <summary>Every node in every kind of evaluation.</summary>
    public IEnumerable<KindRow> Compared => Kinds.Values;

    /// <summary>Which kind counts, and how it differs from 自评.</summary>
    public string? CountsBy => CountedBy(Evaluation, Sheet);

    /// <summary>“采用财政评价，自评 91.00 分”: which kind counts; null where nothing says it. Nobody is told to adopt what does not differ.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="counts">The sheet that counts; null without a tree.</param>
    public static string? CountedBy(Evaluation evaluation, ScoreSheet? counts)
    {
        if (counts is not { Kind: { } kind } sheet || evaluation.IsFiled)
        {
            return null;
        }

        var reviewing = evaluation.State == EvaluationState.UnderReview && kind == EvaluationKind.FinanceEvaluation;
        return sheet.Before is null ? $"采用{kind.Word()}"
            : !KindScoring.Differs(sheet) ? reviewing ? "评审中，还没有改分，与自评一致" : $"采用{kind.Word()}，与自评一致"
            : $"采用{kind.Word()}{(reviewing ? "（评审中）" : "")}，自评{(sheet.Kinds.First() is { Complete: true } own ? $" {own.Total:0.00} 分" : "未评完")}";
    }

    private Dictionary<int, KindRow> Kinds => kinds ??= Sheet is null ? [] : KindScoring.Compare(Sheet).ToDictionary(r => r.Counts.IndicatorId);

    /// <summary>One leaf or node in every kind.</summary>
    public KindRow Kind(ScoreRow row) => Kinds[row.IndicatorId];

    /// <summary>How a leaf stands.</summary>
    public LeafStanding Standing(ScoreRow row) => LeafStandings.Of(Frame.Project, Leaf(row), row);

    /// <summary>What is doubtful about a leaf.</summary>
    public IReadOnlyList<string> Doubts(ScoreRow row) => row.Points is null ? [] : LeafStandings.Doubts(Frame.Project, Leaf(row), row);

    /// <summary>Whether nothing proves the unit's score of a leaf yet.</summary>
    public bool LacksEvidence(ScoreRow row) => LeafStandings.LacksEvidence(Frame.Project, row.IndicatorId);

    /// <summary>The indicator of a row.</summary>
    public Indicator Leaf(ScoreRow row) => Tree!.Indicators.First(i => i.Id == row.IndicatorId);

    /// <summary>The entry of a leaf; null when nobody entered anything.</summary>
    public LeafScore? Stored(int leaf) => Evaluation.Scores.FirstOrDefault(s => s.IndicatorId == leaf);

    /// <summary>Last year's row of the same leaf; null unless last year was scored by the same tree.</summary>
    public ScoreRow? Before(ScoreRow row) => LastYear is { } last && last.Sheet.TreeCode == Sheet!.TreeCode
        ? last.Sheet.Rows.FirstOrDefault(r => r.IsLeaf && r.Code == row.Code)
        : null;

    /// <summary>What ticking 不适用 does to the total, in words.</summary>
    public string NotApplicableEffect(ScoreRow row)
    {
        var weight = Numbers.Plainly(row.Weight);
        if (row.NotApplicable)
        {
            return Tree!.NotApplicablePolicy == NotApplicablePolicy.FullMarks
                ? $"已按不适用得满分 {weight} 分计。"
                : $"已按不适用计：{weight} 分不计入，由其余指标按比例分担。";
        }

        var total = Scorer.TotalWithout(Tree!, Sheet!, row, new ProjectFigures(Frame.Project, Tree!.ExecutionDenominator).Get);
        var change = $"按现在已评的得分，总分由 {Sheet!.Total:0.00} 变为 {total:0.00} 分。";
        return Tree.NotApplicablePolicy == NotApplicablePolicy.FullMarks
            ? $"勾选后本项得满分 {weight} 分。{change}"
            : $"勾选后本项 {weight} 分不计入，其余指标折算为 100 分。{change}";
    }
}
