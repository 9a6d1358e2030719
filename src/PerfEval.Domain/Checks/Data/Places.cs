using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Checks.Data;

/// <summary>The tables that a cell of a project can be in, as <see cref="CheckPlace.Cell.Table"/> names them.</summary>
public static class Places
{
    /// <summary>支出明细</summary>
    public const string Lines = "Lines";

    /// <summary>资金来源</summary>
    public const string Funding = "Funding";

    /// <summary>年度目标</summary>
    public const string Targets = "Targets";

    /// <summary>主要绩效与完成情况</summary>
    public const string Results = "Results";

    /// <summary>项目实施情况</summary>
    public const string Notes = "Notes";

    internal static CheckPlace Of(BudgetLine line, string column = "") => new CheckPlace.Cell(Lines, line.Id.ToString(), column);

    internal static CheckPlace Of(FundingSource source, string column = "") => new CheckPlace.Cell(Funding, source.Id.ToString(), column);

    internal static CheckPlace Of(Target target, string column = "") => new CheckPlace.Cell(Targets, target.Id.ToString(), column);

    internal static CheckPlace Of(Achievement result, string column = "") => new CheckPlace.Cell(Results, result.Id.ToString(), column);

    internal static CheckPlace Column(string table, string column) => new CheckPlace.Cell(table, "", column);

    internal static CheckPlace Page(ReadinessPlace page) => new CheckPlace.Whole(page.ToString());

    /// <summary>The page of a <see cref="CheckPlace.Whole"/>; null when it names none.</summary>
    public static ReadinessPlace? PageOf(CheckPlace.Whole place) => Enum.TryParse<ReadinessPlace>(place.Part, out var page) ? page : null;

    /// <summary>A place in the users' words: 支出明细第3行“办公费”.</summary>
    /// <param name="place">The place.</param>
    /// <param name="project">The project it is in, with all its rows.</param>
    public static string Word(this CheckPlace place, Project project) => place switch
    {
        CheckPlace.Cell { Table: Lines } cell => Row(project.Lines, cell.Row, l => l.Id, "支出明细", l => l.Item),
        CheckPlace.Cell { Table: Funding } cell => Row(project.Funding, cell.Row, f => f.Id, "资金来源", f => f.Name),
        CheckPlace.Cell { Table: Targets } cell => Row(project.Targets, cell.Row, t => t.Id, "年度目标", t => t.IndicatorName ?? t.Activity),
        CheckPlace.Cell { Table: Results } cell => Row(project.Achievements, cell.Row, a => a.Id, "完成情况", a => a.Activity),
        CheckPlace.Cell { Table: Notes } cell => Row(project.Implementation, cell.Row, n => n.Id, "项目实施情况", n => n.Activity),
        CheckPlace.Leaf leaf => leaf.Code.Length == 0 ? "评分" : $"评分 {leaf.Code}",
        CheckPlace.Words words => project.Sections.FirstOrDefault(s => s.Id.ToString() == words.Section) is { Heading.Length: > 0 } section ? $"报告正文“{section.Heading}”" : "报告正文",
        CheckPlace.Whole whole => PageOf(whole) switch
        {
            ReadinessPlace.Funding => "资金",
            ReadinessPlace.Spending => "支出明细",
            ReadinessPlace.Targets => "目标与成果",
            ReadinessPlace.Narrative => "报告正文",
            ReadinessPlace.Scoring => "评分",
            ReadinessPlace.Implementation => "项目实施情况",
            ReadinessPlace.Survey => "满意度调查",
            _ => "项目信息",
        },
        _ => "",
    };

    private static string Row<T>(IReadOnlyList<T> rows, string key, Func<T, Guid> id, string table, Func<T, string> name) where T : class
    {
        var at = rows.TakeWhile(r => id(r).ToString() != key).Count();
        if (key.Length == 0 || at == rows.Count)
        {
            return table;
        }

        var called = name(rows[at]);
        return $"{table}第{at + 1}行" + (called.Length == 0 ? "" : $"“{Short(called.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal))}”");
    }

    private static string Short(string name) => name.Length > 20 ? name[..20] + "…" : name;
}
