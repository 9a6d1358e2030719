using PerfEval.Tests.Support;

namespace PerfEval.Tests.Projects;

/// <summary>What cannot be stored is refused at once, all of it, beside the fields, with the typing kept and nothing stored.</summary>
public sealed class BadInputTests(App app) : IClassFixture<App>
{
    private static readonly string Long = new('字', 10_000);

    private static readonly string Digits = new('9', 30);

    public static TheoryData<string, string, string, string, (string, string)[]> Cases() => new()
    {
        {
            "letters", "/projects/6/spending?plain=1", "Save", "Form.Item=|Form.Quantity=abc|Form.UnitPrice=一千|Form.Allocated=12a|Form.Spent=x",
            [("Form.Item", "请填写项目（支出内容）"), ("Form.Quantity", "“数量”"), ("Form.UnitPrice", "“单价”"), ("Form.Allocated", "“实际拨款”填写的“12a”不是数字"), ("Form.Spent", "“实际支出”")]
        },
        {
            "three decimals, negative quantity", "/projects/6/spending?plain=1", "Save", "Form.Item=办公费|Form.Quantity=-1|Form.UnitPrice=1.234|Form.Allocated=12.345|Form.Spent=0.001",
            [("Form.Quantity", "“数量”不能小于0"), ("Form.UnitPrice", "“单价”"), ("Form.Allocated", "“实际拨款”填写的“12.345”小数超过两位"), ("Form.Spent", "“实际支出”")]
        },
        {
            "five decimals of a quantity", "/projects/6/spending?plain=1", "Save", "Form.Item=办公费|Form.Quantity=1.23456",
            [("Form.Quantity", "“数量”")]
        },
        {
            "30 digits", "/projects/6/spending?plain=1", "Save", $"Form.Item=办公费|Form.Quantity={Digits}|Form.UnitPrice={Digits}|Form.Allocated={Digits}|Form.Spent={Digits}",
            [("Form.Quantity", "“数量”"), ("Form.UnitPrice", "“单价”"), ("Form.Allocated", "“实际拨款”"), ("Form.Spent", "“实际支出”")]
        },
        {
            "28 digits", "/projects/6/spending?plain=1", "Save", $"Form.Item=办公费|Form.Quantity={Digits[..28]}|Form.UnitPrice={Digits[..16]}.99|Form.Spent={Digits[..17]}",
            [("Form.Quantity", "“数量”"), ("Form.Spent", "“实际支出”")]
        },
        {
            "long texts", "/projects/6/spending?plain=1", "Save", $"Form.ActivityGroup={Long}|Form.Item={Long}|Form.ImplementingUnit={Long}|Form.Measure={Long}|Form.BalanceReason={Long}|Form.Spent=x",
            [("Form.ActivityGroup", "“活动内容”有10000个字"), ("Form.Item", "“项目"), ("Form.ImplementingUnit", "“实施单位”有10000个字"), ("Form.Measure", "位”有10000个字"), ("Form.BalanceReason", "“结余原因”有10000个字"), ("Form.Spent", "“实际支出”")]
        },
        {
            "funding", "/projects/6/funding", "Save", $"Form.Name={Long}|Form.InitialBudget=abc|Form.Received=1.234|Form.Executed={Digits}|Form.HandedBack=--1|Form.Note={Long}",
            [("Form.Name", "“来源名称”"), ("Form.InitialBudget", "“年初预算”"), ("Form.Received", "“到位”"), ("Form.Executed", "“执行”"), ("Form.HandedBack", "“已交回财政”"), ("Form.Note", "“备注”")]
        },
        {
            "adjustment", "/projects/6/funding", "Adjust", $"Adjustment.Date=1900-01-01|Adjustment.Document={Long}|Adjustment.Amount=abc",
            [("Adjustment.Date", "“日期”填写的1900-01-01不合常理"), ("Adjustment.Document", "文号”有10000个字"), ("Adjustment.Amount", "“调整金额”")]
        },
        {
            "empty adjustment", "/projects/6/funding", "Adjust", "Adjustment.Date=|Adjustment.Document=|Adjustment.Amount=",
            [("Adjustment.Date", "请填写“日期”"), ("Adjustment.Document", "文号”"), ("Adjustment.Amount", "请填写“调整金额”")]
        },
        {
            "objective", "/projects/6/targets", "Objective", $"Goal.Text={Long}",
            [("Goal.Text", "“绩效目标”有10000个字")]
        },
        {
            "target", "/projects/6/targets", "Target", $"Form.ImplementingUnit={Long}|Form.Activity={Long}|Form.Goal={Long}|Form.IndicatorName={Long}|Form.Direction=AtLeast|Form.TargetValue=abc|Form.Measure={Long}",
            [("Form.ImplementingUnit", "“实施单位”"), ("Form.Activity", "“项目名称”"), ("Form.Goal", "“年度目标”"), ("Form.IndicatorName", "“指标名称”"), ("Form.TargetValue", "“年度指标值”"), ("Form.Measure", "“度量单位”")]
        },
        {
            "target without goal", "/projects/6/targets", "Target", $"Form.Goal=|Form.Direction=AtLeast|Form.TargetValue={Digits[..28]}",
            [("Form.Goal", "请填写“年度目标”"), ("Form.TargetValue", "“年度指标值”")]
        },
        {
            "result", "/projects/6/targets", "Achievement", $"Result.ImplementingUnit={Long}|Result.Activity={Long}|Result.Result={Long}|Result.ActualValue={Digits}|Result.StateText={Long}",
            [("Result.ImplementingUnit", "“实施单位”"), ("Result.Activity", "“项目名称”"), ("Result.Result", "“主要绩效”"), ("Result.ActualValue", "“实际完成值”"), ("Result.StateText", "“情况说明”")]
        },
        {
            "result without text", "/projects/6/targets", "Achievement", $"Result.Result=|Result.ActualValue={Digits[..28]}",
            [("Result.Result", "请填写“主要绩效”"), ("Result.ActualValue", "“实际完成值”")]
        },
        {
            "implementation", "/projects/6/implementation", "Save", $"Form.ImplementingUnit={Long}|Form.Activity={Long}|Form.Description={Long}",
            [("Form.ImplementingUnit", "“实施单位”"), ("Form.Activity", "“项目名称”"), ("Form.Description", "“项目实施情况”")]
        },
        {
            "empty implementation", "/projects/6/implementation", "Save", "Form.ImplementingUnit=|Form.Description=",
            [("Form.ImplementingUnit", "请填写“实施单位”"), ("Form.Description", "请填写“项目实施情况”")]
        },
        {
            "narrative", "/projects/6/narrative", "", $"Form.Body={Long}",
            [("Form.Body", "“正文”有10000个字")]
        },
        {
            "new project", "/projects/new", "", $"Form.Name={Long}|Form.FiscalYear=1900|Form.SupervisingDepartment={Long}|Form.TreeId=|Form.OutlineId=|Form.Background={Long}|Form.Purpose={Long}",
            [("Form.Name", "“项目名称”有10000个字"), ("Form.FiscalYear", "“预算年度”应填2010至2099之间的年份"), ("Form.SupervisingDepartment", "“主管部门”"), ("Form.TreeId", "请选择评价指标体系"), ("Form.OutlineId", "请选择报告提纲"), ("Form.Background", "“立项背景”"), ("Form.Purpose", "“立项目的”")]
        },
        {
            "new project without a name", "/projects/new", "", "Form.Name= |Form.FiscalYear=abc",
            [("Form.Name", "请填写“项目名称”"), ("Form.FiscalYear", "“预算年度”")]
        },
        {
            "unknown tree", "/projects/new", "", "Form.Name=新项目|Form.FiscalYear=2025|Form.TreeId=|Form.OutlineId=1",
            [("Form.TreeId", "请选择评价指标体系")]
        },
        {
            "project", "/projects/6/edit", "", $"Form.Name={Long}|Form.FiscalYear=abc|Form.SupervisingDepartment={Long}|Form.Background={Long}|Form.Purpose={Long}|Form.Title={Long}|Form.AnnexLabel={Long}|Form.Signatory={Long}|Form.SignedOn=1900-01-01",
            [("Form.Name", "“项目名称”"), ("Form.FiscalYear", "“预算年度”"), ("Form.SupervisingDepartment", "“主管部门”"), ("Form.Background", "“立项背景”"), ("Form.Purpose", "“立项目的”"), ("Form.Title", "“报告标题”"), ("Form.AnnexLabel", "“附件编号”"), ("Form.Signatory", "“署名”"), ("Form.SignedOn", "“成文日期”填写的1900-01-01不合常理")]
        },
        {
            "control characters in a line", "/projects/6/spending?plain=1", "Save", "Form.ActivityGroup=慰\u0001问|Form.Item=办公\u0001费|Form.ImplementingUnit=社\u0001区|Form.Measure=\u0001人|Form.BalanceReason=无\u0001",
            [("Form.ActivityGroup", "“活动内容”"), ("Form.Item", "“项目"), ("Form.ImplementingUnit", "“实施单位”"), ("Form.Measure", "位”"), ("Form.BalanceReason", "“结余原因”")]
        },
        {
            "control characters elsewhere", "/projects/6/implementation", "Save", "Form.ImplementingUnit=社\u0001区|Form.Activity=\u0001演出|Form.Description=演出\u0001两场",
            [("Form.ImplementingUnit", "“实施单位”"), ("Form.Activity", "“项目名称”"), ("Form.Description", "“项目实施情况”")]
        },
        {
            "control characters in a project", "/projects/6/edit", "", "Form.Name=项\u0001目|Form.Background=背\u0001景|Form.Title=标\u0001题",
            [("Form.Name", "“项目名称”"), ("Form.Background", "“立项背景”"), ("Form.Title", "“报告标题”")]
        },
        {
            "script with a wrong amount", "/projects/6/spending?plain=1", "Save", "Form.Item=<script>alert(1)</script>|Form.BalanceReason=\"><script>alert(2)</script>😀𠮷|Form.Spent=<script>alert(3)</script>",
            [("Form.Spent", "“实际支出”")]
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Bad_input_is_refused_whole_and_kept(string what, string url, string form, string typed, (string, string)[] expected)
    {
        Assert.NotEmpty(what);
        var client = await app.SignedInAsync("kuaiji");
        await app.RefusedAsync(client, url, form, Fields(typed), expected);
    }

    [Theory]
    [InlineData("/projects/6/spending?plain=1", "Save", "Form.Item")]
    [InlineData("/projects/6/funding", "Save", "Form.Name")]
    [InlineData("/projects/6/targets", "Target", "Form.Goal")]
    [InlineData("/projects/6/narrative", "", "Form.Body")]
    [InlineData("/projects/6/edit", "", "Form.Name")]
    [InlineData("/projects/new", "", "Form.Name")]
    public async Task Null_bytes_are_refused_before_any_page_sees_them(string url, string form, string field)
    {
        var client = await app.SignedInAsync("kuaiji");
        var before = await app.StoredAsync();
        using var answer = await client.PostFormAsync(url, form, new Dictionary<string, string?> { [field] = "办公\0费" });
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task A_tree_that_does_not_exist_is_refused_beside_its_field()
    {
        var client = await app.SignedInAsync("kuaiji");
        var before = await app.StoredAsync();
        using var answer = await client.PostFormAsync("/projects/new", "", Fields("Form.Name=新项目|Form.FiscalYear=2025|Form.TreeId=99999"));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Contains("所选评价指标体系不存在", page.ControlOf("Form.TreeId").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task The_same_name_twice_in_a_year_is_refused_beside_the_name()
    {
        var client = await app.SignedInAsync("kuaiji");
        await app.RefusedAsync(client, "/projects/new", "", Fields("Form.Name=街道工作经费|Form.FiscalYear=2024"), ("Form.Name", "本单位2024年度已有同名项目"));
    }

    internal static Dictionary<string, string?> Fields(string typed) =>
        typed.Split('|').Select(f => f.Split('=', 2)).ToDictionary(f => f[0], f => (string?)f[1]);
}
