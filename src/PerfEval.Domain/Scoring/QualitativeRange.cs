using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>One band of <see cref="QualitativeRange"/>.</summary>
/// <param name="Key">Stable key, unique in the rule.</param>
/// <param name="Label">Chinese words: “部分达成年度指标并具有一定效果”.</param>
/// <param name="From">Lowest percent of the weight, inclusive.</param>
/// <param name="To">Highest percent; exclusive, but 100 is inclusive.</param>
public sealed record QualitativeBand(string Key, string Label, decimal From, decimal To);

/// <summary>
/// 定性指标三档 100%–80%(含)、80%–60%(含)、60%–0% (财预〔2020〕10号 per domain.md §1.5): a person chooses the band and gives
/// percent or points inside it, with a reason.
/// </summary>
/// <param name="Ranges">At least one, highest first, without overlap.</param>
public sealed record QualitativeRange(IReadOnlyList<QualitativeBand> Ranges) : ScoringRule("定性分档")
{
    /// <summary>The three bands of the national rule.</summary>
    [JsonIgnore]
    public static QualitativeRange National { get; } = new(
    [
        new("achieved", "达成年度指标", 80, 100),
        new("partly", "部分达成年度指标并具有一定效果", 60, 80),
        new("missed", "未达成年度指标且效果较差", 0, 60),
    ]);

    /// <inheritdoc/>
    [JsonIgnore]
    public override InputNeed Needs => new(InputKind.Judged, "所在档次、档内得分和理由");

    private protected override RulePoints Compute(decimal weight, ScoringInput input, string subject)
    {
        var judged = Expect<JudgedInput>(input, subject);
        var points = Judgement.Expect(judged, weight, subject);
        var percent = judged.Unit == PointsUnit.PercentOfWeight ? judged.Points : points * 100m / weight;
        var range = Ranges.FirstOrDefault(r => judged.Band is null ? Holds(r, percent) : r.Key == judged.Band)
            ?? throw new RuleBroken(judged.Band is null
                ? $"“{subject}”给的{Wording.Measured(percent, "%")}不在任何一档之内。"
                : $"“{subject}”没有“{judged.Band}”这一档。", "band");
        if (!Holds(range, percent))
        {
            throw new RuleBroken($"“{subject}”评为“{range.Label}”，应在{Span(range)}之间给分，现为{Wording.Measured(percent, "%")}。", "points");
        }

        return new RulePoints(points,
            $"{subject}：评为“{range.Label}”（{Span(range)}），给权重的{Wording.Number(percent)}%，理由：{Wording.Unended(judged.Reason)}；{Wording.Number(weight)} × {Wording.Number(percent)}% {Wording.Equal(points, percent)}。");
    }

    private protected override string Demand(ScoringInput input) => $"须评为“{Ranges[0].Label}”并给到{Wording.Number(Ranges[0].To)}%";

    private protected override string Describe(decimal weight) =>
        string.Join("；", Ranges.Select(r => $"{r.Label}，得权重的{Span(r)}")) + "；档内由评审给分并写明理由。";

    private protected override IEnumerable<RuleDefect> FindDefects(decimal weight)
    {
        if (Ranges[0].To < 100)
        {
            yield return new RuleDefect(DefectKind.FullMarksUnreachable, $"最高一档只到{Wording.Number(Ranges[0].To)}%，得不到满分{Wording.Points(weight)}。");
        }
    }

    private protected override void CheckParameters(decimal weight, FaultList faults)
    {
        if (!faults.Require(Ranges is { Count: > 0 }, "ranges", "定性分档至少要有一档。"))
        {
            return;
        }

        CheckKeys(Ranges.Select(r => r.Key), "档次", faults);
        for (var i = 0; i < Ranges.Count; i++)
        {
            var range = Ranges[i];
            faults.Require(!string.IsNullOrWhiteSpace(range.Label), "label", $"档次“{range.Key}”没有名称。");
            faults.Require(range.From >= 0 && range.From < range.To && range.To <= 100, "from", $"档次“{range.Label}”的范围{Wording.Number(range.From)}–{Wording.Number(range.To)}不在0到100之间或上下颠倒。");
            faults.Require(i == 0 || range.To <= Ranges[i - 1].From, "to", $"档次“{range.Label}”与上一档重叠。");
        }
    }

    private static bool Holds(QualitativeBand range, decimal percent) =>
        percent >= range.From && (percent < range.To || (range.To == 100 && percent == 100));

    private static string Span(QualitativeBand range) =>
        $"{Wording.Number(range.To)}%{(range.To == 100 ? "" : "（不含）")}–{Wording.Number(range.From)}%{(range.From == 0 ? "" : "（含）")}";
}
