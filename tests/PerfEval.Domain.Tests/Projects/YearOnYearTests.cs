using System.Globalization;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Tests.Projects;

public sealed class YearOnYearTests
{
    [Theory]
    [InlineData("100", "130", false), InlineData("100", "130.01", true), InlineData("100", "70", false), InlineData("100", "69.99", true), InlineData("0", "5", false)]
    [InlineData("100", null, false), InlineData(null, "100", false), InlineData("100", "0", true), InlineData("0.03", "0.04", true)]
    public void More_than_30_percent_of_last_years_figure(string? before, string? now, bool large)
    {
        var (old, project) = (Of(Amount(before)), Of(Amount(now)));
        Assert.Equal(large ? [ReadinessPlace.Funding, ReadinessPlace.Spending, ReadinessPlace.Targets] : [], YearOnYear.Large(project, old).Select(c => c.Place));
    }

    [Fact]
    public void The_doubt_shows_both_figures()
    {
        var messages = FarFromLastYear.Of(new(Of(150), null, null, Of(100))).Select(d => d.Explanation).ToList();
        Assert.Contains("1项年初预算与2024年相差超过30%：财政拨款 100.00元 → 150.00元", messages);
        Assert.Contains("1项实际拨款与2024年相差超过30%：办公费 100.00元 → 150.00元", messages);
        Assert.Contains("1项年度指标值与2024年相差超过30%：场次 ≥100场 → ≥150场", messages);
        Assert.Empty(FarFromLastYear.Of(new(Of(150), null, null)));
    }

    [Fact]
    public void Rows_that_cannot_be_told_apart_are_not_compared()
    {
        var (project, before) = (Some.Project().With((900, 900)), Some.Project().With((100, 100), (100, 100)));
        Assert.Single(YearOnYear.Large(project, before));
        before.Apply(LineChanges.Of(Some.Row(Some.Line("第1项"))));
        Assert.Empty(YearOnYear.Large(project, before));
    }

    private static decimal? Amount(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static Project Of(decimal? amount)
    {
        var project = Some.Project();
        project.SaveFunding(Guid.NewGuid(), null, Some.Funds(amount));
        project.Apply(LineChanges.Of(Some.Row(Some.Line("办公费", amount))));
        project.SaveTarget(Guid.NewGuid(), null, new("站", "演出", "办", "场次", TargetDirection.AtLeast, amount, "场"));
        return project;
    }
}
