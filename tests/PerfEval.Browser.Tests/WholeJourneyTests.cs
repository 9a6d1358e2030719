using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>One project from an empty form to the published report, with a return on the way.</summary>
public sealed class WholeJourneyTests(Stage stage) : IClassFixture<Stage>
{
    private const string Name = "社区文化活动经费";

    [Fact]
    public Task A_project_goes_from_an_empty_form_to_publication() => stage.PlayAsync(async play =>
    {
        var kuaiji = await play.SignInAsync("kuaiji");
        var project = await CreateAsync(kuaiji);
        await EnterFundingAsync(kuaiji);
        await SignAsync(kuaiji, project);
        await EnterSpendingAsync(kuaiji, project);
        await EnterTargetsAsync(kuaiji, project);
        await WriteReportAsync(kuaiji, project);
        await ScoreAsync(kuaiji, project);
        await ChangeSpentAsync(kuaiji, project);
        await SubmitAsync(kuaiji, project);

        var pingshen = await play.SignInAsync("pingshen", "/reviews");
        await AcceptAsync(pingshen, project, from: "待受理");
        await OverrideAsync(pingshen, project);
        await ReturnAsync(pingshen, project);

        await kuaiji.GotoAsync("/");
        await kuaiji.Link(Name).First.ClickAsync();
        await Expect(kuaiji.GetByRole(AriaRole.Main)).ToContainTextAsync("财政局评审 退回：");
        await Expect(kuaiji.GetByRole(AriaRole.Main)).ToContainTextAsync("慰问物资结余的原因请写具体");
        await kuaiji.ExpectStateAsync("已退回", "送审");
        await kuaiji.GotoAsync($"{project}/spending?plain=1");
        await kuaiji.Row("慰问物资").Link("改").ClickAsync();
        await kuaiji.Field("结余原因").FillAsync("供应商降价，节余部分年底交回财政");
        await kuaiji.RowOfField("结余原因").Button("保存").ClickAsync();
        await kuaiji.ExpectDoneAsync("已保存“慰问物资”");
        await SubmitAsync(kuaiji, project);

        await AcceptAsync(pingshen, project, from: "待受理");
        await pingshen.GotoAsync(project);
        await pingshen.ExpectStateAsync("评审中", "退回", "定稿");
        await pingshen.PressAsync(pingshen.Button("定稿"), "定稿");
        await pingshen.ExpectDoneAsync("已定稿");
        await pingshen.ExpectStateAsync("已定稿");

        var lingdao = await play.SignInAsync("lingdao");
        await lingdao.Link(Name).First.ClickAsync();
        await lingdao.ExpectStateAsync("已定稿", "撤销定稿", "公开");
        await lingdao.PressAsync(lingdao.Button("公开"), "公开");
        await lingdao.ExpectDoneAsync("已公开");
        await lingdao.ExpectStateAsync("已公开");

        await kuaiji.GotoAsync(project);
        await kuaiji.ExpectStateAsync("已公开");
        await kuaiji.GotoAsync($"{project}/spending?plain=1");
        await Expect(kuaiji.Button("添加")).ToHaveCountAsync(0);
    });

    private static async Task<string> CreateAsync(IPage page)
    {
        await page.Link("新建项目").ClickAsync();
        await page.Field("项目名称").FillAsync(Name);
        await page.Field("预算年度").FillAsync("2025");
        await page.Field("主管部门").FillAsync("呈贡区文化和旅游局");
        await page.Field("评价指标体系").SelectOptionAsync(await OptionAsync(page.Field("评价指标体系"), "东川区2020"));
        await page.Field("报告提纲").SelectOptionAsync(await OptionAsync(page.Field("报告提纲"), "附件4-4"));
        await page.Field("立项背景").FillAsync("区政府2025年第3次常务会议决定。");
        await page.Button("新建").ClickAsync();
        await page.ExpectDoneAsync($"已新建“{Name}”");
        await page.ExpectStateAsync("草稿", "送审");
        return new Uri(page.Url).AbsolutePath.Replace("/funding", "", StringComparison.Ordinal);
    }

    private static async Task SignAsync(IPage page, string project)
    {
        await page.GotoAsync($"{project}/edit");
        await page.Field("署名").FillAsync("雨花街道办事处");
        await page.Field("成文日期").FillAsync("2026-02-18");
        await page.Button("保存").ClickAsync();
        await page.ExpectDoneAsync("已保存项目信息");
    }

    /// <summary>Answers every doubt on the page 体检; without that 送审 is refused.</summary>
    private static async Task AnswerAsync(IPage page, string project)
    {
        await page.GotoAsync(project);
        await page.Button("送审").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有送审：还有");
        await page.GotoAsync($"{project}/check");
        var doubts = page.Locator("#group-疑点");
        for (var left = await doubts.Locator("ul.findings > li").CountAsync(); left > 0; left--)
        {
            await doubts.Locator("summary").First.ClickAsync();
            await doubts.GetByLabel("理由").First.FillAsync("纸质材料另行报送");
            await doubts.Button("保存答复").First.ClickAsync();
            await page.ExpectDoneAsync("已记下答复");
            await Expect(doubts.Locator("ul.findings > li")).ToHaveCountAsync(left - 1);
        }

        await Expect(page.GetByText("没有未处理的问题，可以送审")).ToBeVisibleAsync();
    }

    private static async Task EnterFundingAsync(IPage page)
    {
        await page.Field("年初预算").FillAsync("100,000");
        await page.Field("到位").FillAsync("120000");
        await page.RowOfField("年初预算").Button("添加").ClickAsync();
        await page.ExpectDoneAsync("已保存资金来源");

        await page.Field("日期").FillAsync("2025-06-30");
        await page.Field("依据文号").FillAsync("呈财预〔2025〕12号");
        await page.Field("调整金额").FillAsync("20000");
        await page.RowOfField("依据文号").Button("添加").ClickAsync();
        await page.ExpectDoneAsync("已调整预算");
        await ExpectMoneyAsync(page, ("全年预算", "120,000.00"), ("资金到位", "120,000.00"));
        await Expect(page.Row("呈财预〔2025〕12号")).ToContainTextAsync("20,000.00");
    }

    private static async Task EnterSpendingAsync(IPage page, string project)
    {
        await page.GotoAsync($"{project}/spending?plain=1");
        await AddLineAsync(page, "慰问活动", "困难党员慰问金", ("数量", "100"), ("单位", "人"), ("单价", "500"), ("实际支出", "50000"));
        await Expect(page.Row("困难党员慰问金")).ToContainTextAsync("100人 × 500元 = 50,000.00元");
        await AddLineAsync(page, "慰问活动", "慰问物资", ("实际拨款", "30000"), ("实际支出", "27000"), ("结余原因", "供应商降价"));
        await AddLineAsync(page, "文艺活动", "舞台搭建", ("实际拨款", "40000"), ("实际支出", "40000"));
        await Expect(page.Row("慰问活动").Filter(new() { HasText = "小计" })).ToContainTextAsync("77,000.00");
        await Expect(page.Row("合计").Last).ToContainTextAsync("117,000.00");
        await ExpectMoneyAsync(page, ("实际拨款", "120,000.00"), ("实际支出", "117,000.00"), ("结余", "3,000.00"), ("预算执行率", "97.50%"));
    }

    private static async Task AddLineAsync(IPage page, string group, string item, params (string Label, string Value)[] fields)
    {
        await page.Field("活动内容").FillAsync(group);
        await page.Field("项目（支出内容）").FillAsync(item);
        foreach (var (label, value) in fields)
        {
            await page.Field(label).FillAsync(value);
        }

        await page.RowOfField("活动内容").Button("添加").ClickAsync();
        await page.ExpectDoneAsync($"已保存“{item}”");
    }

    private static async Task EnterTargetsAsync(IPage page, string project)
    {
        await page.GotoAsync($"{project}/targets");
        await page.GetByRole(AriaRole.Textbox, new() { NameRegex = new Regex("总目标") }).First.FillAsync("丰富辖区群众文化生活。");
        await page.Locator("form").Filter(new() { HasText = "总目标" }).First.Button("保存").ClickAsync();
        await page.ExpectDoneAsync("已保存绩效目标");

        await AddTargetAsync(page, "开展文艺演出", "演出场次", "≥ 不少于", "12", "场");
        await AddTargetAsync(page, "群众精神面貌改善", "社会效益", "定性", null, null);
        await page.Row("开展文艺演出").Link("填成果").ClickAsync();
        await AddResultAsync(page, "开展文艺演出13场", "13");
        await Expect(page.Row("开展文艺演出").First).ToContainTextAsync("108.33%");
        await page.Row("群众精神面貌改善").Link("填成果").ClickAsync();
        await AddResultAsync(page, "群众参与踊跃", null);
    }

    private static async Task AddTargetAsync(IPage page, string goal, string indicator, string direction, string? value, string? measure)
    {
        var row = page.RowOfField("指标名称");
        await row.Field("年度目标").FillAsync(goal);
        await row.Field("指标名称").FillAsync(indicator);
        await row.Field("方向").SelectOptionAsync(new SelectOptionValue { Label = direction });
        if (value is not null)
        {
            await row.Field("年度指标值").FillAsync(value);
            await row.Field("度量单位").FillAsync(measure!);
        }

        await row.Button("添加").ClickAsync();
        await page.ExpectDoneAsync("已保存年度目标");
    }

    private static async Task AddResultAsync(IPage page, string result, string? value)
    {
        var row = page.RowOfField("主要绩效");
        await row.Field("主要绩效").FillAsync(result);
        if (value is not null)
        {
            await row.Field("实际完成值").FillAsync(value);
        }

        await row.Field("完成情况").SelectOptionAsync(new SelectOptionValue { Label = "完成" });
        await row.Button("添加").ClickAsync();
        await page.ExpectDoneAsync("已保存完成情况");
    }

    private static async Task WriteReportAsync(IPage page, string project)
    {
        await page.GotoAsync($"{project}/narrative");
        var outline = page.GetByRole(AriaRole.Navigation, new() { Name = "报告提纲" });
        await page.Field("正文").FillAsync("全年支出{{实际支出}}，预算执行率{{预算执行率}}。");
        await page.Button("保存").ClickAsync();
        var preview = page.GetByRole(AriaRole.Region, new() { Name = "报告中的样子" });
        await Expect(preview).ToContainTextAsync("全年支出117000元，预算执行率97.50%。");
        for (var left = await outline.GetByText("未写").CountAsync(); left > 0; left--)
        {
            await page.GotoAsync($"{project}/narrative");
            await page.Field("正文").FillAsync("按方案完成，资金{{到位资金}}全部到位。");
            await page.Button("保存").ClickAsync();
            await page.ExpectDoneAsync("已保存");
            await Expect(outline.GetByText("未写")).ToHaveCountAsync(left - 1);
        }
    }

    private static async Task ScoreAsync(IPage page, string project)
    {
        await page.GotoAsync(project);
        await Expect(page.GetByText("还有29个指标没有评分")).ToBeVisibleAsync();
        await Expect(page.Link("去填写")).ToHaveCountAsync(1);
        await page.Link("去填写").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(32);
        foreach (var code in LeafAnswers.Bound)
        {
            await Expect(page.Leaf(code)).ToContainTextAsync("自动取自项目数据");
        }

        foreach (var code in LeafAnswers.Yes)
        {
            await page.Leaf(code).GetByRole(AriaRole.Radio, new() { Name = "是" }).CheckAsync();
        }

        foreach (var (code, level) in LeafAnswers.Levels)
        {
            await page.Leaf(code).GetByRole(AriaRole.Radio, new() { Name = level, Exact = true }).CheckAsync();
        }

        foreach (var (code, number) in LeafAnswers.Numbers)
        {
            await page.Leaf(code).GetByRole(AriaRole.Textbox).First.FillAsync(number);
        }

        foreach (var code in LeafAnswers.NothingToDeduct)
        {
            await page.Leaf(code).GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("已逐项核对") }).CheckAsync();
        }

        foreach (var (label, actual) in new[] { ("文艺演出", "29"), ("游园活动", "1"), ("灯展活动", "1") })
        {
            await page.Leaf("C111").GetByLabel(new Regex($"^{label}.*目标")).FillAsync(actual);
        }

        foreach (var box in await page.Leaf("C211").GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("^[①②③]") }).AllAsync())
        {
            await box.CheckAsync();
        }

        await page.Button("保存评分").ClickAsync();
        await page.ExpectDoneAsync("已保存：自评");
        await Expect(page.GetByRole(AriaRole.Article).Filter(new() { HasText = "未评" })).ToHaveCountAsync(0);
        await Expect(page.Leaf("B13")).ToContainTextAsync("97.50%");
        await AnswerAsync(page, project);
        await page.GotoAsync(project);
        await Expect(page.GetByText("内容齐全，可以送审")).ToBeVisibleAsync();
    }

    private static async Task ChangeSpentAsync(IPage page, string project)
    {
        await page.GotoAsync($"{project}/spending?plain=1");
        await page.Row("慰问物资").Link("改").ClickAsync();
        await page.Field("实际支出").FillAsync("18000");
        await page.RowOfField("实际支出").Button("保存").ClickAsync();
        await page.ExpectDoneAsync("已保存“慰问物资”");
        await Expect(page.Row("慰问活动").Filter(new() { HasText = "小计" })).ToContainTextAsync("68,000.00");
        await Expect(page.Row("合计").Last).ToContainTextAsync("108,000.00");
        await ExpectMoneyAsync(page, ("实际支出", "108,000.00"), ("结余", "12,000.00"), ("预算执行率", "90.00%"));
        await page.GotoAsync($"{project}/evaluation");
        await Expect(page.Leaf("B13")).ToContainTextAsync("90.00%");
        await Expect(page.Leaf("B13")).Not.ToContainTextAsync("97.50%");
        await Expect(page.Leaf("B13")).ToContainTextAsync("实际支出108000元 ÷ 实际拨款120000元");
    }

    private static async Task SubmitAsync(IPage page, string project)
    {
        await page.GotoAsync(project);
        await page.PressAsync(page.Button("送审"), "送审");
        await page.ExpectDoneAsync("已送审");
        await page.ExpectStateAsync("已送审", "撤回");
    }

    private static async Task AcceptAsync(IPage page, string project, string from)
    {
        await page.GotoAsync("/reviews");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = from })).ToBeVisibleAsync();
        await page.Link(Name).First.ClickAsync();
        await page.ExpectStateAsync("已送审", "受理");
        await page.PressAsync(page.Button("受理"), "受理");
        await page.ExpectDoneAsync("已受理");
        await page.WaitForURLAsync($"**{project}/evaluation");
        await page.ExpectStateAsync("评审中", "退回", "定稿");
    }

    private static async Task OverrideAsync(IPage page, string project)
    {
        await page.Leaf("A111").GetByText("改评分").ClickAsync();
        await page.Leaf("A111").Field("改为").FillAsync("0.5");
        await page.Leaf("A111").Button("改分").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("调整得分必须写明理由");
        await Expect(page.Leaf("A111").GetByText("调整得分必须写明理由")).ToBeVisibleAsync();
        await Expect(page.Leaf("A111").Field("改为")).ToHaveValueAsync("0.5");
        await page.Leaf("A111").Field("理由").FillAsync("规划文件未列入本项目");
        await page.Leaf("A111").Button("改分").ClickAsync();
        await page.ExpectDoneAsync("已保存：改分 A111");
        await Expect(page.Leaf("A111")).ToContainTextAsync("规划文件未列入本项目");
        await Expect(page.GetByText("1 项经评审调整")).ToBeVisibleAsync();
        await page.GotoAsync(project);
    }

    private static async Task ReturnAsync(IPage page, string project)
    {
        await page.GotoAsync(project);
        await page.Button("退回").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("请写明退回的理由");
        await page.ExpectStateAsync("评审中", "退回", "定稿");
        await page.Field("退回理由").FillAsync("慰问物资结余的原因请写具体，并说明是否交回财政。");
        await page.Button("退回").ClickAsync();
        await page.ExpectDoneAsync("已退回");
        await page.ExpectStateAsync("已退回");
    }

    private static async Task ExpectMoneyAsync(IPage page, params (string Word, string Figure)[] expected)
    {
        foreach (var (word, figure) in expected)
        {
            await Expect(page.MoneyPanel()).ToContainTextAsync(new Regex($"{word}(（按[^）]+）)?\\s*{Regex.Escape(figure)}"));
        }
    }

    private static async Task<string> OptionAsync(ILocator select, string text) =>
        (await select.GetByRole(AriaRole.Option).Filter(new() { HasText = text }).First.GetAttributeAsync("value"))!;
}
