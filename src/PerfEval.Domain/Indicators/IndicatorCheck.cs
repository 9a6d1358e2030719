using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Indicators;

/// <summary>Which content an indicator can have at all; completeness is judged when the tree is published.</summary>
internal static class IndicatorCheck
{
    /// <exception cref="RuleBroken">With all faults of the content.</exception>
    public static void Check(IndicatorContent content)
    {
        var faults = new FaultList();
        var name = $"“{content.Code}”";
        Text(faults, content.Code, Indicator.CodeLength, "code", "代码", needed: true);
        Text(faults, content.Name, Indicator.NameLength, "name", $"{name}的名称", needed: true);
        Text(faults, content.StatedCode, Indicator.CodeLength, "statedCode", $"{name}的原文代码");
        Text(faults, content.PrintedName, Indicator.NameLength, "printedName", $"{name}的原文标题");
        Text(faults, content.Explanation, Indicator.TextLength, "explanation", $"{name}的指标解释");
        Text(faults, content.Standard, Indicator.TextLength, "standard", $"{name}的评分标准");
        Text(faults, content.EvidenceNeeded, Indicator.TextLength, "evidenceNeeded", $"{name}的佐证要求");
        var weighty = faults.Require(content.Weight is > 0 and <= ScoringRule.WeightLimit, "weight",
            $"{name}的分值应大于0且不超过{Wording.Points(ScoringRule.WeightLimit)}，现为{Wording.Points(content.Weight)}。");
        weighty &= faults.Require(Rounding.Round(content.Weight, Indicator.WeightPlaces) == content.Weight, "weight",
            $"{name}的分值最多{Indicator.WeightPlaces}位小数，现为{Numbers.Plainly(content.Weight)}。");
        if (weighty && content.Rule is { } rule)
        {
            try
            {
                rule.Check(content.Weight);
            }
            catch (RuleBroken refused)
            {
                faults.Add("rule", $"{name}：", refused);
            }
        }

        faults.ThrowIfAny();
    }

    /// <summary>Whether a figure can feed the rule.</summary>
    public static bool TakesFigure(ScoringRule rule) => rule is DeductPerOccurrence || rule.Needs.Kind is InputKind.Value or InputKind.Count;

    private static void Text(FaultList faults, string? text, int limit, string field, string what, bool needed = false)
    {
        faults.Require(!needed || !string.IsNullOrWhiteSpace(text), field, $"{what}没有填写。");
        faults.Require(text?.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')) != true, field, $"{what}里有看不见的控制字符，请删去后重新录入。");
        faults.Require((text?.Length ?? 0) <= limit, field, $"{what}有{text?.Length}字，最多{limit}字。");
    }
}
