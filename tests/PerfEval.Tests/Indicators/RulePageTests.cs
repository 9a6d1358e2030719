using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Auditing;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;
using PerfEval.Domain.Tests.Scoring;
using PerfEval.Tests.Support;
using PerfEval.Web.Pages.Indicators;

namespace PerfEval.Tests.Indicators;

/// <summary>The page on which a reviewer writes the rule of one leaf.</summary>
public sealed class RulePageTests(App app) : IClassFixture<App>
{
    private static int drafts;

    public static TheoryData<string> BundledTrees => ["tree-dongchuan-2020", "tree-self-2020"];

    public static TheoryData<string> Kinds => [.. RuleKinds.All.Select(k => k.Key)];

    /// <summary>What is stored comes back as it was when the form is saved as it is shown, for every rule of the bundled trees.</summary>
    [Theory]
    [MemberData(nameof(BundledTrees))]
    public async Task A_stored_rule_survives_its_form(string file)
    {
        var json = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Demo", "json", file + ".json"));
        var document = JsonSerializer.Deserialize<TreeDocument>(json, ScoringJson.Options)!;
        var tree = await DraftAsync(document);
        using var client = await app.SignedInAsync("pingshen");
        foreach (var (leaf, content) in tree.Leaves().Select(l => (l.Id, l.Content)))
        {
            using var answer = await client.PostFormAsync(Url(tree, leaf), "", new Dictionary<string, string?> { ["Form.EvidenceNeeded"] = "台账" });
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{content.Code}: {(await answer.DocumentAsync()).Said()}");
            Assert.Equal(Json(content with { EvidenceNeeded = "台账" }), Json(await ContentAsync(leaf)));
        }
    }

    /// <summary>The same for one rule of each kind and for the corners that the bundled trees do not have.</summary>
    [Fact]
    public async Task A_rule_of_every_kind_survives_its_form()
    {
        ScoringRule[] rules =
        [
            .. AllRules.Samples.Select(s => s.Rule), new DeductPerOccurrence(1), new Expert(), new LinearDecay(0, 1, 10, Direction: DecayDirection.Above, Measure: ""),
            new LinearDecay(-3.5m, 0.0001m, 10_000, PointsUnit.Points, Measure: "摄氏度"), new ShortfallCount([new("甲", 0.5m), new("乙", 3)], 5, PointsUnit.PercentOfWeight, 2, "场"),
            new Checklist([new("b", "后", 1), new("a", "先", 2)]), new ElementCount([new("x", "一\n二", 33.3333m), new("y", "三", 66.6667m, true)]),
            new Ratio(0, RatioDirection.Equal, "起"), new Tiered([new("q", "甲", Points: 0.5m), new("w", "乙", 0)]), new Bands([new(0, Points: 2), new(-5, 10)], "分"),
        ];
        Assert.Equal(RuleKinds.All.Select(k => k.Key).Order(), rules.Select(r => r.GetType().Name).Distinct().Order());
        var tree = await DraftAsync(Leaves(rules));
        using var client = await app.SignedInAsync("pingshen");
        foreach (var (leaf, rule) in tree.Leaves().Zip(rules))
        {
            using var answer = await client.PostFormAsync(Url(tree, leaf.Id), "", new Dictionary<string, string?> { ["Form.Explanation"] = "解释" });
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{rule}: {(await answer.DocumentAsync()).Said()}");
            var stored = await ContentAsync(leaf.Id);
            Assert.Equal((JsonSerializer.Serialize(rule, ScoringJson.Options), "解释"), (JsonSerializer.Serialize(stored.Rule, ScoringJson.Options), stored.Explanation));
        }
    }

    [Fact]
    public void Random_rules_survive_the_form()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var rule = AnyRule(random, i);
            var form = new RuleForm();
            form.Take(rule);
            var (read, faults) = RuleFormReader.Read(form, 10);
            Assert.Empty(faults);
            Assert.Equal(JsonSerializer.Serialize(rule, ScoringJson.Options), JsonSerializer.Serialize(read, ScoringJson.Options));
        }
    }

    [Fact]
    public async Task A_sentence_is_filled_in_previewed_and_saved_with_full_width_digits()
    {
        var tree = await DraftAsync(Leaves([null]));
        var leaf = tree.Leaves()[0].Id;
        using var client = await app.SignedInAsync("pingshen");
        var page = await client.GetDocumentAsync(Url(tree, leaf));
        Assert.NotNull(page.QuerySelector("details.rule-kinds[open]"));

        using var chosen = await ActAsync(client, tree, leaf, page, "kind:LinearDecay");
        page = await chosen.DocumentAsync();
        Assert.Equal("95", Value(page, "Form.FullAt"));
        using var typed = await ActAsync(client, tree, leaf, page, "", new() { ["Form.FullAt"] = "９０％", ["Form.Deduct"] = "２", ["Form.Cutoff"] = "６０" });
        page = await typed.DocumentAsync();
        Assert.Equal(HttpStatusCode.OK, typed.StatusCode);
        Assert.Equal("达到90%及以上，得满分；低于90%，每下降1个百分点扣权重的2%（0.2分）（按实际差额计），扣完为止；低于60%，不得分。", page.QuerySelector(".rule-standard")!.TextContent);
        Assert.Contains("断崖：正好60%得4分", page.QuerySelector(".rule-preview")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("89.99%", page.QuerySelector(".rule-table")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("svg.rule-curve path.curve"));
        Assert.Null((await ContentAsync(leaf)).Rule);
        Assert.Equal(Url(tree, leaf), page.Form("#rule-form").GetAttribute("action"));

        using var saved = await client.SendFormAsync("", page.Form("#rule-form"), new Dictionary<string, string?> { ["Form.Figure"] = "BudgetExecutionRate", ["Form.Denominator"] = "Received" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var stored = await ContentAsync(leaf);
        Assert.Equal(new LinearDecay(90, 1, 2, PointsUnit.PercentOfWeight, StepMode.Linear, Cutoff: 60), stored.Rule);
        Assert.Equal(new FigureBinding(Figure.BudgetExecutionRate, ExecutionDenominator.Received), stored.Binding);
        var audit = await app.WithDatabaseAsync(db => db.Audit.Where(a => a.Chain == AuditChain.Templates).OrderByDescending(a => a.Sequence).FirstAsync());
        Assert.Contains("修改评分规则", audit.Act, StringComparison.Ordinal);
        Assert.Contains("LinearDecay", audit.Changes, StringComparison.Ordinal);
        page = await client.GetDocumentAsync(Url(tree, leaf));
        Assert.Contains("预算执行率 = 实际支出 ÷ 到位资金 × 100%", page.QuerySelector(".rule-formula")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_kind_can_be_chosen_and_shows_what_it_does_or_what_is_missing(string kind)
    {
        var tree = await DraftAsync(Leaves([new Tiered([new("1", "规范", 100), new("2", "不规范", 0)])]));
        var leaf = tree.Leaves()[0].Id;
        using var client = await app.SignedInAsync("pingshen");
        using var answer = await ActAsync(client, tree, leaf, await client.GetDocumentAsync(Url(tree, leaf)), $"kind:{kind}");
        var page = await answer.DocumentAsync();
        Assert.Equal(RuleKinds.Find(kind)!.Name, page.QuerySelector(".rule-chosen b")!.TextContent);
        var preview = page.QuerySelector("#rule-preview")!;
        Assert.True(preview.QuerySelector(".rule-standard") is not null || preview.QuerySelectorAll(".rule-faults li").Length > 0, preview.TextContent);

        // Whatever is chosen in between, what was typed comes back with the first kind.
        using var back = await ActAsync(client, tree, leaf, page, "kind:Tiered");
        page = await back.DocumentAsync();
        Assert.Equal(["规范", "不规范"], page.QuerySelector("#rule-form")!.QuerySelectorAll<IHtmlInputElement>(".rule-rows input[name$='.Text']").Select(i => i.Value));
        Assert.IsType<Tiered>((await ContentAsync(leaf)).Rule);
    }

    [Fact]
    public async Task Rows_come_go_and_move_and_nothing_is_saved()
    {
        var tree = await DraftAsync(Leaves([new Tiered([new("a", "甲", 100), new("b", "乙", 60), new("c", "丙", 0)])]));
        var leaf = tree.Leaves()[0].Id;
        using var client = await app.SignedInAsync("pingshen");
        var page = await client.GetDocumentAsync(Url(tree, leaf));
        foreach (var (act, rows, goOn) in new[]
        {
            ("up:2", "甲丙乙", "row-1-up"), ("up:1", "丙甲乙", "row-0-down"), ("down:1", "丙乙甲", "row-2-up"), ("remove:1", "丙甲", "row-1-remove"), ("remove:7", "丙甲", null),
            ("up:0", "丙甲", null), ("add", "丙甲", "Form_Rows_2__Text"), ("down:x", "丙甲", null), ("kind:Nonsense", "丙甲", null), ("direction:9", "丙甲", null),
        })
        {
            using var answer = await ActAsync(client, tree, leaf, page, act);
            page = await answer.DocumentAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(rows, string.Concat(page.QuerySelector("#rule-form")!.QuerySelectorAll<IHtmlInputElement>(".rule-rows input[name$='.Text']").Select(i => i.Value)));
            Assert.Equal(goOn, page.QuerySelector("[autofocus]")?.Id);
        }

        Assert.Equal(3, page.QuerySelectorAll(".rule-rows > li").Length);
        Assert.Equal(["c", "a", "1"], page.QuerySelector("#rule-form")!.QuerySelectorAll<IHtmlInputElement>(".rule-rows input[name$='.Key']").Select(i => i.Value));
        Assert.Equal(["a", "b", "c"], ((Tiered)(await ContentAsync(leaf)).Rule!).Levels.Select(l => l.Key));
    }

    [Fact]
    public void Turning_to_another_side_takes_the_line_along()
    {
        var form = new RuleForm();
        form.Take(new LinearDecay(95, 1, 1, Cutoff: 60));
        form.Do("direction:Both");
        Assert.Equal((DecayDirection.Both, "95", "0", null), (form.Direction, form.Target, form.FullAt, form.Cutoff));
        Assert.Equal(new LinearDecay(0, 1, 1, Direction: DecayDirection.Both, Target: 95), RuleFormReader.Read(form, 2).Rule);
        form.Do("direction:Above");
        Assert.Equal(new LinearDecay(95, 1, 1, Direction: DecayDirection.Above), RuleFormReader.Read(form, 2).Rule);
    }

    public static TheoryData<ScoringRule, Dictionary<string, string?>, string[]> Refused => new()
    {
        { new MetNotMet(), new() { ["Form.Yes"] = "", ["Form.No"] = "" }, ["Form.Yes 没有填写达标的说法", "Form.No 没有填写不达标的说法"] },
        { new Tiered([new("1", "甲", 100), new("2", "乙", 0)]), new() { ["Form.Rows[0].Amount"] = "101", ["Form.Rows[1].Text"] = "" }, ["Form.Rows[0].Amount 第1行得分应在0到100之间，现为101", "Form.Rows[1].Text 第2行没有填写档次名称"] },
        { new DeductPerOccurrence(1), new() { ["Form.Deduct"] = "〇", ["Form.Floor"] = "99", ["Form.Matter"] = "" }, ["Form.Deduct 不是数字", "Form.Floor 扣分下限", "Form.Matter 没有填写"] },
        { new DeductPerOccurrence(1, Items: ["甲", "乙"]), new() { ["Form.Rows[1].Text"] = "甲" }, ["Form.Rows[1].Text 第2行“甲”与第1行相同"] },
        { new ZeroTolerance(), new() { ["Form.Matter"] = "" }, ["Form.Matter 没有填写计数的事项"] },
        { new Checklist([new("1", "甲", 1)]), new() { ["Form.Rows[0].Amount"] = "0" }, ["Form.Rows[0].Amount 第1行分数应大于0"] },
        { new ElementCount([new("1", "甲", 100)]), new() { ["Form.Rows[0].Amount"] = "abc", ["Form.Rows[0].Text"] = "" }, ["Form.Rows[0].Amount 不是数字", "Form.Rows[0].Text 没有填写评价要点"] },
        { new LinearDecay(95, 1, 1, Cutoff: 60), new() { ["Form.FullAt"] = "", ["Form.Step"] = "0", ["Form.Deduct"] = "-1", ["Form.Cutoff"] = "1e3" }, ["Form.FullAt 没有填写满分线", "Form.Step 应大于0", "Form.Deduct 应大于0", "Form.Cutoff 不是数字"] },
        { new LinearDecay(95, 1, 1, Cutoff: 60), new() { ["Form.Cutoff"] = "96", ["Form.Step"] = "0.00001" }, ["Form.Cutoff 截止线96应在满分线95以下", "Form.Step 小数超过4位"] },
        { new ShortfallCount([new("甲", 3)], 1), new() { ["Form.Rows[0].From"] = "-3", ["Form.Deduct"] = "99999999" }, ["Form.Rows[0].From 第1行计划数应大于0", "Form.Deduct 每次扣分应大于0且不超过10000"] },
        { new Ratio(10), new() { ["Form.Target"] = "-1", ["Form.Measure"] = new string('米', 30) }, ["Form.Target 指标值应在0到", "Form.Measure 请缩短到20个字以内"] },
        { new Bands([new(90, 100), new(60, 50)]), new() { ["Form.Rows[1].From"] = "９５", ["Form.Rows[1].Amount"] = "50" }, ["Form.Rows[1].From 各段应从高到低"] },
        { new LowerBands([new(1, 100), new(3, 50)]), new() { ["Form.Rows[1].To"] = "１", ["Form.Rows[1].Amount"] = "50" }, ["Form.Rows[1].To 各段应从低到高"] },
        { new LowerBands([new(1, 100), new(3, 50)]), new() { ["Form.Rows[1].To"] = "", ["Form.Rows[0].Amount"] = "-1" }, ["Form.Rows[1].To 第2行没有填写终点", "Form.Rows[0].Amount 第1行得分应在0到100之间"] },
        {
            new FaultKinds([new("一般", 1), new("严重", 2, Most: 4)]), new() { ["Form.Rows[0].Text"] = "", ["Form.Rows[0].Amount"] = "0", ["Form.Rows[1].Measure"] = "", ["Form.Rows[1].To"] = "很多", ["Form.Floor"] = "10" },
            ["Form.Rows[0].Text 第1行没有填写问题的名称", "Form.Rows[0].Amount 第1行扣分应大于0", "Form.Rows[1].Measure 第2行没有填写量词", "Form.Rows[1].To 不是数字", "Form.Floor 扣分下限"]
        },
        { new FaultKinds([new("一般", 1), new("严重", 2)]), new() { ["Form.Rows[1].Text"] = "一般" }, ["Form.Rows[1].Text 第2行“一般”与第1行相同"] },
        { QualitativeRange.National, new() { ["Form.Rows[2].From"] = "70" }, ["Form.Rows[2].From 不在0到100之间或上下颠倒"] },
        { new Expert(), new() { ["Form.Guidance"] = new string('长', 1001), ["Form.Standard"] = new string('长', 4001) }, ["Form.Guidance 请缩短到1000个字以内", "Form.Standard 请缩短到4000个字以内"] },
        { new Ratio(100), new() { ["Form.Unit"] = "Nonsense" }, [] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_makes_no_rule_is_refused_with_all_faults_beside_their_fields(ScoringRule rule, Dictionary<string, string?> typed, string[] expected)
    {
        var tree = await DraftAsync(Leaves([rule]));
        using var client = await app.SignedInAsync("pingshen");
        if (expected.Length == 0)
        {
            using var answer = await client.PostFormAsync(Url(tree, tree.Leaves()[0].Id), "", typed);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            return;
        }

        // The order of rows is the rule's own matter: it stands below the list, not in one of its fields.
        var (beside, below) = (expected.Where(e => !e.Contains("各段", StringComparison.Ordinal) && !e.Contains("颠倒", StringComparison.Ordinal)).ToList(), expected.Where(e => e.Contains("各段", StringComparison.Ordinal) || e.Contains("颠倒", StringComparison.Ordinal)));
        var page = await app.RefusedAsync(client, Url(tree, tree.Leaves()[0].Id), "#rule-form", typed, [.. beside.Select(e => (e[..e.IndexOf(' ')], e[(e.IndexOf(' ') + 1)..]))]);
        Assert.All(below, e => Assert.Contains(e[(e.IndexOf(' ') + 1)..], page.QuerySelector("#rule-editor")!.TextContent + page.Said(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_figure_that_the_rule_cannot_take_is_refused()
    {
        var tree = await DraftAsync(Leaves([new ZeroTolerance(), new MetNotMet()]));
        using var client = await app.SignedInAsync("pingshen");
        var page = await client.GetDocumentAsync(Url(tree, tree.Leaves()[0].Id));
        Assert.Equal(["", "CancelledResults", "PlannedResults", "CompletedResults"], page.QuerySelectorAll<IHtmlOptionElement>("[name='Form.Figure'] option").Select(o => o.Value));
        foreach (var leaf in tree.Leaves())
        {
            var before = await app.StoredAsync();
            using var answer = await client.PostFormAsync(Url(tree, leaf.Id), "#rule-form", new Dictionary<string, string?> { ["Form.Figure"] = "BudgetExecutionRate" });
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("不能用预算执行率作计分依据", (await answer.DocumentAsync()).Said(), StringComparison.Ordinal);
            Assert.Equal(before, await app.StoredAsync());
        }
    }

    [Fact]
    public async Task A_text_is_read_asked_about_and_filled_in_for_review()
    {
        var tree = await DraftAsync(Leaves([null]));
        var leaf = tree.Leaves()[0].Id;
        using var client = await app.SignedInAsync("pingshen");
        var page = await client.GetDocumentAsync(Url(tree, leaf));
        using var read = await ActAsync(client, tree, leaf, page, "read", new() { ["Form.ReadText"] = "预算执行率95%以上，得满分；低于95%，每下降1%扣权重的1%；预算执行率60%以下，不计分。" });
        page = await read.DocumentAsync();
        Assert.Contains("95", string.Concat(page.QuerySelectorAll(".rule-text .understood").Select(s => s.TextContent)), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".rule-notes li"));

        // Nothing answered: every open question says so. Then each is answered with its first answer, as often as it takes.
        using var silent = await ActAsync(client, tree, leaf, page, "answer");
        page = await silent.DocumentAsync();
        Assert.Equal(page.QuerySelectorAll(".rule-question .field-error").Length, page.QuerySelectorAll(".rule-question[id]").Length);
        for (var round = 0; round < 8 && page.QuerySelector("#rule-fill") is null; round++)
        {
            var answers = page.QuerySelectorAll(".rule-question[id]").ToDictionary(
                q => q.QuerySelector("input[type=radio]")!.GetAttribute("name")!, q => q.QuerySelector("input[type=radio]")!.GetAttribute("value"));
            using var next = await ActAsync(client, tree, leaf, page, "answer", answers);
            page = await next.DocumentAsync();
        }

        Assert.Null((await ContentAsync(leaf)).Rule);
        using var filled = await ActAsync(client, tree, leaf, page, "fill");
        page = await filled.DocumentAsync();
        Assert.Equal(("LinearDecay", "95", "60"), (Value(page, "Form.Kind"), Value(page, "Form.FullAt"), Value(page, "Form.Cutoff")));
        Assert.Equal("rule-kind", page.QuerySelector("[autofocus]")?.Id);
        Assert.Null((await ContentAsync(leaf)).Rule);
        using var saved = await client.SendFormAsync(Url(tree, leaf), page.Form("#rule-form"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal((95m, 60m), (await ContentAsync(leaf)).Rule is LinearDecay decay ? (decay.FullAt, decay.Cutoff) : default);
    }

    /// <summary>What was pasted is what the rule says: it replaces an older wording, and the script is told where it goes.</summary>
    [Theory]
    [InlineData("投诉率≤1%得10分；1%＜投诉率≤3%得6分；投诉率＞3%不得分", nameof(LowerBands), "Form.Rows[1].To", "3")]
    [InlineData("一般质量问题每处扣0.5分，严重质量问题每处扣2分，最多扣6分，扣完为止；存在虚报冒领的，不得分", nameof(FaultKinds), "Form.Rows[1].To", "6")]
    public async Task A_pasted_sentence_becomes_the_standard_of_the_rule_that_was_read_from_it(string text, string kind, string field, string value)
    {
        var tree = await DraftAsync(Leaves([new MetNotMet()]));
        var leaf = tree.Leaves()[0].Id;
        using var client = await app.SignedInAsync("pingshen");
        using var read = await ActAsync(client, tree, leaf, await client.GetDocumentAsync(Url(tree, leaf)), "read", new() { ["Form.ReadText"] = text, ["Form.Standard"] = "旧的文字" });
        using var filled = await ActAsync(client, tree, leaf, await read.DocumentAsync(), "fill");
        var page = await filled.DocumentAsync();
        Assert.Equal((kind, value), (Value(page, "Form.Kind"), Value(page, field)));
        Assert.Equal(text, page.QuerySelector<IHtmlTextAreaElement>("#Form_Standard")!.Value);
        Assert.Equal(text, page.QuerySelector("[data-into=Form_Standard]")!.TextContent);
        Assert.Contains("与评分标准原文的得分一致", page.QuerySelector("#rule-preview")!.TextContent, StringComparison.Ordinal);
        using var saved = await client.SendFormAsync(Url(tree, leaf), page.Form("#rule-form"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal((kind, text), await ContentAsync(leaf) is var content ? (content.Rule!.GetType().Name, content.Standard) : default);
    }

    /// <summary>What a level earns is not what a case costs, so amounts do not cross over; a veto takes no amount.</summary>
    [Fact]
    public void Levels_turned_into_kinds_of_faults_keep_their_names_and_leave_their_amounts()
    {
        var form = new RuleForm();
        form.Take(new Tiered([new("1", "一般问题", 100), new("2", "严重问题", 60)]));
        form.Do("kind:FaultKinds");
        Assert.Equal([("一般问题", null, "处"), ("严重问题", null, "处")], form.Rows.Select(r => (r.Text, r.Amount, r.Measure)));
        (form.Rows[0].Amount, form.Rows[0].Unit, form.Rows[1].Veto) = ("0.5", PointsUnit.Points, true);
        Assert.Equal("没有下列情形，得满分；一般问题每处扣0.5分；扣完为止；存在严重问题，不得分。", RuleFormReader.Read(form, 5).Rule!.Standard(5));
        Assert.Equal("Form_Rows_2__Text", form.Do("add"));
        Assert.Equal((PointsUnit.Points, "处"), (form.Rows[2].Unit, form.Rows[2].Measure));
        form.Do("kind:LowerBands");
        Assert.Equal("Form_Rows_3__To", form.Do("add"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("按有关规定执行")]
    public async Task A_text_that_says_nothing_is_refused_with_a_reason(string text)
    {
        var tree = await DraftAsync(Leaves([null]));
        var leaf = tree.Leaves()[0].Id;
        using var client = await app.SignedInAsync("pingshen");
        using var answer = await ActAsync(client, tree, leaf, await client.GetDocumentAsync(Url(tree, leaf)), "read", new() { ["Form.ReadText"] = text });
        var page = await answer.DocumentAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(page.QuerySelector(".rule-reading .notice, .rule-question") is not null, page.QuerySelector(".rule-reading")?.TextContent);
        Assert.Null(page.QuerySelector("#rule-fill"));
    }

    [Fact]
    public async Task The_script_gets_the_parts_and_the_preview_counts_the_defects()
    {
        var tree = await DraftAsync(Leaves([new LinearDecay(100, 5, 0.1m, PointsUnit.Points)]));
        var leaf = tree.Leaves()[0].Id;
        using var client = await app.SignedInAsync("pingshen");
        var page = await client.GetDocumentAsync(Url(tree, leaf));
        client.DefaultRequestHeaders.Add("X-Part", "rule");
        using var answer = await ActAsync(client, tree, leaf, page, "");
        var part = await answer.DocumentAsync();
        Assert.Null(part.QuerySelector("main"));
        Assert.NotNull(part.QuerySelector("#rule-editor"));
        Assert.Contains("“扣完为止”不可达", part.QuerySelector("#rule-preview .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(DefectKind.UnreachableFloor.Remedy(), part.QuerySelector("#rule-preview .notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_trees_are_read_by_business_and_changed_by_nobody_and_drafts_are_the_reviewers()
    {
        var draft = await DraftAsync(Leaves([new MetNotMet()]));
        var (published, leaf) = await app.WithDatabaseAsync(async db =>
        {
            var tree = await db.Trees.Include(t => t.Indicators).FirstAsync(t => t.Status == TreeStatus.Published);
            return (tree, tree.Leaves()[0]);
        });
        using var reviewer = await app.SignedInAsync("pingshen");
        var form = (await reviewer.GetDocumentAsync(Url(draft, draft.Leaves()[0].Id))).Form("#rule-form");
        foreach (var name in new[] { "pingshen", "kuaiji", "lingdao" })
        {
            using var client = await app.SignedInAsync(name);
            var page = await client.GetDocumentAsync(Url(published, leaf.Id));
            Assert.Null(page.QuerySelector("#rule-form"));
            Assert.NotNull(page.QuerySelector(".rule-standard"));
            using var hidden = await client.GetAsync(Url(draft, draft.Leaves()[0].Id));
            Assert.Equal(name == "pingshen" ? HttpStatusCode.OK : HttpStatusCode.NotFound, hidden.StatusCode);
            using var strange = await client.GetAsync(Url(published, draft.Leaves()[0].Id));
            Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);
            using var node = await client.GetAsync(Url(published, published.Ordered()[0].Id));
            Assert.Equal(HttpStatusCode.NotFound, node.StatusCode);
        }

        var before = await app.StoredAsync();
        form.SetAttribute("action", Url(published, leaf.Id));
        using var refused = await reviewer.SendFormAsync(Url(published, leaf.Id), form, new Dictionary<string, string?> { ["Form.Yes"] = "改过" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("已发布", (await refused.DocumentAsync()).Said(), StringComparison.Ordinal);
        Assert.Equal(before, await app.StoredAsync());
    }

    private static Task<HttpResponseMessage> ActAsync(HttpClient client, IndicatorTree tree, int leaf, IHtmlDocument page, string act, Dictionary<string, string?>? typed = null)
    {
        var form = page.Form("#rule-form");
        form.SetAttribute("action", $"{Url(tree, leaf)}?handler=Preview");
        return client.SendFormAsync("", form, new Dictionary<string, string?>(typed ?? []) { ["act"] = act });
    }

    private static string Value(IHtmlDocument page, string name) => ((IHtmlInputElement)page.ControlOf(name)).Value;

    private static string Url(IndicatorTree tree, int leaf) => $"/indicators/{tree.Id}/rule/{leaf}";

    /// <summary>As text; the weight is not on this page, and the database writes it with other zeros.</summary>
    private static string Json(IndicatorContent content) => JsonSerializer.Serialize(content with { Weight = 1 }, ScoringJson.Options);

    private static TreeDocument Leaves(IReadOnlyList<ScoringRule?> rules) => new("T", "试拟", 1, 2, ExecutionDenominator.AdjustedBudget, NotApplicablePolicy.FullMarks,
        [.. rules.Select((r, i) => new IndicatorDocument($"L{i}", "试拟指标", 1, 10, Rule: r))]);

    private Task<IndicatorTree> DraftAsync(TreeDocument document) => app.WithDatabaseAsync(async db =>
    {
        var tree = (document with { Code = $"TEST{Interlocked.Increment(ref drafts)}" }).ToDraft();
        db.Trees.Add(tree);
        await db.Doing(AuditChain.Templates, "试拟").SaveChangesAsync();
        return tree;
    });

    private Task<IndicatorContent> ContentAsync(int leaf) =>
        app.WithDatabaseAsync(async db => (await db.Set<Indicator>().AsNoTracking().FirstAsync(i => i.Id == leaf)).Content);

    private static ScoringRule AnyRule(Random random, int i)
    {
        decimal N(int from, int to) => random.Next(from * 100, (to * 100) + 1) / 100m;
        var unit = (PointsUnit)random.Next(2);
        return (i % 10) switch
        {
            0 => new LinearDecay(N(50, 100), N(1, 5), N(1, 20), unit, (StepMode)random.Next(3), Cutoff: random.Next(2) == 0 ? null : N(0, 49)),
            1 => new LinearDecay(N(0, 50), N(1, 5), N(1, 20), unit, (StepMode)random.Next(3), DecayDirection.Above, random.Next(2) == 0 ? null : N(51, 90), Measure: "天"),
            2 => new LinearDecay(N(0, 5), N(1, 5), N(1, 20), unit, (StepMode)random.Next(3), DecayDirection.Both, random.Next(2) == 0 ? null : N(6, 90), N(0, 1000), "次"),
            3 => new Ratio(N(0, 500), (RatioDirection)random.Next(4), "个"),
            4 => new Bands([new(N(90, 99), 100), new(N(60, 89), Points: N(1, 9)), new(N(0, 59), 0)]),
            5 => new ShortfallCount([new("甲", N(1, 50)), new("乙", N(1, 9))], N(1, 3), unit, N(0, 9) / 10, "场"),
            6 => new DeductPerOccurrence(N(1, 9), unit, N(0, 9) / 10, "事", random.Next(2) == 0 ? null : ["甲", "乙"]),
            7 => new LowerBands([new(N(0, 9), 100), new(N(10, 39), Points: N(1, 9)), new(N(40, 99), 0)], "天"),
            8 => new FaultKinds([new("一般问题", N(1, 3), unit, random.Next(2) == 0 ? null : N(3, 9), Measure: "处"), new("造假", Veto: true, Measure: "例")], N(0, 9) / 10),
            _ => new ElementCount([new("k", "甲", N(1, 100), random.Next(2) == 0), new("j", "乙", N(1, 100))]),
        };
    }
}
