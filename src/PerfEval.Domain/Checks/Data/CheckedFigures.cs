using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;
using static PerfEval.Domain.Checks.Data.Wording;

namespace PerfEval.Domain.Checks.Data;

/// <summary>One row of the 数据核对表.</summary>
/// <param name="What">核对内容.</param>
/// <param name="Stated">原文数: as written or entered.</param>
/// <param name="Computed">核算数: as computed again.</param>
/// <param name="Verdict">结论.</param>
public sealed record CheckedFigure(string What, string Stated, string Computed, string Verdict);

/// <summary>数据核对表: what agrees as well as what does not, so that a reader sees what was looked at.</summary>
public static class CheckedFigures
{
    private const string Agrees = "一致";
    private const int LongestQuote = 40;

    /// <summary>The rows: identities of the money, the score, the statements of the text, then every finding that states a figure.</summary>
    /// <param name="facts">The project.</param>
    /// <param name="check">What was found in it.</param>
    public static IReadOnlyList<CheckedFigure> Of(ProjectFacts facts, CheckResult check)
    {
        var agreed = Money(facts).Concat(Score(facts)).Where(r => r.Stated == r.Computed)
            .Select(r => new CheckedFigure(r.What, r.Stated, r.Computed, Agrees))
            .Concat(check.Verified.Select(v => new CheckedFigure(Short(v.Quote), v.Stated, v.Computed, Agrees)));
        var apart = check.Findings.Where(f => f.Stated.Length > 0 && f.Computed.Length > 0).Select(f => new CheckedFigure(
            $"{f.Place.Word(facts.Project)}：{f.Rule.Name}", f.Stated, f.Computed, Verdict(facts.Project, f)));
        return [.. agreed, .. apart];
    }

    private static IEnumerable<(string What, string Stated, string Computed)> Money(ProjectFacts facts)
    {
        var (money, stated, lines) = (facts.Money, facts.Project.Stated, facts.Project.Lines);
        foreach (var (what, left, right) in new (string, decimal?, decimal?)[]
        {
            ("全年预算＝年初预算＋调整", money.AdjustedBudget, money.InitialBudget + facts.Project.Funding.SelectMany(f => f.Adjustments).Sum(a => a.Amount)),
            ("到位资金＝明细实际拨款合计", money.Received, money.Allocated),
            ("来源执行＝明细实际支出合计", money.SourcesExecuted, money.LinesSpent),
            ("实际拨款合计＝各行相加", stated.Allocated, money.Allocated),
            ("实际支出合计＝各行相加", stated.Spent, money.LinesSpent),
            ("结余合计＝拨款合计－支出合计", stated.Balance, stated.Allocated - stated.Spent),
            ("已交回财政＝到位－支出", money.HandedBack, money.Received - money.Spent),
            ($"各行结余＝拨款－支出（{lines.Count}行）", lines.Sum(l => l.StatedBalance ?? l.Balance), lines.Sum(l => l.Balance)),
            ("数量×单价＝实际拨款", Products(lines)?.Sum(l => l.Allocated), Products(lines)?.Sum(l => Rounding.ToFen(l.QuantityTimesPrice!.Value))),
        })
        {
            if (left is { } l && right is { } r && (lines.Count > 0 || !what.StartsWith("各行", StringComparison.Ordinal)))
            {
                yield return (what, Yuan(l), Yuan(r));
            }
        }
    }

    private static IEnumerable<(string What, string Stated, string Computed)> Score(ProjectFacts facts)
    {
        var evaluation = facts.Project.Evaluation;
        if (facts.Sheet is { Rows.Count: > 0 } sheet)
        {
            yield return ("指标分值合计", $"{Numbers.Plainly(sheet.Rows.Where(r => r.IsLeaf).Sum(r => r.Weight))}分", $"{Numbers.Plainly(Indicators.TreeCheck.Whole)}分");
            if (evaluation.StatedScore is { } total)
            {
                yield return ("总分＝各项得分相加", $"{Numbers.Plainly(total)}分", $"{Numbers.Plainly(sheet.Rows.Where(r => r.IsLeaf).Sum(r => r.Stated ?? r.Points ?? 0))}分");
            }
        }

        if (evaluation is { StatedScore: { } score, StatedGrade: { } grade })
        {
            yield return ($"等级与得分（{Numbers.Plainly(score)}分）", grade.Word(), Grades.Of(score).Word());
        }
    }

    private static List<BudgetLine>? Products(IReadOnlyList<BudgetLine> lines) =>
        lines.Where(l => l.QuantityTimesPrice is not null && l.Allocated is not null).ToList() is { Count: > 0 } found ? found : null;

    private static string Verdict(Project project, Finding finding) => project.IsAnswered(finding)
        ? $"已说明：{project.AnswerTo(finding)!.Reason}" : finding.Severity switch { Severity.Error => "不符", Severity.Doubt => "存疑", _ => "提示" };

    private static string Short(string quote) => quote.Length > LongestQuote ? quote[..LongestQuote] + "…" : quote;
}
