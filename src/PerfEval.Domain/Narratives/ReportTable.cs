namespace PerfEval.Domain.Narratives;

/// <summary>The tables that stand inside the text of a report (those of 004).</summary>
public enum ReportTable
{
    /// <summary>项目名称/金额/立项背景/立项目的</summary>
    Overview,

    /// <summary>实施单位/项目名称/项目实施情况</summary>
    Implementation,

    /// <summary>资金来源: one row per source with budget, received and used</summary>
    FundingSources,

    /// <summary>资金使用情况: the spending lines</summary>
    Funds,

    /// <summary>实施单位/项目名称/年度目标</summary>
    Targets,

    /// <summary>实施单位/项目名称/主要绩效/完成情况</summary>
    Results,

    /// <summary>指标表, nine columns</summary>
    Indicators,

    /// <summary>满意度调查: questions, options, counts and rates</summary>
    Survey,
}

/// <summary>The tables in the users' words.</summary>
public static class ReportTableWords
{
    private static readonly (ReportTable Table, string Word)[] Words =
    [
        (ReportTable.Overview, "概况"), (ReportTable.Implementation, "实施情况"), (ReportTable.FundingSources, "资金来源"), (ReportTable.Funds, "资金"),
        (ReportTable.Targets, "年度目标"), (ReportTable.Results, "主要绩效"), (ReportTable.Indicators, "指标"),
        (ReportTable.Survey, "满意度"),
    ];

    /// <summary>概况, 资金, …</summary>
    public static string Word(this ReportTable table) => Words.First(w => w.Table == table).Word;

    /// <summary>The paragraph that stands for the table in a text: {{表:资金}}.</summary>
    public static string Mark(this ReportTable table) => $"{{{{表:{table.Word()}}}}}";

    /// <summary>Reads a word back; null when it is none of ours.</summary>
    public static ReportTable? Parse(string? word) =>
        Words.Where(w => w.Word == word?.Trim()).Select(w => (ReportTable?)w.Table).FirstOrDefault();
}
