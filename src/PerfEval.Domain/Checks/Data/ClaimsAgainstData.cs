using System.Text.RegularExpressions;
using PerfEval.Domain.Checks.Statements;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Checks.Data;

/// <summary>
/// 资金已全部用完 beside a balance in the project's data, 各项目标全部完成 beside a rate below 100 %: what is claimed of the
/// whole project without a number. A clause that names anything else may speak of that alone, so it is a doubt.
/// </summary>
public static partial class ClaimsAgainstData
{
    private const decimal All = 100;

    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V7-CLAIM", "正文说法与项目数据", "叙述文字应与项目数据一致，不夸大");

    /// <summary>Every claim that the data contradict. A filed paper is checked as a text; its data are what it says.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        if (facts.Project.Evaluation.IsFiled)
        {
            yield break;
        }

        var rate = new ProjectFigures(facts.Project).Get(new(Figure.ResultCompletionRate)).Value;
        var (left, lacking) = (facts.Money.Balance > 0, rate < All);
        foreach (var text in facts.Texts.Where(_ => left || lacking))
        {
            var claims = Spent().Matches(text.Filled.Text).Where(_ => left).Concat(Done().Matches(text.Filled.Text).Where(_ => lacking));
            foreach (var match in claims.Where(m => IsClaimed(text.Filled.Text, m.Groups["claim"].Index)).OrderBy(m => m.Index))
            {
                var said = match.Groups["claim"];
                var ofMoney = match.Groups["money"].Success;
                yield return new(Rule, Severity.Doubt, new CheckPlace.Words(text.Key, said.Index, said.Length),
                    ofMoney ? $"正文说“{said.Value}”，项目数据还有结余{Money.Show(facts.Money.Balance!.Value)}元" : $"正文说“{said.Value}”，项目数据的成果完成率为{Percent.Show(rate)}",
                    ofMoney ? "按实际使用情况改写，或答复说明说的是哪一部分资金" : "按实际完成情况改写，或答复说明说的是哪一部分工作")
                { Kind = StatementKind.Claim, Quote = said.Value };
            }
        }
    }

    private static bool IsClaimed(string text, int at) => PrintedSentence.Around(text, at) is var sentence
        && !ClaimWords.AreWishes(text.AsSpan(sentence.Start, at - sentence.Start)) && !ClaimWords.AreConditional(text.AsSpan(sentence.Start, sentence.End - sentence.Start));

    [GeneratedRegex("(?<claim>(?<money>(?:全部|项目|专项|财政|各项|本年|全年)?(?:资金|经费|款项))(?:已|均|都|均已|都已|已经)?(?:全部)?(?:使用完毕|用完|支出完毕|执行完毕|支付完毕|全部使用|全部支出|全部支付))|(?<money>)(?<claim>(?:无|没有)结余)(?=[，。；\n]|$)")]
    private static partial Regex Spent();

    [GeneratedRegex("(?<claim>(?:各项|全部|所有|年度|年初|既定|预期)(?:绩效)?(?:目标|任务|指标|工作)(?:任务)?(?:已|均|都|均已|都已|已经)?(?:全部|全面|圆满|如期|按期)(?:完成|实现|达标|达成)|(?:全部|全面|圆满|如期|按期)(?:完成|实现)了?(?:全年|年度|年初|既定|预期|预定|各项|全部|所有|的)+(?:绩效)?(?:目标|任务|指标))")]
    private static partial Regex Done();
}
