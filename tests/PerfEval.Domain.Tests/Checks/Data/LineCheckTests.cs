using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Tests.Projects;

namespace PerfEval.Domain.Tests.Checks.Data;

/// <summary>The checks of one spending line: right, wrong, and what only looks wrong.</summary>
public sealed class LineCheckTests
{
    public static TheoryData<string, LineEntry, decimal?, string[]> Cases => new()
    {
        { "right", Some.Line(allocated: 100, spent: 100), null, [] },
        { "right with reason", Some.Line(allocated: 100, spent: 90, reason: "节约"), null, [] },
        { "reason of blanks", Some.Line(allocated: 100, spent: 90, reason: "  "), null, ["V3 疑点 BalanceReason 结余10.00元，未填结余原因"] },
        { "overspent", Some.Line(allocated: 100, spent: 130), null, ["D-OVER 疑点 Spent 支出超过拨款30.00元"] },
        { "row of 2020 as printed", Some.Line("慰问社会福利院1所，农村敬老院4所", 60_000, 50_000, "未说明"), 0m, ["V1 错误 Balance 原文结余0.00元，按拨款减支出应为10,000.00元"] },
        { "row of 2020 put right", Some.Line("慰问社会福利院1所，农村敬老院4所", 60_000, 50_000, "未说明"), 10_000m, [] },
        { "product right to the fen", Some.Line(allocated: 33.34m, spent: 33.34m, quantity: 3.3333m, price: 10.001m), null, [] },
        { "product wrong", Some.Line(allocated: 87_900, spent: 87_900, quantity: 290, price: 300), null, ["V6 疑点 Allocated 数量×单价=87,000.00元，与实际拨款87,900.00元不符"] },
        { "no product without price", Some.Line(allocated: 5, spent: 5, quantity: 7), null, [] },
        { "all at once", Some.Line(allocated: 100, spent: 90, quantity: 1, price: 1), 1m,
            ["V3 疑点 BalanceReason 结余10.00元，未填结余原因", "V1 错误 Balance 原文结余1.00元，按拨款减支出应为10.00元", "V6 疑点 Allocated 数量×单价=1.00元，与实际拨款100.00元不符"] },
        { "unknown is not zero", Some.Line(allocated: 100, spent: null), null, [] },
        { "stated balance of an unknown line", Some.Line(allocated: null, spent: 10), 3m, [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_line_is_judged_by_its_own_numbers(string name, LineEntry entry, decimal? stated, string[] expected)
    {
        var project = Some.Project();
        var line = project.Apply(LineChanges.Of(Some.Row(entry))).Touched[0];
        project.StateBalance(line.Id, stated);
        var found = LineChecks.Of(line).Select(f => $"{f.Rule.Code} {f.Severity.Word()} {((CheckPlace.Cell)f.Place).Column} {f.Explanation}");
        Assert.True(expected.SequenceEqual(found), $"{name}: {string.Join(" | ", found)}");
        Assert.All(LineChecks.Of(line), f => Assert.Equal(("Lines", line.Id.ToString()), (((CheckPlace.Cell)f.Place).Table, ((CheckPlace.Cell)f.Place).Row)));
    }
}
