using System.Text.Json;
using System.Text.RegularExpressions;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;
using PerfEval.Domain.Tests.Data;

namespace PerfEval.Domain.Tests.Indicators;

/// <summary>The tree of report 004 (东川区 2020), built from Data/indicators_004.csv.</summary>
internal static class DongchuanTree
{
    private static readonly Dictionary<string, string> Matters = new()
    {
        ["B11"] = "不合理的事项",
        ["B21"] = "不合规的事项",
        ["B22"] = "不符合的条件",
        ["B231"] = "手续不完整的资金拨付",
        ["B232"] = "违反财务管理制度的事项",
        ["B312"] = "需要完善的风险控制点",
        ["B331"] = "采购方式不符合要求的事项",
        ["B332"] = "采购流程不符合要求的事项",
        ["C113"] = "未覆盖的慰问对象类别",
    };

    private static readonly Dictionary<string, string> EvidenceByType = new()
    {
        ["BINARY"] = "文件、会议纪要、可研、绩效目标申报表等能说明判断的材料",
        ["TIERED"] = "所评档次的依据材料",
        ["DEDUCT_PER_OCCURRENCE"] = "事项清单，每条写明事项并附佐证",
        ["ZERO_TOLERANCE"] = "抽查记录，写明抽样总体、样本量和不符合的笔数",
        ["LINEAR_DECAY"] = "分子、分母的统计表及原始凭证",
        ["SHORTFALL_COUNT"] = "各项活动的实际场次及现场材料",
        ["CHECKLIST_ADD"] = "每一项的依据材料",
    };

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; } = TestData.Csv("indicators_004.csv");

    /// <summary>A draft whose nodes are numbered 1, 2, 3…</summary>
    public static IndicatorTree Build()
    {
        var tree = new IndicatorTree("DC2020", "东川区2020年度项目支出绩效评价指标体系");
        tree.Configure(1, NotApplicablePolicy.RedistributeWeight, ExecutionDenominator.Allocated);
        var nodes = new Dictionary<string, Indicator>();
        foreach (var row in Rows)
        {
            var first = Node(row["一级代码"], row["一级指标"], Number(row["一级权重%"]), $"{row["一级代码"]}.{row["一级指标"]}（{row["一级权重%"]}%）", null);
            var second = Node(row["二级代码"], row["二级指标"], Number(row["二级权重%"]), $"{row["二级代码"]}.{row["二级指标"]}（{row["二级权重%"]}%）", first);
            var third = row["三级指标(逐字)"];
            if (row["四级指标(逐字)"].Length == 0)
            {
                tree.AddIndicator(Leaf(row, third), second, tree.Indicators.Count + 1);
                continue;
            }

            var code = Regex.Match(third, "^[A-Z][0-9]+").Value;
            if (!nodes.TryGetValue(code, out var parent))
            {
                var weight = Rows.Where(r => r["三级指标(逐字)"] == third).Sum(r => Number(r["分值"]));
                parent = Node(code, Bare(third, code), weight, third, second);
            }

            tree.AddIndicator(Leaf(row, row["四级指标(逐字)"]), parent, tree.Indicators.Count + 1);
        }

        return tree;

        Indicator Node(string code, string name, decimal weight, string printed, Indicator? parent) => nodes.TryGetValue(code, out var known)
            ? known
            : nodes[code] = tree.AddIndicator(new IndicatorContent(code, name, weight, PrintedName: printed), parent, tree.Indicators.Count + 1);
    }

    /// <summary>The example evidence of a row.</summary>
    public static ScoringInput Evidence(IReadOnlyDictionary<string, string> row)
    {
        var json = JsonDocument.Parse(row["示例证据JSON"]).RootElement;
        return row["规则类型"] switch
        {
            "BINARY" => new MetInput(json.GetProperty("met").GetBoolean()),
            "TIERED" => new LevelInput(json.GetProperty("level").GetString()!),
            "LINEAR_DECAY" => new ValueInput(Decimal(json.GetProperty("value"))),
            "SHORTFALL_COUNT" => new ActualsInput(json.GetProperty("actual").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetDecimal())),
            "CHECKLIST_ADD" => new ItemsInput([.. json.GetProperty("met").EnumerateArray().Select(k => k.GetString()!)]),
            _ => new CountInput(json.GetProperty("count").GetInt32()),
        };
    }

    private static IndicatorContent Leaf(IReadOnlyDictionary<string, string> row, string printed)
    {
        var code = row["代码(规范)"];
        var stated = row["代码(原文)"];
        FigureBinding? binding = code switch
        {
            "B13" or "C115" => new(Figure.BudgetExecutionRate),
            "C112" => new(Figure.ResultCompletionRate),
            _ => null,
        };
        return new IndicatorContent(
            code, row["叶子指标名称"], Number(row["分值"]), Rule(row), binding, row["指标解释(逐字)"],
            Regex.Replace(row["评分标准(逐字)"], " {2,}", "\n"), EvidenceByType[row["规则类型"]],
            stated == code ? null : stated, printed);
    }

    private static ScoringRule Rule(IReadOnlyDictionary<string, string> row)
    {
        var json = JsonDocument.Parse(row["规则参数JSON"]).RootElement;
        var matter = Matters.GetValueOrDefault(row["代码(规范)"], "");
        var phrases = row["评分标准(逐字)"].Split('；').Select(p => p.Split('，')[0].Trim()).ToArray();
        return row["规则类型"] switch
        {
            "BINARY" => new MetNotMet(phrases[0], phrases[1]),
            "ZERO_TOLERANCE" => new ZeroTolerance(matter),
            "TIERED" => new Tiered([.. json.GetProperty("levels").EnumerateArray().Select((l, i) => new Tier(
                l.GetProperty("key").GetString()!, phrases[i], Optional(l, "pct"), Optional(l, "points")))]),
            "DEDUCT_PER_OCCURRENCE" => new DeductPerOccurrence(
                Decimal(json.GetProperty("deduct")), Unit(json), Decimal(json.GetProperty("floor")), matter, Items(json)),
            "LINEAR_DECAY" => new LinearDecay(
                Decimal(json.GetProperty("full_at")), Decimal(json.GetProperty("step")), Decimal(json.GetProperty("deduct")), Unit(json),
                Enum.Parse<StepMode>(json.GetProperty("step_mode").GetString()!, ignoreCase: true), Cutoff: Optional(json, "cutoff")),
            "SHORTFALL_COUNT" => new ShortfallCount(
                [.. json.GetProperty("targets").EnumerateArray().Select(t => new CountTarget(t.GetProperty("key").GetString()!, t.GetProperty("target").GetDecimal()))],
                Decimal(json.GetProperty("deduct")), Unit(json), Decimal(json.GetProperty("floor"))),
            "CHECKLIST_ADD" => new Checklist([.. json.GetProperty("items").EnumerateArray().Select(i => new ChecklistItem(
                i.GetProperty("key").GetString()!, i.GetProperty("text").GetString()!, i.GetProperty("points").GetDecimal()))]),
            var unknown => throw new InvalidDataException(unknown),
        };
    }

    private static IReadOnlyList<string>? Items(JsonElement json) =>
        json.TryGetProperty("items", out var items) || json.TryGetProperty("categories", out items)
            ? [.. items.EnumerateArray().Select(i => i.GetString()!)]
            : null;

    private static PointsUnit Unit(JsonElement json) =>
        json.GetProperty("unit").GetString() == "points" ? PointsUnit.Points : PointsUnit.PercentOfWeight;

    private static decimal? Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Decimal(value) : null;

    private static decimal Decimal(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Number(value.GetString()!) : value.GetDecimal();

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Bare(string printed, string code) => printed[code.Length..].TrimStart('.');
}
