using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Narratives;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Checks.Data;

/// <summary>What a named fact counts.</summary>
public enum FactUnit
{
    /// <summary>元</summary>
    Yuan,

    /// <summary>百分比</summary>
    Percent,

    /// <summary>分</summary>
    Points,
}

/// <summary>A figure of the project that prose may speak of.</summary>
/// <param name="Name">As the live figure is called: 实际支出.</param>
/// <param name="Aliases">What reports call it besides, longest first.</param>
/// <param name="Value">Exact, in 元, percent or points.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Shown">As the live figure prints it.</param>
public sealed record NamedFact(string Name, IReadOnlyList<string> Aliases, decimal Value, FactUnit Unit, string Shown)
{
    /// <summary>What other data say of the same thing. That they differ is told where they stand, not where prose quotes one of them.</summary>
    public IReadOnlyList<decimal> Elsewhere { get; init; } = [];
}

/// <summary>A section with its text as the report prints it.</summary>
/// <param name="Section">The section.</param>
/// <param name="Filled">Its text.</param>
public sealed record SectionText(Section Section, FilledText Filled)
{
    /// <summary>Key of the text in a <see cref="CheckPlace.Words"/>.</summary>
    public string Key => Section.Id.ToString();
}

/// <summary>Everything that the checks of a project look at, computed once.</summary>
public sealed class ProjectFacts
{
    /// <summary>Gathers the facts.</summary>
    /// <param name="project">With all its rows.</param>
    /// <param name="tree">The tree by which it is scored; null when it has none.</param>
    /// <param name="sheet">Its score sheet; null without a tree.</param>
    /// <param name="lastYear">The project it was carried over from, with all its rows; null to compare with nothing.</param>
    public ProjectFacts(Project project, IndicatorTree? tree, ScoreSheet? sheet, Project? lastYear = null)
    {
        (Project, Tree, Sheet, LastYear) = (project, tree, sheet, lastYear);
        Money = ProjectMoney.Of(project, tree?.ExecutionDenominator ?? ProjectMoney.UsualDenominator);
        Figures = ProjectFigures.Quotable(project, tree, sheet);
        Texts = [.. project.Sections.OrderBy(s => s.Position).Select(s => new SectionText(s, FilledText.Of(s.Body, Figures)))];
        Named = [.. NamedFacts()];
        Missing = Readiness.Of(project, sheet);
    }

    /// <summary>The project.</summary>
    public Project Project { get; }

    /// <summary>The tree; null when it has none.</summary>
    public IndicatorTree? Tree { get; }

    /// <summary>The score sheet; null without a tree.</summary>
    public ScoreSheet? Sheet { get; }

    /// <summary>Last year's project; null to compare with nothing.</summary>
    public Project? LastYear { get; }

    /// <summary>Its money, with the denominator of its tree.</summary>
    public ProjectMoney Money { get; }

    /// <summary>Live figures: name → shown value.</summary>
    public IReadOnlyDictionary<string, string> Figures { get; }

    /// <summary>The sections in their order, as printed.</summary>
    public IReadOnlyList<SectionText> Texts { get; private init; }

    /// <summary>Figures that prose may speak of; those that are not known yet are left out.</summary>
    public IReadOnlyList<NamedFact> Named { get; }

    /// <summary>What must be filled in before 送审.</summary>
    public IReadOnlyList<Missing> Missing { get; }

    /// <summary>The same facts with one section as it stands in a form and is not stored yet.</summary>
    /// <param name="section">The section.</param>
    /// <param name="body">What was typed.</param>
    public ProjectFacts Typing(Guid section, string body) => new(Project, Tree, Sheet, LastYear)
    {
        Texts = [.. Texts.Select(t => t.Section.Id == section ? t with { Filled = FilledText.Of(body.ReplaceLineEndings("\n"), Figures) } : t)],
    };

    private IEnumerable<NamedFact> NamedFacts()
    {
        (string Name, string[] Aliases, decimal? Value, FactUnit Unit)[] facts =
        [
            ("年初预算", ["年初预算批复", "预算批复", "批复预算"], Money.InitialBudget, FactUnit.Yuan),
            ("全年预算", ["调整后预算"], Money.AdjustedBudget, FactUnit.Yuan),
            ("到位资金", ["实际到位资金", "资金实际到位", "实际到位", "资金到位"], Money.Received, FactUnit.Yuan),
            ("实际拨款", ["拨款合计"], Money.Allocated, FactUnit.Yuan),
            ("实际支出", ["累计支出", "支出合计", "共计支出", "总支出", "共支出"], Money.Spent, FactUnit.Yuan),
            ("结余", ["结余资金", "资金结余"], Money.Balance, FactUnit.Yuan),
            ("交回财政", ["已交回财政", "上缴财政"], Money.HandedBack, FactUnit.Yuan),
            ("预算执行率", ["资金执行率", "执行率"], Money.Rate, FactUnit.Percent),
            ("资金到位率", ["到位率"], Percent.Of(Money.Received, Money.AdjustedBudget), FactUnit.Percent),
            ("得分", ["综合得分", "自评得分", "评价得分", "总得分"], Sheet is { Complete: true } ? Sheet.Total : null, FactUnit.Points),
        ];
        return facts.Where(f => f.Value is not null).Select(f => new NamedFact(f.Name, f.Aliases, f.Value!.Value, f.Unit, Figures.GetValueOrDefault(f.Name, ""))
        {
            Elsewhere = [.. (f.Name switch
            {
                "实际拨款" => new[] { Project.Stated.Allocated, Money.Received },
                "实际支出" => [Project.Stated.Spent, Money.SourcesExecuted],
                "结余" => [Project.Stated.Balance, Money.HandedBack, Money.Received - Money.SourcesExecuted],
                "得分" => [Project.Evaluation.StatedScore, .. Sheet!.Kinds.Select(k => (decimal?)k.Total)],
                _ => [],
            }).OfType<decimal>()],
        });
    }
}
