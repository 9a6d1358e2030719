using System.Text.Json;
using PerfEval.Domain.Access;
using PerfEval.Domain.Organisations;
using PerfEval.Domain.Projects;

namespace PerfEval.Web.Pages.Admin.Audit;

/// <summary>One changed row inside an act.</summary>
/// <param name="Heading">What kind of row and what happened to it.</param>
/// <param name="Fields">Name, value before (null in a new row), value after (null in a deleted one).</param>
public sealed record ChangedRow(string Heading, IReadOnlyList<(string Name, string? Old, string? New)> Fields);

/// <summary>The audit trail's JSON in the users' words; what has no word shows as it is stored.</summary>
internal static class AuditWords
{
    private const int LongestValue = 600;

    private static readonly Dictionary<string, string> Rows = Pairs("""
        User=用户 Organisation=单位 Project=项目 BudgetLine=支出明细 FundingSource=资金来源 BudgetAdjustment=预算调整
        Objective=绩效目标 Target=目标指标 Achievement=完成情况 ImplementationNote=实施情况 Section=报告段落 Evaluation=评价
        EvaluationEvent=评价流转 LeafScore=指标得分 IndicatorTree=指标体系 Indicator=指标 ReportOutline=报告提纲
        OutlineItem=提纲条目 Installation=系统信息 EvidenceFile=佐证材料 Survey=满意度调查 SurveyQuestion=调查题目 SurveySheet=调查问卷 FindingAnswer=体检答复
        """);

    private static readonly Dictionary<string, string> Fields = Pairs("""
        UserName=用户名 DisplayName=姓名 Role=角色 OrganisationId=单位 ScopeOrganisationId=管辖范围 IsDisabled=停用
        MustChangePassword=须改口令 PasswordChangedAt=口令修改时间 PasswordHash=口令指纹 LockoutEnabled=输错锁定 Code=编码
        Name=名称 Kind=类别 ParentId=上级单位 Path=层级路径 IsActive=在用 State=状态 FiscalYear=预算年度
        SupervisingDepartment=主管部门 Background=立项背景 Purpose=立项目的 Item=支出内容 Group=分组 Unit=实施单位 Quantity=数量
        Measure=计量单位 UnitPrice=单价 Allocated=实际拨款 Spent=实际支出 BalanceReason=结余原因 InitialBudget=年初预算
        Received=到位资金 Executed=执行数 HandedBack=缴回 Note=说明 Amount=金额 Date=日期 Document=文件 Text=内容 Position=次序
        Heading=标题 Activity=工作内容 Goal=目标 TargetValue=年度指标值 ActualValue=实际完成值 Result=完成情况 ReviewerId=评审人
        MediaType=内容类型 Size=字节数 Sha256=SHA-256 Subject=属于 SubjectId=所属行 IndicatorId=指标 FormerPlace=原属 UploadedById=上传人编号
        UploadedByName=上传人 UploadedAt=上传时间 Act=操作 Reason=理由 OverridePoints=改分 OverrideReason=改分理由 FinanceInput=财政评价依据 DepartmentInput=部门评价依据
        DepartmentPoints=部门评价得分 DepartmentReason=部门评价理由 DepartmentId=部门评价单位 TargetId=对应目标 Status=状态 Signatory=落款单位
        Weight=分值 Rule=评分规则 Binding=绑定数据 Explanation=指标解释 Standard=评分标准 EvidenceNeeded=佐证要求 StatedCode=原文代码 PrintedName=原文标题
        Verification=核实状态 NeedsVerification=待核实 Provenance=来源 Level=级次 VersionNumber=版本 LeafPlaces=保留小数
        NotApplicablePolicy=不适用的处理 ExecutionDenominator=执行率分母 Caps=总分封顶
        Title=标题 Introduction=卷首说明 TargetGroup=调查对象 MinimumValid=最低有效份数 Sent=发放份数 Method=计算方法 PassLine=达标线 OpensOn=开始日期
        ClosesOn=结束日期 LinkLimit=链接份数上限 Token=链接指纹 Tally=汇总数 Scale=回答方式 Options=选项 SatisfiedFrom=满意分值线 Counts=计入满意度
        Source=来源 Number=编号 Marks=选项序号 Texts=文字回答 IsValid=有效 ReceivedOn=收到日期 WithChecks=附数据核对表
        """);

    // Columns of the account store that this product does not use.
    private static readonly HashSet<string> Unused = ["EmailConfirmed", "PhoneNumberConfirmed", "TwoFactorEnabled"];

    /// <summary>A chain's name.</summary>
    public static string Chain(string chain, IReadOnlyDictionary<string, string> projects) => chain switch
    {
        "users" => "用户",
        "organisations" => "单位",
        "templates" => "指标体系和提纲",
        "signins" => "登录",
        "system" => "系统",
        _ => projects.TryGetValue(chain, out var name) ? $"项目“{name}”" : "项目",
    };

    /// <summary>The changes of a row of the trail.</summary>
    /// <param name="json">As stored.</param>
    /// <param name="units">Names of the units by key.</param>
    public static IReadOnlyList<ChangedRow> Changes(string json, IReadOnlyDictionary<int, string> units)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. document.RootElement.EnumerateArray().Select(row => Read(row, units))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Somebody changed it behind the program's back: show what is there.
            return [new("内容不能识别", [("原文", null, Short(json))])];
        }
    }

    private static Dictionary<string, string> Pairs(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

    private static ChangedRow Read(JsonElement row, IReadOnlyDictionary<int, string> units)
    {
        var kind = row.GetProperty("row").GetString()!;
        var key = row.GetProperty("key").GetString();
        var change = row.GetProperty("change").GetString();
        var fields = row.GetProperty("fields").EnumerateObject().Where(f => !Unused.Contains(f.Name)).Select(f => (
            Fields.GetValueOrDefault(f.Name, f.Name),
            change == "Added" ? null : Value(f.Name, f.Value[0], units),
            change == "Deleted" ? null : Value(f.Name, f.Value[1], units))).ToList();
        var done = change switch { "Added" => "新增", "Deleted" => "删除", _ => "修改" };
        return new($"{done}{Rows.GetValueOrDefault(kind, kind)}{(key is { Length: <= 12 } ? $"（编号 {key}）" : "")}", fields);
    }

    private static string Value(string field, JsonElement value, IReadOnlyDictionary<int, string> units) => value.ValueKind switch
    {
        JsonValueKind.Null => "（空）",
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Number when field is "OrganisationId" or "ScopeOrganisationId" or "ParentId" && value.TryGetInt32(out var id) =>
            units.GetValueOrDefault(id, $"{id}"),
        JsonValueKind.String => Text(field, value.GetString()!),
        _ => Short(value.GetRawText()),
    };

    private static string Text(string field, string text) =>
        text.Length == 0 ? "（空）"
        : field == "Role" && Enum.TryParse<Role>(text, out var role) ? role.Word()
        : field == "Kind" && Enum.TryParse<OrganisationKind>(text, out var kind) ? kind.Word()
        : field == "Kind" && Enum.TryParse<EvidenceKind>(text, out var file) ? file.Word()
        : field == "Subject" && Enum.TryParse<EvidenceSubject>(text, out var subject) ? subject.Word()
        : field == "State" ? TagHelpers.StateBadgeTagHelper.Word(text)
        : field.EndsWith("At", StringComparison.Ordinal) && DateTime.TryParse(
            text, null, System.Globalization.DateTimeStyles.AdjustToUniversal, out var at) ? at.Shown()
        : Short(text);

    private static string Short(string text) => text.Length > LongestValue ? $"{text[..LongestValue]}…（共{text.Length}字）" : text;
}
