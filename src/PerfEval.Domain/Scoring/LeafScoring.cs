using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;

namespace PerfEval.Domain.Scoring;

/// <summary>Scores one leaf: where its input comes from, what the rule says, what a reviewer made of it.</summary>
internal static class LeafScoring
{
    /// <summary>The row without any score.</summary>
    public static ScoreRow Row(Indicator node, bool isLeaf) =>
        new(node.Id, node.Parent?.Id ?? node.ParentId, node.Code, node.Name, node.Level, isLeaf, node.Weight);

    /// <summary>The row of a leaf.</summary>
    /// <exception cref="RuleBroken">The input does not fit the rule, or the override is not allowed.</exception>
    public static ScoreRow Score(IndicatorTree tree, Indicator leaf, LeafEntry entry, Func<FigureBinding, FigureValue> figures)
    {
        CheckOverride(tree, leaf, entry);
        var row = Row(leaf, isLeaf: true) with
        {
            RuleName = leaf.Rule?.Name,
            Note = entry.Note,
            Stated = entry.Stated,
            Input = entry.Input,
            ReviewedBy = entry.PointsBy > entry.InputBy || entry.InputBy is null ? entry.PointsBy : entry.InputBy,
            ReviewReason = entry.InputBy is null ? null : entry.InputReason,
        };
        row = entry.Input is NotApplicableInput none
            ? NotApplicable(tree, leaf, row, none)
            : Computed(tree, leaf, row, entry, figures);
        if (entry.InputBy is { } by)
        {
            row = row with { Sentence = $"{by.Word()}核实：{Wording.Unended(row.Sentence)}，理由：{Wording.Unended(entry.InputReason ?? "")}。" };
        }

        row = entry.OverridePoints is { } points ? Override(row, points, entry.PointsBy, entry.OverrideReason!.Trim()) : row;
        return row.Points < leaf.Weight ? row with { ToFull = $"距满分差{Wording.Points(leaf.Weight - row.Points.Value)}：{Lacking(leaf, row)}。" } : row;
    }

    // What the rule wants, where the points are the rule's; a reviewer's points are explained by the reviewer's reason.
    private static string Lacking(Indicator leaf, ScoreRow row) => row.Overridden
        ? $"评审改分，理由：{Wording.Unended(row.OverrideReason!)}"
        : leaf.Rule!.ToFull(leaf.Weight, row.Input!);

    private static void CheckOverride(IndicatorTree tree, Indicator leaf, LeafEntry entry)
    {
        if (entry.OverridePoints is not { } points)
        {
            return;
        }

        var faults = new FaultList();
        faults.Require(!string.IsNullOrWhiteSpace(entry.OverrideReason), "overrideReason", $"“{leaf.Name}”改分必须写明理由。");
        faults.Require(points >= 0 && points <= leaf.Weight, "overridePoints", $"“{leaf.Name}”改分应在0到{Wording.Points(leaf.Weight)}之间，现为{Wording.Points(points)}。");
        faults.Require(Rounding.Round(points, tree.LeafPlaces) == points, "overridePoints", $"“{leaf.Name}”改分最多保留{tree.LeafPlaces}位小数，现为{Wording.Points(points)}。");
        faults.Require(entry.Input is not NotApplicableInput, "overridePoints", $"“{leaf.Name}”填了不适用，不能再改分。");
        faults.ThrowIfAny();
    }

    private static ScoreRow NotApplicable(IndicatorTree tree, Indicator leaf, ScoreRow row, NotApplicableInput input)
    {
        if (string.IsNullOrWhiteSpace(input.Reason))
        {
            throw new RuleBroken($"“{leaf.Name}”填了不适用，必须写明理由。", "reason");
        }

        var lead = $"{Wording.Unended(leaf.Name)}：不适用，理由：{Wording.Unended(input.Reason)}；";
        return tree.NotApplicablePolicy == NotApplicablePolicy.FullMarks
            ? row with { NotApplicable = true, Exact = leaf.Weight, Rounded = leaf.Weight, Points = leaf.Weight, Sentence = $"{lead}按满分计{Wording.Points(leaf.Weight)}。" }
            : row with { NotApplicable = true, Sentence = $"{lead}{Wording.Points(leaf.Weight)}不计入，由其余指标按比例分担。" };
    }

    private static ScoreRow Computed(
        IndicatorTree tree, Indicator leaf, ScoreRow row, LeafEntry entry, Func<FigureBinding, FigureValue> figures)
    {
        if (leaf.Rule is null)
        {
            return row with { Sentence = $"{leaf.Name}：还没有评分规则。" };
        }

        var subject = leaf.Name;
        var byHand = false;
        if (leaf.Binding is { } binding)
        {
            var figure = figures(Totals.Named(binding, tree) with { TargetId = entry.TargetId, LeafName = leaf.Name });
            byHand = row.Input is not null;
            if (!byHand)
            {
                subject = figure.Name;
                row = row with { FigureFormula = figure.Formula, FigureSources = figure.Sources, Input = InputFrom(leaf.Rule, figure) };
                if (row.Input is null)
                {
                    return row with { Sentence = $"{figure.Name}不能计算：{Wording.Unended(figure.Formula)}。" };
                }
            }
        }

        if (row.Input is null)
        {
            return row with { Sentence = $"{leaf.Name}：还没有填写{leaf.Rule.Needs.Prompt}。" };
        }

        var scored = leaf.Rule.Score(leaf.Weight, row.Input, subject);
        var rounded = Math.Min(leaf.Weight, Rounding.Round(scored.Points, tree.LeafPlaces));
        var sentence = byHand && entry.InputBy is null ? $"人工填列：{scored.Explanation}" : scored.Explanation;
        if (rounded != scored.Points)
        {
            sentence = $"{Wording.Unended(sentence)}，保留{tree.LeafPlaces}位小数得{Wording.Points(rounded)}。";
        }

        return row with { Exact = scored.Points, Rounded = rounded, Points = rounded, Sentence = sentence };
    }

    private static ScoringInput? InputFrom(ScoringRule rule, FigureValue figure) => figure.Value is not { } value ? null
        : rule.Needs.Kind == InputKind.Value ? new ValueInput(value)
        : value is >= 0 and <= int.MaxValue && decimal.Truncate(value) == value ? new CountInput((int)value)
        : throw new RuleBroken($"{figure.Name}{Wording.Number(value)}不是次数，不能用于“{rule.Name}”。", "binding");

    private static ScoreRow Override(ScoreRow row, decimal points, EvaluationKind? by, string reason)
    {
        var was = row.Exact is { } exact ? $"规则计算{Wording.Points(exact)}" : "规则未能计算";
        return row with
        {
            Overridden = true,
            OverridePoints = points,
            OverrideReason = reason,
            Points = points,
            Sentence = $"{row.Sentence}{was}，{by?.Word()}调整为{Wording.Points(points)}，理由：{Wording.Unended(reason)}。",
        };
    }
}
