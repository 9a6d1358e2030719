using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PerfEval.Domain.Projects;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Reports;

/// <summary>One amount is typed, and everything in the report that depends on it follows; nothing else moves.</summary>
public sealed class DraftFollowsTests
{
    [Fact]
    public async Task An_amount_changes_its_cell_its_subtotal_the_total_the_rate_and_the_score()
    {
        using var app = new App();
        var client = await app.SignedInAsync("kuaiji");
        var before = await TextAsync(client);
        var line = await app.WithDatabaseAsync(db => db.Set<BudgetLine>().AsNoTracking().SingleAsync(l => l.ProjectId == 6 && l.Item == "主次干道清扫保洁补助"));
        using var answer = await client.PostFormAsync($"/projects/6/spending?edit={line.Id}", "Save", new Dictionary<string, string?> { ["Form.Spent"] = "1000000.50" });
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.DocumentAsync()).Said());
        var after = await TextAsync(client);

        var expected = before;
        foreach (var (old, now) in new[]
        {
            // {{实际支出}}, {{预算执行率}} and {{结余}} in the sentence above the table
            ("项目实际支出4457700元，预算执行率99.06%，结余42300元", "项目实际支出4137700.5元，预算执行率91.95%，结余362299.5元"),
            // its row, its group's and the last
            ("主次干道清扫保洁补助城市管理综合服务中心1,320,000.001,320,000.000.00", "主次干道清扫保洁补助城市管理综合服务中心1,320,000.001,000,000.50319,999.50"),
            ("小计2,126,000.002,087,300.0038,700.00", "小计2,126,000.001,767,300.50358,699.50"),
            ("合计4,500,000.004,457,700.0042,300.00", "合计4,500,000.004,137,700.50362,299.50"),
            // the two leaves bound to the rate, B13 and C115: points and sentence
            ("B13.预算执行率22考察", "B13.预算执行率21.9考察"),
            ("预算执行率99.06%，达到满分线95%，得满分2分。",
                "预算执行率91.95%，满分线95%，低3.05个百分点，按实际差额计，每1个百分点扣权重的1%（0.02分），扣0.061022分：2−0.061022=1.938978分，保留1位小数得1.9分。"),
            ("项目经费使用情况66春节", "项目经费使用情况64.6春节"),
            ("预算执行率99.06%，满分线100%，低0.94个百分点，不足1个百分点不计，不扣分，得满分6分。",
                "预算执行率91.95%，满分线100%，低8.05个百分点，不足1个百分点不计，按8个1个百分点计，每个扣权重的3%（0.18分），扣1.44分：6−1.44=4.56分，保留1位小数得4.6分。"),
            // and their sum
            ("合计100%100分13.3还有", "合计100%100分11.8还有"),
        })
        {
            Assert.True(expected.Split(old).Length == 2, $"“{old}” does not stand once in the draft.");
            expected = expected.Replace(old, now, StringComparison.Ordinal);
        }

        Assert.Equal(expected, after);
    }

    [Fact]
    public async Task Subtotals_add_up_to_the_total_and_filed_papers_have_none()
    {
        using var app = new App();
        var text = await TextAsync(await app.SignedInAsync("kuaiji"));
        var rows = Regex.Matches(text, @"(小|合)计([\d,]+\.\d\d)([\d,]+\.\d\d)([\d,]+\.\d\d)").ToList();
        Assert.True(rows.Count > 3);
        for (var column = 2; column <= 4; column++)
        {
            Assert.Equal(Amount(rows[^1]), rows[..^1].Sum(Amount));

            decimal Amount(Match row) => decimal.Parse(row.Groups[column].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }

        using var filed = new Pdf(await (await app.SignedInAsync("lingdao")).GetByteArrayAsync("/projects/5/report.pdf"));
        Assert.DoesNotContain("小计", string.Concat(filed.Text()), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(HttpClient client)
    {
        using var pdf = new Pdf(await client.GetByteArrayAsync("/projects/6/report.pdf"));
        return string.Concat(pdf.Text());
    }
}
