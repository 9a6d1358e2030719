using System.Globalization;
using System.Text.Json;

namespace PerfEval.Tests.Demo;

/// <summary>
/// The five published papers stand in the demo data in full: every sentence and every table cell of the paper has its
/// own place in the report, and the report prints nothing the paper does not say. White space does not count.
/// </summary>
public sealed class SeedsAreCompleteTests
{
    /// <summary>Column headers and the total rows are printed by the table itself, so the data does not carry them.</summary>
    private static readonly HashSet<string> PrintedByTheTable =
    [
        "项目名称", "金额（万元）", "立项背景", "立项目的",
        "实施单位", "项目实施情况", "年度目标", "主要绩效", "完成情况",
        "活动内容", "名称", "序号", "项目", "实际拨款", "实际支出", "结余资金", "结余原因",
        "一级指标", "二级指标", "三级指标", "四级指标", "分值", "得分", "指标解释", "评分标准", "评分说明",
        "合计", "100%", "100分",
    ];

    [Theory]
    [InlineData("000"), InlineData("001"), InlineData("002"), InlineData("003"), InlineData("004")]
    public void Every_sentence_and_cell_of_the_paper_stands_in_the_report(string key)
    {
        var missing = Missing(Seed(key), Printed(Report(key)));
        Assert.True(missing.Count == 0, $"report-{key}.json 缺少 {missing.Count} 处：\n{string.Join('\n', missing)}");
    }

    [Theory]
    [InlineData("000"), InlineData("001"), InlineData("002"), InlineData("003"), InlineData("004")]
    public void The_report_prints_nothing_the_paper_does_not_say(string key)
    {
        var paper = Squeeze(Seed(key));
        var added = Printed(Report(key)).SelectMany(Pieces).Where(piece => !paper.Contains(piece, StringComparison.Ordinal)).ToList();
        Assert.True(added.Count == 0, $"report-{key}.json 多出 {added.Count} 处：\n{string.Join('\n', added)}");
    }

    [Theory]
    [InlineData("000"), InlineData("001"), InlineData("002"), InlineData("003"), InlineData("004")]
    public void Any_heading_or_paragraph_left_out_would_be_noticed(string key)
    {
        var (seed, report) = (Seed(key), Report(key));
        var printed = Printed(report);
        foreach (var text in report.GetProperty("sections").EnumerateArray().SelectMany(section => Section(section, report, tables: false)))
        {
            var without = printed.ToList();
            Assert.True(without.Remove(text));
            Assert.NotEmpty(Missing(seed, without));
        }
    }

    /// <summary>Each piece of the paper takes its equal in the report; one broken over two lines may lie within a piece nobody took.</summary>
    private static List<string> Missing(string seed, IEnumerable<string> printed)
    {
        var free = printed.SelectMany(Pieces).ToList();
        var unmatched = Pieces(seed).Where(piece => !PrintedByTheTable.Contains(piece) && !free.Remove(piece)).ToList();
        return unmatched.Where(piece => !free.Any(place => place.Contains(piece, StringComparison.Ordinal))).ToList();
    }

    private static IEnumerable<string> Pieces(string text) =>
        text.Split('。', '！', '？', '；', '\n').Select(Squeeze).Where(piece => piece.Length > 0);

    private static string Squeeze(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static List<string> Printed(JsonElement report) =>
    [
        .. Texts(report, "annexLabel"),
        .. report.GetProperty("title").EnumerateArray().Select(line => line.GetString()!),
        .. report.GetProperty("sections").EnumerateArray().SelectMany(section => Section(section, report, tables: true)),
        .. Texts(report, "signatory"),
        .. Texts(report, "signedOn").Select(day => DateOnly.Parse(day, CultureInfo.InvariantCulture).ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture)),
    ];

    private static IEnumerable<string> Section(JsonElement section, JsonElement report, bool tables)
    {
        if (section.GetProperty("heading").ValueKind != JsonValueKind.Null)
        {
            yield return string.Concat(Texts(section, "number", "heading"));
        }

        foreach (var paragraph in section.GetProperty("body").EnumerateArray().Select(entry => entry.GetString()!))
        {
            if (!paragraph.StartsWith("{{表:", StringComparison.Ordinal))
            {
                yield return paragraph;
            }
            else if (tables)
            {
                foreach (var cell in Table(paragraph[4..^2], report))
                {
                    yield return cell;
                }
            }
        }
    }

    private static IEnumerable<string> Table(string name, JsonElement report) => name switch
    {
        "概况" => [.. Texts(report, "projectName", "background", "purpose"), Number(BudgetInTenThousands(report))],
        "实施情况" => Rows(report, "implementation", "unit", "activity", "text"),
        "资金" => [.. Rows(report, "lines", "group", "item", "unit", "allocated", "spent", "statedBalance", "balanceReason"),
            .. Enumerable.Range(1, report.GetProperty("lines").EnumerateArray().DistinctBy(line => line.GetProperty("item").GetString()).Count()).Select(ordinal => Number(ordinal)),
            .. Texts(report.GetProperty("statedTotals"), "allocated", "spent", "balance")],
        "年度目标" => Rows(report, "targets", "unit", "activity", "goal"),
        "主要绩效" => Rows(report, "results", "unit", "activity", "result", "stateText"),
        "指标" => [.. report.GetProperty("leaves").EnumerateArray().SelectMany(leaf =>
            Texts(leaf.GetProperty("printed"), "level1", "level2", "level3", "level4", "weight", "explanation", "standard").Concat(Texts(leaf, "stated", "note"))),
            .. Texts(report, "statedScore")],
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "没有这张表"),
    };

    private static IEnumerable<string> Rows(JsonElement report, string table, params string[] columns) =>
        report.GetProperty(table).EnumerateArray().SelectMany(row => Texts(row, columns));

    private static IEnumerable<string> Texts(JsonElement owner, params string[] names) =>
        names.Select(name => owner.GetProperty(name)).Where(value => value.ValueKind != JsonValueKind.Null)
            .Select(value => value.ValueKind == JsonValueKind.Number ? Number(value.GetDecimal()) : value.GetString()!);

    private static decimal BudgetInTenThousands(JsonElement report) =>
        report.GetProperty("funding").EnumerateArray().Sum(source => source.GetProperty("initialBudget").GetDecimal()) / 10_000m;

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Seed(string key) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "seeds", $"{key}.txt"));

    private static JsonElement Report(string key) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "json", $"report-{key}.json"))).RootElement;
}
