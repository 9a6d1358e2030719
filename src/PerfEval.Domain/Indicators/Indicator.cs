using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Indicators;

/// <summary>One node of a tree (一级…四级指标). Changed only through its <see cref="IndicatorTree"/>.</summary>
public sealed class Indicator
{
    /// <summary>Longest code, in characters.</summary>
    public const int CodeLength = 20;

    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 500;

    /// <summary>Longest explanation, standard and list of evidence, in characters each.</summary>
    public const int TextLength = 4000;

    /// <summary>Most decimals of a weight.</summary>
    public const int WeightPlaces = 4;

    /// <summary>Deepest level.</summary>
    public const int Levels = 4;

    private Indicator()
    {
    }

    internal Indicator(IndicatorContent content, Indicator? parent, int position, int id)
    {
        Id = id;
        Parent = parent;
        ParentId = parent is { Id: > 0 } ? parent.Id : null;
        Level = (parent?.Level ?? 0) + 1;
        Position = position;
        Take(content);
    }

    /// <summary>Key; 0 until stored.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the parent; null on level 1.</summary>
    public int? ParentId { get; private set; }

    /// <summary>The parent; null on level 1.</summary>
    public Indicator? Parent { get; private set; }

    /// <summary>1 to <see cref="Levels"/>.</summary>
    public int Level { get; private set; }

    /// <summary>Place among the siblings, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Normalised code, unique in the tree.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Code as printed on the source, where it differs.</summary>
    public string? StatedCode { get; private set; }

    /// <summary>Name without code.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Heading as printed on the source, with its code.</summary>
    public string? PrintedName { get; private set; }

    /// <summary>分值 in points.</summary>
    public decimal Weight { get; private set; }

    /// <summary>Formal rule; leaves only.</summary>
    public ScoringRule? Rule { get; private set; }

    /// <summary>Figure that feeds the leaf.</summary>
    public FigureBinding? Binding { get; private set; }

    /// <summary>指标解释.</summary>
    public string? Explanation { get; private set; }

    /// <summary>评分标准 as written.</summary>
    public string? Standard { get; private set; }

    /// <summary>所需佐证材料.</summary>
    public string? EvidenceNeeded { get; private set; }

    /// <summary>How far the wording was compared with its source; null where nothing was said.</summary>
    public Verification? Verification { get; private set; }

    /// <summary>The heading: as printed, else code and name.</summary>
    public string Heading => PrintedName ?? $"{StatedCode ?? Code}.{Name}";

    /// <summary>The content as a person wrote it.</summary>
    public IndicatorContent Content =>
        new(Code, Name, Weight, Rule, Binding, Explanation, Standard, EvidenceNeeded, StatedCode, PrintedName, Verification);

    internal void Take(IndicatorContent content)
    {
        Code = content.Code.Trim();
        Name = content.Name.Trim();
        Weight = content.Weight;
        Rule = content.Rule;
        Binding = content.Binding;
        Explanation = content.Explanation;
        Standard = content.Standard;
        EvidenceNeeded = content.EvidenceNeeded;
        StatedCode = content.StatedCode;
        PrintedName = content.PrintedName;
        Verification = content.Verification;
    }

    internal void MoveTo(int position) => Position = position;

    internal void MoveUnder(Indicator? parent, int position)
    {
        Parent = parent;
        ParentId = parent is { Id: > 0 } ? parent.Id : null;
        Position = position;
    }

    internal void SitOn(int level) => Level = level;

    internal bool IsChildOf(Indicator? parent) => parent is null
        ? Parent is null && ParentId is null
        : ReferenceEquals(Parent, parent) || (Parent is null && ParentId is { } id && id == parent.Id);
}
