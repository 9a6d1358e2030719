using System.Globalization;
using PerfEval.Domain;
using PerfEval.Domain.Indicators;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>What a button, a key or the mouse of the designer asks for: a verb and the indicators it is about, “up:12”.</summary>
internal static class TreeAct
{
    /// <summary>Saving what is typed, and nothing else.</summary>
    public const string Save = "save";

    /// <summary>Does it.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="act">Verb and keys: child:12, before:12:7.</param>
    /// <returns>The indicator to look at afterwards, and what was done, in words; no words when nothing but saving was asked.</returns>
    /// <exception cref="RuleBroken">The act is unknown, its indicator is not here, or the tree refuses.</exception>
    public static (Indicator? At, string? Done) Do(IndicatorTree tree, string? act)
    {
        var parts = (act ?? Save).Split(':');
        Indicator At(int place) => tree.Indicators.FirstOrDefault(i => parts.Length > place && int.TryParse(parts[place], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && i.Id == id)
            ?? throw new RuleBroken("所选的指标不在本指标体系中，请刷新页面后再试");
        Indicator? AtOrTop(int place) => parts is [_, "0", ..] ? null : At(place);
        switch (parts[0])
        {
            case Save:
                return (null, null);
            case "top":
                return (tree.AddUnwritten(null), "已添加一级指标");
            case "child":
                return (tree.AddUnwritten(At(1)), $"已在“{At(1).Name}”之下添加指标");
            case "sibling":
                return (tree.AddUnwritten(tree.ParentOf(At(1)), At(1).Position + 1), $"已在“{At(1).Name}”之后添加指标");
            case "copy":
                return (tree.Duplicate(At(1)), $"已复制“{At(1).Name}”");
            case "remove":
                var gone = At(1);
                var near = tree.ChildrenOf(tree.ParentOf(gone)).LastOrDefault(s => s.Position < gone.Position) ?? tree.ParentOf(gone);
                tree.Remove(gone);
                return (near, $"已删除“{gone.Name}”");
            case "up" or "down" or "out" or "in":
                tree.Push(At(1), Enum.Parse<TreeStep>(parts[0], ignoreCase: true));
                return (At(1), $"已移动“{At(1).Name}”");
            case "before" or "after" or "into":
                Drop(tree, parts[0], At(1), At(2));
                return (At(1), $"已移动“{At(1).Name}”");
            case "renumber" when Enum.TryParse<CodeScheme>(parts.ElementAtOrDefault(1), out var scheme) && Enum.IsDefined(scheme):
                tree.Renumber(scheme);
                return (null, "已重新编号");
            case "spread":
                tree.DistributeWeights(AtOrTop(1), equally: false);
                return (AtOrTop(1), "已按比例分配分值");
            case "equal":
                tree.DistributeWeights(AtOrTop(1), equally: true);
                return (AtOrTop(1), "已平均分配分值");
            case "unrule":
                tree.Revise(At(1), At(1).Content with { Rule = null, Binding = null });
                return (At(1), $"已清除“{At(1).Name}”的评分规则");
            default:
                throw new RuleBroken("不能识别所选的操作，请刷新页面后再试");
        }
    }

    private static void Drop(IndicatorTree tree, string where, Indicator dragged, Indicator target)
    {
        if (where == "into")
        {
            tree.Move(dragged, target, int.MaxValue);
        }
        else if (dragged != target)
        {
            var siblings = tree.ChildrenOf(tree.ParentOf(target)).Where(s => s != dragged).ToList();
            tree.Move(dragged, tree.ParentOf(target), siblings.IndexOf(target) + (where == "before" ? 1 : 2));
        }
    }
}
