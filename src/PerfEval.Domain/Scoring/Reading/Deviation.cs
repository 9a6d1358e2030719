using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>与计划相差不超过5%，得满分；每相差3%，扣1分: a deviation from a target.</summary>
/// <param name="Tolerance">Deviation that costs nothing.</param>
/// <param name="Target">Target as written; null: not written.</param>
/// <param name="BothSaid">The text says that both sides count: ±, or a number on which the value is centred.</param>
internal sealed partial record Deviation(decimal Tolerance, decimal? Target, bool BothSaid)
{
    /// <summary>The deviation of a text whose steps speak of one; null when they do not.</summary>
    public static Deviation? In(Page page, Clause? full, Clause clause, Step step)
    {
        var start = full?.Start ?? clause.Start;
        if (full is not null && Apart().Match(page.Text[full.Start..full.End]) is { Success: true } m)
        {
            page.Use(full.Start, full.End, "允许的偏差");
            if (step.Start > clause.Start)
            {
                page.Use(clause.Start, step.Start, "超出的部分");
            }

            return new Deviation(Number(m, "f")!.Value, Number(m, "t"), m.Groups["t"].Success || Both(page) || m.Groups["pm"].Success);
        }

        if (step.Side != Side.Both || (full is not null && RangeFinder.In(page.Text, full.Start, full.End) is { Exact: false }))
        {
            return null;
        }

        decimal? target = full is not null && RangeFinder.In(page.Text, full.Start, full.End) is { Exact: true, Low: { } exact } ? exact : null;
        page.Use(start, full?.End ?? step.Start, target is null ? "与目标的偏差" : $"目标{Wording.Measured(target.Value, step.Measure)}");
        page.Use(clause.Start, step.Start, "与目标的偏差");
        return new Deviation(0, target, Both(page));
    }

    /// <summary>The line of full marks, asked where the text does not say which side costs.</summary>
    public DecayReader.Line Ask(Page page, Step step)
    {
        // 与计划相差 compares with all of the plan; 偏差率 is a value of its own whose target the text does not say.
        var target = Target ?? (step.Measure == "%" && !OwnRate().IsMatch(page.Text) ? 100 : StepQuestions.Target(page, step.Measure));
        if (BothSaid)
        {
            return new DecayReader.Line(Tolerance, DecayDirection.Both, target, step.Measure);
        }

        var at = target is { } t ? Wording.Measured(t, step.Measure) : "目标值";
        var off = Wording.Difference(step.Size, step.Measure);
        var reply = page.Interview.Ask(QuestionKind.Direction, $"与目标（{at}）相差就扣分：多于目标的也扣吗？",
        [
            new("both", "少于、多于目标都扣", $"比{at}少{off}扣一次，多{off}也扣一次。"),
            new("below", "只在少于目标时扣", $"比{at}少{off}扣一次，多{off}得满分。"),
            new("above", "只在多于目标时扣", $"比{at}多{off}扣一次，少{off}得满分。"),
        ]);
        return reply?.Answer switch
        {
            "both" => new DecayReader.Line(Tolerance, DecayDirection.Both, target, step.Measure),
            "below" => new DecayReader.Line(target - Tolerance, DecayDirection.Below, null, step.Measure),
            "above" => new DecayReader.Line(target + Tolerance, DecayDirection.Above, null, step.Measure),
            _ => new DecayReader.Line(null, null, null, step.Measure),
        };
    }

    /// <summary>Notes the words by which the text says that both sides count.</summary>
    private static bool Both(Page page)
    {
        var said = Sides().Match(page.Text);
        if (said.Success)
        {
            page.Use(said.Index, said.Index + said.Length, "多于、少于目标都扣");
        }

        return said.Success;
    }

    private static decimal? Number(Match m, string group) => m.Groups[group].Success
        ? decimal.Parse(m.Groups[group].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"(?:与|和)(?<t>\d+(?:\.\d+)?)[^\d,;。与和]{0,4}(?:相差|偏差|偏离)[^\d,;。]{0,3}(?:不超过|在|小于|≤|不大于)(?<pm>±|正负)?(?<f>\d+(?:\.\d+)?)|(?:与|和|较|比)(?:计划|目标|指标|预期|年初|任务|合同|预算|标准)[^\d,;。]{0,12}(?:相差|偏差|偏离)[^\d,;。±]{0,16}(?:不超过|在|小于|≤|不大于)(?<pm>±|正负)?(?<f>\d+(?:\.\d+)?)|(?<pm>±|正负)(?<f>\d+(?:\.\d+)?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Apart();

    [GeneratedRegex("(?:偏差|偏离|误差|变动|波动|浮动)[率度]", RegexOptions.CultureInvariant)]
    private static partial Regex OwnRate();

    [GeneratedRegex("\\(?(?:超额|多完成|多|超出|超过|增加)[一-龥]{0,4}[、和或,]+(?:少完成|少|不足|低于|欠|减少)[一-龥]{0,4}?(?:均|都|也)(?:计入|计算|扣分|计|扣|算)+\\)?|\\(?(?:少完成|少|不足|低于|欠|减少)[一-龥]{0,4}[、和或,]+(?:多完成|多|超出|超过|增加|超额)[一-龥]{0,4}?(?:均|都|也)(?:计入|计算|扣分|计|扣|算)+\\)?|无论(?:多|超|增)[一-龥]{0,4}(?:少|减|不足)[一-龥]{0,3}|±|正负|上下浮动|上下偏差|超出或不足|不足或超出|高于或低于|低于或高于|超过或低于|少于或多于|多于或少于|双向", RegexOptions.CultureInvariant)]
    private static partial Regex Sides();
}
