using System.Net;
using AngleSharp.Html.Dom;
using PerfEval.Documents.Excel;
using PerfEval.Documents.Reading;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;
using PerfEval.Domain.Tests.Scoring;
using PerfEval.Tests.Excel;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Indicators;

/// <summary>Trees and official tables from Excel.</summary>
public sealed class TreeImportTests : IDisposable
{
    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public async Task What_is_exported_comes_back_as_it_was(int id)
    {
        var tree = (await app.TreeAsync(id))!;
        var sheet = TreeReader.Read(TreeWorkbook.Export(tree), "导出.xlsx");
        Assert.Empty(sheet.Faults);
        Assert.Empty(TreeComparison.Of(tree, sheet.Tree).Differences);
        Assert.Equal(tree.Ordered().Select(Shown), sheet.Tree.Ordered().Select(Shown));
        Assert.Equal((tree.Code, tree.Name, tree.NeedsVerification, tree.LeafPlaces), (sheet.Tree.Code, sheet.Tree.Name, sheet.Tree.NeedsVerification, sheet.Tree.LeafPlaces));
        Assert.All(sheet.Origins.Values, o => Assert.Equal(RuleOrigin.Given, o.Origin));
    }

    /// <summary>The bundled trees do not have every kind of rule.</summary>
    [Fact]
    public void A_rule_of_every_kind_comes_back_from_excel()
    {
        var tree = new IndicatorTree("K", "各种规则");
        foreach (var (rule, n) in AllRules.Samples.Select((s, n) => (s.Rule, n)))
        {
            tree.AddIndicator(new($"R{n}", $"规则{n}", 10, rule));
        }

        var sheet = TreeReader.Read(TreeWorkbook.Export(tree), "导出.xlsx");
        Assert.Empty(sheet.Faults);
        Assert.Equal(AllRules.Samples.Select(s => Json(s.Rule)), sheet.Tree.Leaves().Select(l => Json(l.Rule)));
    }

    /// <summary>A table of a district that has sentences only.</summary>
    [Fact]
    public void Sentences_with_lower_bands_and_several_kinds_of_faults_are_proposed_as_rules()
    {
        var book = new Book().Sheet("表", Rows(
            ["一级指标", "二级指标", "分值", "评分标准"],
            ["产出", "投诉率", 5, "投诉率≤1%得5分；1%＜投诉率≤3%得3分；投诉率＞3%得0分。"],
            [null, "工程质量", 6, "一般质量问题每处扣0.5分，严重质量问题每处扣2分，扣完为止；存在弄虚作假的，不得分。"],
            [null, "工期", 5, "延期10天以内得5分，延期10-20天得3分，延期20天以上不得分"]));
        var sheet = TreeReader.Read(book.ToBytes(), "表.xlsx");
        Assert.Empty(sheet.Faults);
        Assert.Equal(
            [
                Json(new LowerBands([new(1, Points: 5), new(3, Points: 3)])),
                Json(new FaultKinds([new("一般质量问题", 0.5m, Measure: "处"), new("严重质量问题", 2, Measure: "处"), new("弄虚作假", Veto: true, Measure: "例")])),
                "null",
            ],
            sheet.Tree.Leaves().Select(l => Json(l.Rule)));
        Assert.Equal(["Proposed", "Proposed", "Open"], sheet.Tree.Leaves().Select(l => $"{sheet.Origins[l.Code].Origin}"));
    }

    private static string Json(ScoringRule? rule) => System.Text.Json.JsonSerializer.Serialize(rule, ScoringJson.Options);

    [Fact]
    public void An_official_table_with_merged_cells_and_weights_in_its_names_becomes_a_tree()
    {
        var book = new Book().Sheet("附件2", Rows(
            ["2024年度项目支出绩效评价指标体系"],
            ["一级指标", "二级指标", "三级指标", "四级指标", "分值", "指标解释", "评分标准"],
            ["A.项目决策（20%）", "A1.项目立项（8%）", "A11.立项依据充分性", "A111.与规划匹配性", 5, "是否匹配", "匹配，得满分；不匹配，不得分。"],
            [null, null, null, "A112.与职责适应性", 3, null, "是，得满分；否，不得分。"],
            [null, "A2.绩效目标（12%）", "A21.目标合理性", null, 12, null, "按实际情况酌情给分。"],
            ["B.产出（80%）", "B1.数量", "B11.完成率", null, 79, null, "完成率达到100%得满分；未达到的，按完成比例计分。"],
            ["合计", null, null, null, 99]), """<mergeCells count="3"><mergeCell ref="A3:A5"/><mergeCell ref="B3:B4"/><mergeCell ref="C3:C4"/></mergeCells>""");
        var sheet = TreeReader.Read(book.ToBytes(), "指标表.xlsx");
        Assert.Empty(sheet.Faults);
        Assert.Equal("2024年度项目支出绩效评价指标体系", sheet.Tree.Name);
        Assert.Equal(
            "A项目决策=20 .A1项目立项=8 ..A11立项依据充分性=8 ...A111与规划匹配性=5 ...A112与职责适应性=3 .A2绩效目标=12 ..A21目标合理性=12 B产出=80 .B1数量=79 ..B11完成率=79",
            string.Join(' ', sheet.Tree.Ordered().Select(i => $"{new string('.', i.Level - 1)}{i.Code}{i.Name}={i.Weight:0.##}")));
        Assert.IsType<MetNotMet>(sheet.Tree.Indicators.Single(i => i.Code == "A111").Rule);
        Assert.Equal(RuleOrigin.Proposed, sheet.Origins["A111"].Origin);
        Assert.Contains(sheet.Notes, n => n == "“B产出”写明80分，下级合计79分，还差1分");
        Assert.Contains(sheet.Notes, n => n.StartsWith("第7行“合计”不是指标", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_with_its_place()
    {
        var book = new Book().Sheet("表", Rows(
            ["一级指标", "二级指标", "代码", "分值", "评分标准", "绑定数据", "评分规则"],
            ["决策", null, null, null, null, null, null],
            [null, "立项", "A1", "五分多", null, null, null],
            [null, "目标", "A2", 200, null, null, null],
            [null, "资金", "A3", 5, null, "人口", "{\"type\":\"Magic\"}"],
            [null, null, null, 3, null, null, null]));
        var sheet = TreeReader.Read(book.ToBytes(), "表.xlsx");
        Assert.Equal(
            ["表!D3 分值不是数字", "表!D4 “A2”的分值应大于0且不超过100分，现为200分", "表!F5 没有这一项项目数据", "表!G5 评分规则的格式不能识别", "表!A6 有分值而没有指标名称"],
            sheet.Faults.Select(f => $"{f.Place} {f.Rule}"));
        Assert.All(sheet.Faults, f => Assert.NotEmpty(f.Remedy));
    }

    [Theory]
    [InlineData("A11.立项依据（20%）", "A", "A11", "立项依据", 20d)]
    [InlineData("A11、立项依据（权重：2.5分）", "A", "A11", "立项依据", 2.5)]
    [InlineData("C22公众满意度", "C", "C22", "公众满意度", null)]
    [InlineData("1.1 质量", "1", "1.1", "质量", null)]
    [InlineData("A级景区数量", "B", null, "A级景区数量", null)]
    [InlineData("满意度（问卷）", "C", null, "满意度（问卷）", null)]
    [InlineData("2024年完成率", "B", null, "2024年完成率", null)]
    public void Names_are_taken_apart(string cell, string above, string? code, string name, double? weight)
    {
        var book = new Book().Sheet("表", Rows(["一级指标", "二级指标", "代码", "分值"], [$"{above}.上级", null, above, 20], [null, cell, null, weight is null ? 20 : null]));
        var sheet = TreeReader.Read(book.ToBytes(), "表.xlsx");
        Assert.Empty(sheet.Faults);
        var leaf = sheet.Tree.Leaves().Single();
        Assert.Equal((name, (decimal)(weight ?? 20)), (leaf.Name, leaf.Weight));
        Assert.Equal(code ?? sheet.Tree.Ordered()[0].Code + (char.IsAsciiDigit(above[0]) ? ".1" : "1"), leaf.Code);
    }

    [Fact]
    public async Task A_table_is_previewed_and_becomes_a_draft()
    {
        var client = await app.SignedInAsync("pingshen");
        var content = TreeWorkbook.Export((await app.TreeAsync(1))!);
        using var preview = await UploadAsync(client, "东川.xlsx", content);
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        var page = await preview.DocumentAsync();
        Assert.Contains("54 个指标，其中末级 32 个", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", ((IHtmlInputElement)page.QuerySelector("[name='Form.Code']")!).Value);
        using var taken = await client.SendFormAsync("", page.Form("Commit"), new Dictionary<string, string?> { ["Form.Code"] = "DC2020" });
        Assert.Equal(HttpStatusCode.BadRequest, taken.StatusCode);
        using var done = await client.SendFormAsync("", (await taken.DocumentAsync()).Form("Commit"), new Dictionary<string, string?> { ["Form.Code"] = "DC2024" });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var id = int.Parse(done.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Empty(TreeComparison.Of((await app.TreeAsync(1))!, (await app.TreeAsync(id))!).Differences);
        Assert.Equal(TreeStatus.Draft, (await app.TreeAsync(id))!.Status);
    }

    [Fact]
    public async Task A_file_with_faults_or_without_a_table_imports_nothing()
    {
        var client = await app.SignedInAsync("pingshen");
        var before = await app.StoredAsync();
        using var faulty = await UploadAsync(client, "表.xlsx", new Book().Sheet("表", Rows(["一级指标", "分值"], ["决策", "多"])).ToBytes());
        Assert.Equal(HttpStatusCode.BadRequest, faulty.StatusCode);
        Assert.Contains("表!B2（第 2 行）", (await faulty.DocumentAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var other = await UploadAsync(client, "表.xlsx", new Book().Sheet("表", Rows(["姓名", "电话"], ["甲", "1"])).ToBytes());
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        Assert.Contains("没有找到指标表的表头", (await other.DocumentAsync()).Said(), StringComparison.Ordinal);
        using var none = await client.PostFormAsync("/indicators/import", "Preview", new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        using var forged = await client.SendFormAsync("", (await client.GetDocumentAsync("/indicators/import")).Form("Preview"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(before, await app.StoredAsync());
    }

    private static IEnumerable<(int Number, object?[] Cells)> Rows(params object?[][] rows) => rows.Select((row, n) => (n + 1, row));

    private static string Shown(Indicator i) => System.Text.Json.JsonSerializer.Serialize(i.Content with { Weight = i.Weight / 1.0000m }, ScoringJson.Options);

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string name, byte[] content) =>
        await client.SendFormAsync("", (await client.GetDocumentAsync("/indicators/import")).Form("Preview"), new Dictionary<string, string?>(), ("Sheet", name, content));
}
