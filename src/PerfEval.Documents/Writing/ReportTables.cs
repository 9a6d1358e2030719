using PerfEval.Documents.Model;
using PerfEval.Domain;
using PerfEval.Domain.Projects;

namespace PerfEval.Documents.Writing;

/// <summary>The tables inside the text of a report, with the columns of the published papers.</summary>
internal static class ReportTables
{
    /// <summary>项目名称, 金额（万元）, 立项背景, 立项目的.</summary>
    public static TableBlock Overview(Project project) => new(
        [new(2, CellAlign.Centre), new(1.9, CellAlign.Centre), new(4.6), new(5.4)],
        [Header("项目名称", "金额（万元）", "立项背景", "立项目的")],
        [[new(project.Name), new(Wan(ProjectMoney.Of(project).AdjustedBudget)), new(project.Background ?? ""), new(project.Purpose ?? "")]]);

    /// <summary>实施单位, 项目名称, 项目实施情况.</summary>
    public static TableBlock? Implementation(Project project) => project.Implementation.Count == 0 ? null : new(
        [new(2, CellAlign.Centre, MergeEqual: true), new(2.4, CellAlign.Centre, MergeEqual: true), new(6)],
        [Header("实施单位", "项目名称", "项目实施情况")],
        [.. project.Implementation.Select(i => Row(i.ImplementingUnit, i.Activity, i.Description))]);

    /// <summary>资金来源: budget, received and used per source.</summary>
    public static TableBlock? FundingSources(Project project)
    {
        if (project.Funding.Count == 0)
        {
            return null;
        }

        var money = ProjectMoney.Of(project);
        return new(
            [new(2.4), new(2, CellAlign.Right), new(2, CellAlign.Right), new(2, CellAlign.Right), new(1.4, CellAlign.Right)],
            [Header("资金来源", "年初预算", "全年预算", "到位资金", "到位率")],
            [
                .. project.Funding.Select(f => Row(
                    f.Name, Amount(f.InitialBudget), Amount(f.AdjustedBudget), Amount(f.Received), Percent.Show(Percent.Of(f.Received, f.AdjustedBudget)))),
                [new("合计", Bold: true), new(Amount(money.InitialBudget), Bold: true), new(Amount(money.AdjustedBudget), Bold: true),
                    new(Amount(money.Received), Bold: true), new(Percent.Show(Percent.Of(money.Received, money.AdjustedBudget)), Bold: true)],
            ],
            "单位：元");
    }

    /// <summary>资金使用情况: the spending lines with their total, as 004 prints them.</summary>
    public static TableBlock? Funds(Project project)
    {
        if (project.Lines.Count == 0)
        {
            return null;
        }

        var filed = project.Evaluation.IsFiled;
        string Shown(decimal? amount) => amount is not { } a ? "" : filed ? Money.Plainly(a) : Money.Show(a);
        var (money, stated) = (ProjectMoney.Of(project), project.Stated);
        var (allocated, spent, balance) = filed
            ? (stated.Allocated ?? money.Allocated, stated.Spent ?? money.LinesSpent, stated.Balance ?? money.Balance)
            : (money.Allocated, money.LinesSpent, money.Allocated - money.LinesSpent);
        return new(
            [
                new(1.3, CellAlign.Centre, MergeEqual: true), new(0.8, CellAlign.Centre, MergeEqual: true), new(4.4, MergeEqual: true), new(2.4, CellAlign.Centre),
                new(1.9, CellAlign.Right), new(1.9, CellAlign.Right), new(1.7, CellAlign.Right), new(3),
            ],
            [
                [new("活动内容", ColumnSpan: 3), new("实施单位", RowSpan: 2), new("实际拨款", RowSpan: 2), new("实际支出", RowSpan: 2),
                    new("结余资金", RowSpan: 2), new("结余原因", RowSpan: 2)],
                Header("名称", "序号", "项目"),
            ],
            [
                .. FundsRows(project, Shown),
                [new("合计", ColumnSpan: 4, Bold: true), new(Shown(allocated), Bold: true), new(Shown(spent), Bold: true), new(Shown(balance), Bold: true), new("")],
            ],
            "单位：元");
    }

    // Our own reports add up each group when there are several; a filed paper keeps the rows it had.
    private static IEnumerable<IReadOnlyList<Cell>> FundsRows(Project project, Func<decimal?, string> shown)
    {
        var filed = project.Evaluation.IsFiled;
        var groups = filed ? [[.. project.Lines]] : project.Lines.GroupBy(l => l.ActivityGroup).Select(g => g.ToList()).ToList();
        var adds = !filed && groups.Count > 1;
        foreach (var group in Numbered(groups.SelectMany(g => g)).GroupBy(x => adds ? x.Line.ActivityGroup : ""))
        {
            foreach (var (line, number) in group)
            {
                yield return Row(
                    line.ActivityGroup, $"{number}", line.Item, line.ImplementingUnit, shown(line.Allocated), shown(line.Spent),
                    shown(filed ? line.StatedBalance ?? line.Balance : line.Balance), line.BalanceReason ?? "");
            }

            if (adds)
            {
                var (allocated, spent) = (group.Sum(x => x.Line.Allocated ?? 0), group.Sum(x => x.Line.Spent ?? 0));
                yield return [new(group.Key), new("小计", ColumnSpan: 3, Bold: true), new(shown(allocated), Bold: true), new(shown(spent), Bold: true),
                    new(shown(group.Sum(x => x.Line.Balance ?? 0)), Bold: true), new("")];
            }
        }
    }

    /// <summary>实施单位, 项目名称, 年度目标.</summary>
    public static TableBlock? Targets(Project project) => project.Targets.Count == 0 ? null : new(
        [new(2, CellAlign.Centre, MergeEqual: true), new(2.4, CellAlign.Centre, MergeEqual: true), new(6)],
        [Header("实施单位", "项目名称", "年度目标")],
        [.. project.Targets.Select(t => Row(
            t.ImplementingUnit, t.Activity, t.TargetValue is null ? t.Goal : $"{t.Goal}（{t.IndicatorName}{t.Shown}）"))]);

    /// <summary>实施单位, 项目名称, 主要绩效, 完成情况.</summary>
    public static TableBlock? Results(Project project) => project.Achievements.Count == 0 ? null : new(
        [new(2, CellAlign.Centre, MergeEqual: true), new(2.2, CellAlign.Centre), new(5), new(1.6, CellAlign.Centre)],
        [Header("实施单位", "项目名称", "主要绩效", "完成情况")],
        [.. project.Achievements.Select(a => Row(a.ImplementingUnit, a.Activity, a.Result, a.ShownState))]);

    internal static IReadOnlyList<Cell> Header(params string[] words) => [.. words.Select(w => new Cell(w))];

    internal static IReadOnlyList<Cell> Row(params string[] texts) => [.. texts.Select(t => new Cell(t))];

    // 序号 counts items, not rows: one item paid out by several units keeps its number.
    private static IEnumerable<(BudgetLine Line, int Number)> Numbered(IEnumerable<BudgetLine> lines)
    {
        var number = 0;
        BudgetLine? before = null;
        foreach (var line in lines)
        {
            number += before is not null && before.Item == line.Item && before.ActivityGroup == line.ActivityGroup ? 0 : 1;
            before = line;
            yield return (line, number);
        }
    }

    private static string Amount(decimal? yuan) => yuan is { } y ? Money.Show(y) : "—";

    private static string Wan(decimal? yuan) => yuan is { } y ? Numbers.Plainly(Domain.Scoring.Rounding.Round(y / Money.Wan, 6)) : "—";
}
