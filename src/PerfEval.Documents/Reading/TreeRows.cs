using System.Text.Json;
using PerfEval.Documents.Excel;
using PerfEval.Domain;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Documents.Reading;

/// <summary>The rows below the header of an indicator table, first as nodes with their cells, then as a tree.</summary>
internal sealed class TreeRows(Grid grid, int headRow, IReadOnlyDictionary<TreeColumn, int> columns, IndicatorTree tree, List<string> notes)
{
    private static readonly string[] Totals = ["合计", "总计", "总分", "小计"];
    private static readonly string[] Remarks = ["注：", "注:", "备注", "说明：", "填表"];

    private readonly List<Node> top = [];
    private readonly Node?[] path = new Node?[Indicator.Levels];
    private readonly List<CellFault> faults = [];
    private readonly Dictionary<string, LeafOrigin> origins = [];

    /// <summary>Everything the sheet says.</summary>
    /// <exception cref="UnreadableTable">It has a header and nothing below it.</exception>
    public TreeSheet ToSheet()
    {
        foreach (var row in grid.Rows.Where(r => r.Number > headRow))
        {
            Take(row);
        }

        if (top.Count == 0 && faults.Count == 0)
        {
            throw new UnreadableTable($"工作表“{grid.Sheet}”只有表头，没有指标；请填写后重新上传");
        }

        top.ForEach(node => Plant(node, null));
        return new(tree, [.. faults.OrderBy(f => f.Row).ThenBy(f => f.Column)], notes, origins);
    }

    private void Take(GridRow row)
    {
        var names = Enumerable.Range(0, Indicator.Levels).Select(level => Text(row, (TreeColumn)level)).ToList();
        var deepest = names.FindLastIndex(n => n.Length > 0);
        var first = names.FirstOrDefault(n => n.Length > 0) ?? row.Values.Select(CellText.Of).FirstOrDefault(t => t.Length > 0) ?? "";
        if (Totals.Contains(first) || Remarks.Any(r => first.StartsWith(r, StringComparison.Ordinal)))
        {
            notes.Add($"第{row.Number}行“{(first.Length > 12 ? first[..12] + "…" : first)}”不是指标，没有读取");
            return;
        }

        if (deepest < 0)
        {
            Continue(row);
            return;
        }

        for (var level = 0; level <= deepest; level++)
        {
            if (level > 0 && path[level - 1] is null)
            {
                Fault(row.Number, (TreeColumn)level, names[level], $"没有{((TreeColumn)(level - 1)).Word()}，不知道属于哪个上级", $"请在本行或上面填写{((TreeColumn)(level - 1)).Word()}");
                return;
            }

            if (names[level].Length == 0 || (level < deepest && path[level]?.Text == names[level]))
            {
                continue;
            }

            var node = new Node(row, names[level], level + 1);
            (level == 0 ? top : path[level - 1]!.Children).Add(node);
            path[level] = node;
            Array.Clear(path, level + 1, Indicator.Levels - level - 1);
        }

        path[deepest]!.Own = row;
    }

    // A merged name beside several rows of its standard: the rows below the first go on with it.
    private void Continue(GridRow row)
    {
        if (path.LastOrDefault(n => n is not null) is { Own: not null } node && (Text(row, TreeColumn.Standard).Length > 0 || Text(row, TreeColumn.Explanation).Length > 0))
        {
            node.Further.Add(row);
            notes.Add($"第{row.Number}行没有指标名称，并入上面的“{node.Text}”");
        }
        else if (Text(row, TreeColumn.Weight).Length > 0)
        {
            Fault(row.Number, TreeColumn.Level1, "", "有分值而没有指标名称", "请填写指标名称，或删去这一行");
        }
    }

    private void Plant(Node node, Indicator? parent)
    {
        var printed = PrintedIndicator.Of(node.Text, parent?.Code);
        var (weight, known) = WeightOf(node, printed);
        var content = Content(node, printed, weight, parent);
        if (known && node.Children.Count == 0 && content.Rule is null && !node.RuleBroken)
        {
            var (read, origin) = ProposedRule.For(content);
            (content, origins[content.Code]) = (read, origin);
        }
        else if (content.Rule is not null)
        {
            origins[content.Code] = new(RuleOrigin.Given, "随文件带入");
        }

        Indicator planted;
        try
        {
            planted = tree.AddIndicator(content, parent);
        }
        catch (RuleBroken refused)
        {
            foreach (var fault in refused.Faults)
            {
                var column = ColumnOf(fault.Field, node);
                Fault(node.At(column), column, node.Value(this, column), fault.Message.TrimEnd('。'), "请改正后重新上传");
            }

            // So that what is below it is looked at too; a file with faults is never stored.
            planted = tree.AddIndicator(new(tree.FreshCode(parent), "有误", 1), parent);
        }

        node.Children.ForEach(child => Plant(child, planted));
        var sum = tree.ChildrenOf(planted).Sum(c => c.Weight);
        if (node.Children.Count > 0 && known && sum != weight)
        {
            notes.Add($"“{planted.Code}{planted.Name}”写明{Numbers.Plainly(weight)}分，下级合计{Numbers.Plainly(sum)}分，{(sum < weight ? "还差" : "多出")}{Numbers.Plainly(Math.Abs(weight - sum))}分");
        }
    }

    // A parent whose table says no weight is worth what stands below it.
    private (decimal Weight, bool Known) WeightOf(Node node, PrintedIndicator printed)
    {
        var text = Text(node.Own, TreeColumn.Weight).TrimEnd('分', '%', '％');
        if (text.Length > 0 && node.Own is not null)
        {
            if (Money.TryParseNumber(text, out var weight, out _))
            {
                return (weight, true);
            }

            Fault(node.Own.Number, TreeColumn.Weight, text, "分值不是数字", "请填如 5 或 2.5");
            return (1, false);
        }

        if (printed.Weight is { } behind)
        {
            return (behind, true);
        }

        if (node.Children.Count > 0)
        {
            return (node.Children.Sum(c => WeightQuietly(c)) is > 0 and <= ScoringRule.WeightLimit and var sum ? sum : 1, false);
        }

        Fault(node.Row.Number, TreeColumn.Weight, "", $"末级指标“{node.Text}”没有分值", "请填写分值，全部末级指标合计100分");
        return (1, false);
    }

    private decimal WeightQuietly(Node node) =>
        Money.TryParseNumber(Text(node.Own, TreeColumn.Weight).TrimEnd('分', '%', '％'), out var weight, out _) ? weight
        : PrintedIndicator.Of(node.Text, null).Weight ?? node.Children.Sum(WeightQuietly);

    private IndicatorContent Content(Node node, PrintedIndicator printed, decimal weight, Indicator? parent)
    {
        string? Said(TreeColumn column) => node.Value(this, column) is { Length: > 0 } text ? text : null;
        if (Said(TreeColumn.Code) is { } own && own != printed.Code)
        {
            // The code has a column of its own: the name is what stands in its cell.
            printed = new(null, node.Text, null, node.Text);
        }

        var wanted = Said(TreeColumn.Code) ?? printed.Code;
        var free = wanted is not null && wanted.Length <= Indicator.CodeLength && tree.Indicators.All(i => i.Code != wanted);
        var code = free ? wanted! : tree.FreshCode(parent);
        if (!free && wanted is { Length: > 0 and <= Indicator.CodeLength })
        {
            notes.Add($"第{node.Row.Number}行的代码“{wanted}”与前面重复，改用“{code}”，原代码留作原文代码");
        }

        var given = Said(TreeColumn.PrintedName) ?? (printed.Code is not null && printed.Printed != $"{code}.{printed.Name}" ? printed.Printed : null);
        return new(
            code, printed.Name, weight, RuleOf(node), BindingOf(node), Said(TreeColumn.Explanation), Said(TreeColumn.Standard), Said(TreeColumn.Evidence),
            Said(TreeColumn.StatedCode) ?? (free ? null : wanted), given, VerificationOf(node));
    }

    private ScoringRule? RuleOf(Node node)
    {
        var text = node.Value(this, TreeColumn.Rule);
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ScoringRule>(text, ScoringJson.Options) ?? throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            node.RuleBroken = true;
            Fault(node.At(TreeColumn.Rule), TreeColumn.Rule, text.Length > 60 ? text[..60] + "…" : text, "评分规则的格式不能识别", "请清空这一格，由系统按评分标准重新提出规则");
            return null;
        }
    }

    private FigureBinding? BindingOf(Node node)
    {
        var text = node.Value(this, TreeColumn.Binding);
        var binding = BindingWords.Parse(text);
        if (binding is null && text.Length > 0)
        {
            Fault(node.At(TreeColumn.Binding), TreeColumn.Binding, text, "没有这一项项目数据", $"请填{string.Join("、", Enum.GetValues<Figure>().Select(f => f.Word()))}之一，或留空");
        }

        return binding;
    }

    private Verification? VerificationOf(Node node)
    {
        var text = node.Value(this, TreeColumn.Verification);
        var verification = VerificationWords.Parse(text);
        if (verification is null && text.Length > 0)
        {
            Fault(node.At(TreeColumn.Verification), TreeColumn.Verification, text, "没有这种核实状态", "请填已核实、部分核实、未核实，或留空");
        }

        return verification;
    }

    private static TreeColumn ColumnOf(string field, Node node) => field switch
    {
        "code" => TreeColumn.Code,
        "weight" => TreeColumn.Weight,
        "rule" => TreeColumn.Rule,
        "explanation" => TreeColumn.Explanation,
        "standard" => TreeColumn.Standard,
        "evidenceNeeded" => TreeColumn.Evidence,
        "statedCode" => TreeColumn.StatedCode,
        "printedName" => TreeColumn.PrintedName,
        _ => (TreeColumn)(node.Level - 1),
    };

    private string Text(GridRow? row, TreeColumn column) => row is not null && columns.TryGetValue(column, out var at) ? row.Text(at) : "";

    private void Fault(int row, TreeColumn column, string value, string rule, string remedy) =>
        faults.Add(new(grid.Sheet, row, columns.GetValueOrDefault(column, columns[TreeColumn.Level1]), column.Word(), value, rule, remedy));

    private sealed class Node(GridRow row, string text, int level)
    {
        public GridRow Row { get; } = row;

        public string Text { get; } = text;

        public int Level { get; } = level;

        /// <summary>The row that is about this node and none below it; null for a parent that shares the row of its first leaf.</summary>
        public GridRow? Own { get; set; }

        public List<GridRow> Further { get; } = [];

        public List<Node> Children { get; } = [];

        public bool RuleBroken { get; set; }

        public int At(TreeColumn column) => column <= TreeColumn.Level4 ? Row.Number : (Own ?? Row).Number;

        public string Value(TreeRows rows, TreeColumn column) => column <= TreeColumn.Level4 ? Text
            : column is TreeColumn.Standard or TreeColumn.Explanation && Further.Count > 0
                ? string.Join("\n", Further.Prepend(Own!).Select(r => rows.Text(r, column)).Where(t => t.Length > 0).Distinct())
                : rows.Text(Own, column);
    }
}
