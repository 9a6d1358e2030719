using System.Text.RegularExpressions;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Checks.Data;

/// <summary>V16: a rate of execution whose denominator nobody names, where it matters which one is meant.</summary>
public static partial class RateDenominator
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V16", "执行率口径", "执行率的分母须写明：年初预算、全年预算、到位资金还是实际拨款");

    /// <summary>Every sentence that quotes the rate without its denominator; leaves that divide by different ones.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        var rates = Enum.GetValues<ExecutionDenominator>().Select(d => (Word: ProjectFigures.DenominatorWord(d), Rate: facts.Money.ExecutionRate(d))).Where(r => r.Rate is not null).ToList();
        if (rates.Select(r => Percent.Show(r.Rate)).Distinct().Count() > 1)
        {
            var all = string.Join("，", rates.Select(r => $"按{r.Word}{Percent.Show(r.Rate)}"));
            foreach (var text in facts.Texts)
            {
                foreach (var match in Quoted().Matches(text.Filled.Text).Where(m => !IsNamed(text.Filled.Text, m.Index)))
                {
                    yield return new(Rule, Severity.Hint, new CheckPlace.Words(text.Key, match.Index, match.Length), $"执行率没有写明按什么算：{all}", "写明分母，如“预算执行率（按到位资金）”")
                    { Quote = match.Value, Kind = StatementKind.Completion };
                }
            }
        }

        var bound = facts.Tree?.Indicators.Where(i => i.Binding is { Figure: Figure.BudgetExecutionRate })
            .GroupBy(i => i.Binding!.Denominator ?? facts.Tree.ExecutionDenominator).ToList() ?? [];
        if (bound.Count > 1)
        {
            var differing = string.Join("；", bound.Select(g => $"{string.Join("、", g.Select(i => i.Code))}按{ProjectFigures.DenominatorWord(g.Key)}"));
            yield return new(Rule, Severity.Hint, new CheckPlace.Leaf(bound[1].First().Code), $"同一指标体系里执行率的分母不一致：{differing}", "评分说明里写明各按什么口径");
        }
    }

    private static bool IsNamed(string text, int at) => PrintedSentence.Around(text, at) is var sentence && Named().IsMatch(text[sentence.Start..sentence.End]);

    [GeneratedRegex(@"执行率[^。；\n\d%]{0,12}\d[\d.]*\s?[%％]")]
    private static partial Regex Quoted();

    [GeneratedRegex("年初预算|全年预算|调整后|到位|拨款|批复|下达|预算数")]
    private static partial Regex Named();
}
