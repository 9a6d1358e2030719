using PerfEval.Domain.Projects;
using static PerfEval.Domain.Checks.Data.Wording;

namespace PerfEval.Domain.Checks.Data;

/// <summary>
/// V5: what came in against what went out. The same figure entered in two places must agree; amounts of different things
/// that usually agree are doubts; a difference that rounding to 万元 explains is said as such.
/// </summary>
public static class FundingAndUse
{
    private const decimal WanTwoPlaces = 100m;

    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V5", "资金来源与使用", "资金来源合计＝项目总额；到位≥支出；到位＝明细拨款；执行＝明细支出");

    /// <summary>Everything that does not fit between sources and lines.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        var (money, project) = (facts.Money, facts.Project);
        var complete = money.LinesWithout == 0;
        if (money.SourcesExecuted is { } executed && money.LinesSpent is { } spent && executed != spent && project.Lines.All(l => l.Spent is not null) && !UnitSlips.Slipped(executed, spent))
        {
            yield return Finding(Severity.Error, $"来源执行合计{Yuan(executed)}，明细实际支出合计{Yuan(spent)}，相差{Yuan(Math.Abs(executed - spent))}",
                "同一笔支出两处填的数不一样：核对明细是否漏行，或改正来源的“执行”", executed, spent, "执行");
        }

        if (money.Received is { } received && money.Allocated is { } allocated && received != allocated && (complete || project.Evaluation.IsFiled) && !UnitSlips.Slipped(received, allocated))
        {
            var rounded = Rounded(received, allocated) || Rounded(allocated, received);
            yield return Finding(rounded ? Severity.Hint : Severity.Doubt,
                $"到位资金{Yuan(received)}，明细实际拨款合计{Yuan(allocated)}，相差{Yuan(Math.Abs(received - allocated))}" + (rounded ? "，按万元保留两位小数四舍五入即相同" : ""),
                rounded ? "属四舍五入尾差，可按元填写准确数" : "核对到位金额和各行拨款；有未分配或结转的，说明去向", received, allocated, "到位");
        }

        if (money.Received is { } arrived && money.Spent is { } used && used > arrived && !UnitSlips.Slipped(arrived, used))
        {
            yield return Finding(Severity.Doubt, $"实际支出{Yuan(used)}大于到位资金{Yuan(arrived)}，超出{Yuan(used - arrived)}", "核对到位金额；确属先行垫付的，说明垫付来源", arrived, used, "支出");
        }

        if (money.HandedBack is { } back && money.Received is { } got && money.Spent is { } paid && complete && got - paid != back)
        {
            yield return Finding(Severity.Doubt, $"到位{Yuan(got)}－执行{Yuan(paid)}＝{Yuan(got - paid)}，已交回财政{Yuan(back)}", "核对结余去向：未交回的部分结转还是待缴，请说明", back, got - paid, "交回");
        }

        // Nothing contradicts anything yet, so it stops nothing; but the report tells where the rest went.
        if (money.AwaitsHandBack && !project.Evaluation.IsFiled)
        {
            yield return new(Rule, Severity.Hint, Places.Page(Evaluations.ReadinessPlace.Funding),
                $"到位{Yuan(money.Received!.Value)}－执行{Yuan(money.Spent!.Value)}＝{Yuan(money.Received.Value - money.Spent.Value)}，没有填写已交回财政", "填写资金来源的“已交回财政”；没有交回的填0，并说明结转还是待缴")
            { Subject = "待交回" };
        }

        foreach (var source in project.Funding)
        {
            if (source.Received is { } came && source.AdjustedBudget is { } budget && came > budget && !UnitSlips.Slipped(came, budget))
            {
                yield return new(Rule, Severity.Doubt, Places.Of(source, nameof(FundingSource.Received)),
                    $"“{source.Name}”到位{Yuan(came)}，超过全年预算{Yuan(budget)}", "补记预算追加文件，或改正到位金额")
                { Stated = Yuan(came), Computed = Yuan(budget) };
            }
        }
    }

    private static Finding Finding(Severity severity, string explanation, string remedy, decimal stated, decimal computed, string subject) =>
        new(Rule, severity, Places.Page(Evaluations.ReadinessPlace.Funding), explanation, remedy) { Stated = Yuan(stated), Computed = Yuan(computed), Subject = subject };

    // 219.72万元 for 2,197,150元; nobody writes less than one 万元 that way.
    private static bool Rounded(decimal rounded, decimal exact) =>
        rounded >= Money.Wan && rounded % WanTwoPlaces == 0 && exact % WanTwoPlaces != 0 && Math.Abs(rounded - exact) <= WanTwoPlaces / 2;
}
