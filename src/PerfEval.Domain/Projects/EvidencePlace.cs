using System.Globalization;

namespace PerfEval.Domain.Projects;

/// <summary>What a piece of evidence belongs to.</summary>
public enum EvidenceSubject
{
    /// <summary>项目</summary>
    Project,

    /// <summary>支出明细</summary>
    Line,

    /// <summary>年度目标</summary>
    Target,

    /// <summary>指标</summary>
    Leaf,
}

/// <summary>The words of the trade for subjects.</summary>
public static class EvidenceSubjectWords
{
    /// <summary>项目, 支出明细, 年度目标, 指标.</summary>
    public static string Word(this EvidenceSubject subject) => subject switch
    {
        EvidenceSubject.Line => "支出明细",
        EvidenceSubject.Target => "年度目标",
        EvidenceSubject.Leaf => "指标",
        _ => "项目",
    };
}

/// <summary>Where in a project evidence belongs: the project as a whole, one line, one target or one leaf.</summary>
public sealed record EvidencePlace
{
    private EvidencePlace(EvidenceSubject subject, Guid? rowId, int? indicatorId) => (Subject, RowId, IndicatorId) = (subject, rowId, indicatorId);

    /// <summary>The project as a whole.</summary>
    public static EvidencePlace Whole { get; } = new(EvidenceSubject.Project, null, null);

    /// <summary>The kind of place.</summary>
    public EvidenceSubject Subject { get; }

    /// <summary>The line or target; null for the others.</summary>
    public Guid? RowId { get; }

    /// <summary>The leaf; null for the others.</summary>
    public int? IndicatorId { get; }

    /// <summary>A spending line.</summary>
    public static EvidencePlace Line(Guid id) => new(EvidenceSubject.Line, id, null);

    /// <summary>A yearly target.</summary>
    public static EvidencePlace Target(Guid id) => new(EvidenceSubject.Target, id, null);

    /// <summary>A leaf of the indicator tree.</summary>
    public static EvidencePlace Leaf(int indicatorId) => new(EvidenceSubject.Leaf, null, indicatorId);

    /// <summary>As a form writes it: project, line:…, target:…, leaf:12.</summary>
    public override string ToString() => Subject switch
    {
        EvidenceSubject.Line => $"line:{RowId}",
        EvidenceSubject.Target => $"target:{RowId}",
        EvidenceSubject.Leaf => $"leaf:{IndicatorId}",
        _ => "project",
    };

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static EvidencePlace? Parse(string? text) => text?.Split(':') switch
    {
        ["project"] => Whole,
        ["line", var id] when Guid.TryParse(id, out var line) => Line(line),
        ["target", var id] when Guid.TryParse(id, out var target) => Target(target),
        ["leaf", var id] when int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var leaf) => Leaf(leaf),
        _ => null,
    };
}
