using System.Globalization;
using PerfEval.Domain;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;
using PerfEval.Web.TagHelpers;

namespace PerfEval.Web.Pages.Projects;

/// <summary>An amount as the grid shows it, in both units: the switch 元/万元 changes nothing but the text.</summary>
public sealed record GridAmount(string Yuan, string Wan, bool IsNegative)
{
    public static GridAmount Of(decimal? yuan) => new(MoneyTagHelper.Show(yuan, "yuan"), MoneyTagHelper.Show(yuan, "wan"), yuan < 0);
}

/// <summary>A rate as the grid shows it.</summary>
/// <param name="Text">96.88%</param>
/// <param name="Bar">Length of its bar, 0 to 100.</param>
/// <param name="IsOver">Above 100%.</param>
public sealed record GridRate(string Text, string Bar, bool IsOver)
{
    public static GridRate Of(decimal? percent) =>
        new(Percent.Show(percent), Rounding.Round(Math.Clamp(percent ?? 0, 0, 100), 2).ToString(CultureInfo.InvariantCulture), percent > 100);
}

/// <summary>A line: what a person typed, what the program computed of it, what is doubtful, and how many files prove it.</summary>
public sealed record GridRow(
    Guid Id, long Version, IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, GridAmount> Amounts, GridRate Rate, IReadOnlyList<string> Doubts,
    int Evidence)
{
    public static GridRow Of(Project project, BudgetLine line)
    {
        var typing = LineTyping.Of(line);
        return new(
            line.Id, line.Version,
            LineColumns.Entered.ToDictionary(c => c.ToString(), c => typing[c]),
            new Dictionary<string, GridAmount>
            {
                [nameof(LineColumn.UnitPrice)] = GridAmount.Of(line.UnitPrice),
                [nameof(LineColumn.Allocated)] = GridAmount.Of(line.Allocated),
                [nameof(LineColumn.Spent)] = GridAmount.Of(line.Spent),
                [nameof(LineColumn.Balance)] = GridAmount.Of(line.Balance),
            },
            GridRate.Of(Percent.Of(line.Spent, line.Allocated)), [.. LineChecks.Of(line).Select(f => f.Explanation)],
            project.Evidence.Count == 0 ? 0 : project.EvidenceOf(EvidencePlace.Line(line.Id)).Count());
    }
}

/// <summary>A subtotal or the grand total.</summary>
public sealed record GridSums(string Name, int Count, GridAmount Allocated, GridAmount Spent, GridAmount Balance, GridRate Rate)
{
    public static GridSums Of(LineSums sums) =>
        new(sums.Name, sums.Count, GridAmount.Of(sums.Allocated), GridAmount.Of(sums.Spent), GridAmount.Of(sums.Balance), GridRate.Of(sums.Rate));
}

/// <summary>One identity of the money panel.</summary>
public sealed record GridIdentity(string Name, bool? Holds, string? Difference);

/// <summary>The money panel, and in how many lines 拨款 or 支出 is not filled in.</summary>
public sealed record GridMoney(IReadOnlyDictionary<string, GridAmount> Figures, GridRate Rate, IReadOnlyList<GridIdentity> Identities, int Without)
{
    public static GridMoney Of(ProjectMoney money) => new(
        new Dictionary<string, GridAmount>
        {
            ["budget"] = GridAmount.Of(money.AdjustedBudget),
            ["received"] = GridAmount.Of(money.Received),
            ["allocated"] = GridAmount.Of(money.Allocated),
            ["spent"] = GridAmount.Of(money.Spent),
            ["balance"] = GridAmount.Of(money.Balance),
        },
        GridRate.Of(money.Rate),
        [.. money.Told.Select(i => new GridIdentity(i.Name, i.Holds, i.Difference is { } d ? MoneyTagHelper.Show(d, "yuan") : null))],
        money.LinesWithout);
}

/// <summary>What the grid is told after it asked or saved.</summary>
/// <param name="Stamp">Number of lines and sum of their versions: when it differs from the grid's own, a colleague changed something.</param>
/// <param name="Rows">The lines asked for.</param>
/// <param name="Groups">Subtotals by 活动内容.</param>
/// <param name="Total">The grand total.</param>
/// <param name="Money">The money panel.</param>
public sealed record GridState(string Stamp, IReadOnlyList<GridRow> Rows, IReadOnlyList<GridSums> Groups, GridSums Total, GridMoney Money)
{
    public static GridState Of(Project project, IEnumerable<BudgetLine> rows) => new(
        $"{project.Lines.Count}:{project.Lines.Sum(l => l.Version)}", [.. rows.Select(line => GridRow.Of(project, line))],
        [.. LineSums.ByActivity(project.Lines.OrderBy(l => l.Position)).Select(GridSums.Of)], GridSums.Of(LineSums.Of("", project.Lines)), GridMoney.Of(ProjectMoney.Of(project)));
}

/// <summary>A row that the grid wants to save.</summary>
/// <param name="Id">The line.</param>
/// <param name="Seen">The version it saw; null for a new line.</param>
/// <param name="Typed">Texts by column; null deletes the line.</param>
/// <param name="Before">Where a new line shall stand.</param>
public sealed record GridChange(Guid Id, long? Seen, IReadOnlyDictionary<string, string>? Typed, Guid? Before)
{
    public LineTyping ToTyping()
    {
        var typing = new LineTyping();
        foreach (var column in LineColumns.Entered)
        {
            typing[column] = Typed?.GetValueOrDefault(column.ToString()) ?? "";
        }

        return typing;
    }
}

/// <summary>What stops rows from being saved; nothing was saved then.</summary>
/// <param name="Faults">Row index (null: the whole), column and sentence.</param>
/// <param name="Stale">Row index and the line as it is stored; null: it is gone.</param>
public sealed record GridRefusal(IReadOnlyList<GridFault> Faults, IReadOnlyList<GridStale> Stale);

/// <summary>One thing that cannot be stored.</summary>
public sealed record GridFault(int? Row, string Column, string Message);

/// <summary>One row that a colleague changed meanwhile.</summary>
public sealed record GridStale(int Row, GridRow? Theirs);
