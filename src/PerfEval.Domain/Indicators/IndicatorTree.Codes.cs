using System.Globalization;

namespace PerfEval.Domain.Indicators;

/// <summary>How the codes of a tree are built.</summary>
public enum CodeScheme
{
    /// <summary>A, A1, A11, A111.</summary>
    Letters,

    /// <summary>1, 1.1, 1.1.1, 1.1.1.1.</summary>
    Numbers,
}

/// <content>Codes by place.</content>
public sealed partial class IndicatorTree
{
    /// <summary>Gives every indicator the code of its place. What the source printed stays.</summary>
    /// <exception cref="RuleBroken">Not a draft, or more siblings than the scheme can name.</exception>
    public void Renumber(CodeScheme scheme)
    {
        RequireDraft();
        Require(scheme != CodeScheme.Letters || ChildrenOf(null).Count <= 26, "一级指标超过26个，不能按字母编号，请改用数字编号。");
        Number(null);
        Changed();

        void Number(Indicator? parent)
        {
            foreach (var child in ChildrenOf(parent))
            {
                child.Take(child.Content with { Code = CodeAt(scheme, parent, child.Position) });
                Number(child);
            }
        }
    }

    /// <summary>The scheme that the tree's codes follow, as far as its first level tells.</summary>
    public CodeScheme Scheme => ChildrenOf(null) is [var first, ..] && char.IsAsciiDigit(first.Code[0]) ? CodeScheme.Numbers : CodeScheme.Letters;

    /// <summary>A code for a new child that no indicator of the tree has, made as its siblings' are.</summary>
    /// <param name="parent">A node of this tree; null for level 1.</param>
    public string FreshCode(Indicator? parent)
    {
        var taken = indicators.Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(ChildrenOf(parent).Count + 1, taken.Count + 1).Select(place => CodeAt(Scheme, parent, place)).First(code => !taken.Contains(code));
    }

    private static string CodeAt(CodeScheme scheme, Indicator? parent, int place)
    {
        var number = place.ToString(CultureInfo.InvariantCulture);
        if (parent is null)
        {
            return scheme == CodeScheme.Numbers ? number : place <= 26 ? $"{(char)('A' + place - 1)}" : $"Z{number}";
        }

        // A1 and then 11 would read as A11 and then 1: two digits are set off.
        var joint = scheme == CodeScheme.Numbers || place > 9 || parent.Code.Contains('.') ? "." : "";
        return parent.Code + joint + number;
    }
}
