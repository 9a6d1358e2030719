using System.Globalization;
using System.Text.RegularExpressions;
using PerfEval.Domain.Evaluations;

namespace PerfEval.Domain.Checks.Data;

/// <summary>V15: year, signature and date of the report.</summary>
public static partial class HeadOfReport
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V15", "年度、署名、成文日期", "评价年度、署名、成文日期必填");

    /// <summary>What is missing or does not fit in the head and foot of the report.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        var (header, project) = (facts.Project.Header, facts.Project);
        if (string.IsNullOrWhiteSpace(header.Signatory))
        {
            yield return new(Rule, Severity.Missing, Page, "没有填写署名", "在项目信息里填写署名，一般是项目单位的全称") { Subject = "署名" };
        }

        if (header.SignedOn is not { } day)
        {
            yield return new(Rule, Severity.Missing, Page, "没有填写成文日期", "在项目信息里填写成文日期") { Subject = "日期" };
        }
        else if (day.Year < project.FiscalYear)
        {
            yield return new(Rule, Severity.Error, Page, $"成文日期{day.Year}年{day.Month}月{day.Day}日早于预算年度{project.FiscalYear}年", "改正成文日期或预算年度") { Subject = "日期" };
        }
        else if (day.Year == project.FiscalYear && day.Month < 12)
        {
            yield return new(Rule, Severity.Hint, Page, $"成文日期{day.Year}年{day.Month}月{day.Day}日在{project.FiscalYear}预算年度结束以前", "年中评价的不用改；全年评价的，核对日期") { Subject = "日期" };
        }

        var years = header.Title is { } title ? Year().Matches(title).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct().ToList() : [];
        if (years.Count > 0 && !years.Contains(project.FiscalYear))
        {
            yield return new(Rule, Severity.Doubt, Page, $"报告标题写{string.Join("、", years)}年，预算年度是{project.FiscalYear}年", "改正标题或预算年度") { Subject = "标题" };
        }
    }

    private static CheckPlace Page => Places.Page(ReadinessPlace.Overview);

    [GeneratedRegex(@"(?<!\d)(20\d\d)\s*年")]
    private static partial Regex Year();
}
