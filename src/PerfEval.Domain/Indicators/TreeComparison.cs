using System.Text.Json;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Indicators;

/// <summary>What is different between two trees or two versions of one, in sentences.</summary>
public sealed class TreeComparison
{
    private readonly IndicatorTree old;
    private readonly IndicatorTree now;
    private readonly TreeMatch match;
    private readonly List<TreeDifference> differences = [];

    private TreeComparison(IndicatorTree old, IndicatorTree now)
    {
        (this.old, this.now, match) = (old, now, new TreeMatch(old, now));
        Settings();
        foreach (var gone in old.Ordered().Where(i => match.New(i) is null && (old.ParentOf(i) is not { } p || match.New(p) is not null)))
        {
            differences.Add(new(DifferenceKind.Removed, gone.Code, $"删除“{Called(gone)}”（{Wording.Points(gone.Weight)}）{Below(old, gone, i => match.New(i) is null)}。"));
        }

        foreach (var indicator in now.Ordered())
        {
            if (match.Old(indicator) is { } before)
            {
                Compare(before, indicator);
            }
            else if (now.ParentOf(indicator) is not { } parent || match.Old(parent) is not null)
            {
                differences.Add(new(DifferenceKind.Added, indicator.Code,
                    $"在{Under(now.ParentOf(indicator))}新增“{Called(indicator)}”（{Wording.Points(indicator.Weight)}）{Below(now, indicator, i => match.Old(i) is null)}。"));
            }
        }

        Order(null);
    }

    /// <summary>Everything that differs: settings, what is gone, then the new tree from top to bottom.</summary>
    public IReadOnlyList<TreeDifference> Differences => differences;

    /// <summary>Compares two trees.</summary>
    public static TreeComparison Of(IndicatorTree old, IndicatorTree now) => new(old, now);

    private void Settings()
    {
        Setting("名称", old.Name, now.Name);
        Setting("指标得分保留小数", $"{old.LeafPlaces}位", $"{now.LeafPlaces}位");
        Setting("不适用指标", old.NotApplicablePolicy.Word(), now.NotApplicablePolicy.Word());
        Setting("预算执行率的分母", ProjectFigures.DenominatorWord(old.ExecutionDenominator), ProjectFigures.DenominatorWord(now.ExecutionDenominator));
        Setting("总分封顶", Caps(old), Caps(now));
    }

    private void Setting(string what, string before, string after)
    {
        if (before != after)
        {
            differences.Add(new(DifferenceKind.Setting, "", $"{what}由“{before}”改为“{after}”。"));
        }
    }

    private static string Caps(IndicatorTree tree) => tree.Caps.Count == 0 ? "不封顶"
        : string.Join("；", tree.Caps.OrderByDescending(c => c.BelowRate).Select(c => $"执行率低于{Wording.Number(c.BelowRate)}%的不超过{Wording.Points(c.MaxTotal)}"));

    private void Compare(Indicator before, Indicator after)
    {
        var name = Called(after);
        var (from, to) = (old.ParentOf(before), now.ParentOf(after));
        if ((to is null) != (from is null) || (to is not null && match.Old(to) != from))
        {
            Add(DifferenceKind.Moved, $"“{name}”由{Under(from)}移到{Under(to)}。");
        }

        if (before.Name != after.Name)
        {
            Add(DifferenceKind.Renamed, $"“{Called(before)}”改名为“{after.Name}”。");
        }

        if (before.Code != after.Code)
        {
            Add(DifferenceKind.Recoded, $"“{after.Name}”的代码由{before.Code}改为{after.Code}。");
        }

        if (before.Weight != after.Weight)
        {
            Add(DifferenceKind.Weight, $"“{name}”的分值由{Wording.Points(before.Weight)}改为{Wording.Points(after.Weight)}，{(after.Weight > before.Weight ? "增加" : "减少")}{Wording.Points(Math.Abs(after.Weight - before.Weight))}。");
        }

        if (Json(before.Rule) != Json(after.Rule))
        {
            var (was, now) = (before.Rule?.Standard(before.Weight), after.Rule?.Standard(after.Weight));
            Add(DifferenceKind.Rule, was is null ? $"“{name}”新设评分规则“{after.Rule!.Name}”。" : now is null ? $"“{name}”不再有评分规则。"
                : before.Rule!.Name == after.Rule!.Name ? $"“{name}”的评分规则“{after.Rule.Name}”改了参数。" : $"“{name}”的评分规则由“{before.Rule.Name}”改为“{after.Rule.Name}”。", was, now);
        }

        if (before.Binding != after.Binding)
        {
            Add(DifferenceKind.Binding, $"“{name}”的取值由“{before.Binding?.Word() ?? "人工填列"}”改为“{after.Binding?.Word() ?? "人工填列"}”。");
        }

        Worded("指标解释", before.Explanation, after.Explanation);
        Worded("评分标准", before.Standard, after.Standard);
        Worded("佐证要求", before.EvidenceNeeded, after.EvidenceNeeded);

        void Worded(string what, string? was, string? now)
        {
            if ((was ?? "") != (now ?? ""))
            {
                Add(DifferenceKind.Wording, $"“{name}”的{what}{(was is null ? "新写" : now is null ? "删去" : "改了文字")}。", was, now);
            }
        }

        void Add(DifferenceKind kind, string sentence, string? was = null, string? now = null) => differences.Add(new(kind, after.Code, sentence, was, now));
    }

    // Only those that have stayed with their parent say anything about its order.
    private void Order(Indicator? parent)
    {
        var children = now.ChildrenOf(parent);
        if (parent is null || match.Old(parent) is not null)
        {
            var stayed = children.Where(c => match.Old(c) is { } o && old.ParentOf(o) == (parent is null ? null : match.Old(parent))).ToList();
            var places = stayed.Select(c => match.Old(c)!.Position).ToList();
            if (!places.SequenceEqual(places.Order()))
            {
                differences.Add(new(DifferenceKind.Moved, parent?.Code ?? "", $"{Under(parent)}的次序改为：{string.Join("、", stayed.Select(c => c.Name))}。"));
            }
        }

        foreach (var child in children)
        {
            Order(child);
        }
    }

    private static string Json(ScoringRule? rule) => JsonSerializer.Serialize(rule, ScoringJson.Options);

    private static string Called(Indicator indicator) => indicator.Code + indicator.Name;

    private static string Under(Indicator? parent) => parent is null ? "一级指标" : $"“{Called(parent)}”之下";

    private static string Below(IndicatorTree tree, Indicator top, Func<Indicator, bool> alike)
    {
        var below = tree.ChildrenOf(top).Where(alike).ToList();
        return below.Count == 0 ? "" : $"，连同下级{string.Join("、", below.Select(b => $"“{b.Name}”"))}";
    }
}
