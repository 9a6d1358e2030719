using PerfEval.Documents.Model;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Narratives;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Documents.Writing;

/// <summary>
/// The report of a project: outline, text and tables, every number finished. A filed paper prints what was stated; our
/// own evaluations print what is computed.
/// </summary>
public static class ProjectReport
{
    /// <summary>Puts the report together.</summary>
    /// <param name="project">With all its rows and its organisation.</param>
    /// <param name="tree">The tree by which it is scored; null when it has none.</param>
    /// <param name="sheet">The sheet to print; null without a tree.</param>
    /// <param name="isDraft">True until 定稿: the pages carry 草稿.</param>
    public static Report Of(Project project, IndicatorTree? tree, ScoreSheet? sheet, bool isDraft) => Of(project, tree, sheet, isDraft, []);

    /// <summary>Puts the report together, with the annex 数据核对表 where there are figures for it.</summary>
    /// <param name="project">With all its rows and its organisation.</param>
    /// <param name="tree">The tree by which it is scored; null when it has none.</param>
    /// <param name="sheet">The sheet to print; null without a tree.</param>
    /// <param name="isDraft">True until 定稿: the pages carry 草稿.</param>
    /// <param name="annex">Rows of the annex; empty for none.</param>
    public static Report Of(Project project, IndicatorTree? tree, ScoreSheet? sheet, bool isDraft, IReadOnlyList<CheckedFigure> annex)
    {
        var figures = ProjectFigures.Quotable(project, tree, sheet);
        var numbers = Numbering.Of(project.Sections);
        var blocks = new List<Block>();
        if (project.Header.AnnexLabel is { } label)
        {
            blocks.Add(new AnnexLabel(label));
        }

        var title = Title(project);
        blocks.Add(new TitleBlock(title));
        foreach (var section in project.Sections.OrderBy(s => s.Position))
        {
            AddSection(blocks, section, numbers[section.Id], figures, table => Table(table, project, tree, sheet));
        }

        if (project.Header.Signatory is not null || project.Header.SignedOn is not null)
        {
            blocks.Add(new SignatureBlock(project.Header.Signatory, project.Header.SignedOn is { } day ? $"{day.Year}年{day.Month}月{day.Day}日" : null));
        }

        blocks.AddRange(CheckTable.Of(annex));
        return new Report(string.Concat(title), blocks, isDraft ? "草稿" : null);
    }

    /// <summary>Title as wanted, else made from unit, project and the kind of report.</summary>
    public static IReadOnlyList<string> Title(Project project) => project.Header.Title is { } wanted
        ? [.. wanted.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
        : [$"{project.Organisation?.Name}{project.Name}", $"{project.FiscalYear}年度项目支出绩效评价报告"];

    private static void AddSection(
        List<Block> blocks, Section section, string number, IReadOnlyDictionary<string, string> figures, Func<ReportTable, TableBlock?> table)
    {
        var body = LiveText.Blocks(section.Body).ToList();
        var runIn = section.RunIn && body is [{ Table: null }, ..];
        if (section.Level > 0)
        {
            blocks.Add(new Heading(section.Level, number + section.Heading, runIn ? LiveText.Fill(body[0].Paragraph, figures) : null));
        }

        foreach (var block in body.Skip(runIn ? 1 : 0))
        {
            if (block.Table is not { } wanted)
            {
                blocks.Add(new Paragraph(LiveText.Fill(block.Paragraph, figures)));
            }
            else if (table(wanted) is { } made)
            {
                blocks.Add(made);
            }
        }
    }

    private static TableBlock? Table(ReportTable table, Project project, IndicatorTree? tree, ScoreSheet? sheet) => table switch
    {
        ReportTable.Overview => ReportTables.Overview(project),
        ReportTable.Implementation => ReportTables.Implementation(project),
        ReportTable.FundingSources => ReportTables.FundingSources(project),
        ReportTable.Funds => ReportTables.Funds(project),
        ReportTable.Targets => ReportTables.Targets(project),
        ReportTable.Results => ReportTables.Results(project),
        ReportTable.Survey => SurveyTable.Of(project),
        _ => tree is not null && sheet is not null ? ScoreTable.Of(project, tree, sheet) : null,
    };
}
