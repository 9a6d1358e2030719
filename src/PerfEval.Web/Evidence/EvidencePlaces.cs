using PerfEval.Domain.Indicators;
using PerfEval.Domain.Projects;

namespace PerfEval.Web.Evidence;

/// <summary>A place of a project with its name and its files.</summary>
/// <param name="Place">The place.</param>
/// <param name="Words">支出明细 第3行 春节慰问.</param>
/// <param name="Files">In the order in which they came.</param>
public sealed record EvidenceGroup(EvidencePlace Place, string Words, IReadOnlyList<EvidenceFile> Files);

/// <summary>The places of a project at which evidence can lie, in the order of its pages.</summary>
/// <param name="project">With all its rows.</param>
/// <param name="tree">Its tree; null when none is chosen.</param>
internal sealed class EvidencePlaces(Project project, IndicatorTree? tree)
{
    private readonly Dictionary<EvidencePlace, string> words = Name(project, tree);

    /// <summary>Every place, with or without files.</summary>
    public IReadOnlyList<EvidencePlace> All => [.. words.Keys];

    /// <summary>The lines, targets or leaves that can be chosen.</summary>
    public IEnumerable<EvidencePlace> Of(EvidenceSubject subject) => words.Keys.Where(p => p.Subject == subject);

    /// <summary>True when it is a place of this project.</summary>
    public bool Has(EvidencePlace place) => words.ContainsKey(place);

    /// <summary>The place in words. What is gone, or a leaf of another tree, counts as the project.</summary>
    public string Words(EvidencePlace place) => words.GetValueOrDefault(place, words[EvidencePlace.Whole]);

    /// <summary>
    /// The places that hold files, in their order. Files of a line that is gone and of leaves of a tree that was changed
    /// stand with the project: with the old tree the latter are back in their place.
    /// </summary>
    public IReadOnlyList<EvidenceGroup> Groups() => [.. project.Evidence.GroupBy(f => Has(f.Place) ? f.Place : EvidencePlace.Whole)
        .OrderBy(g => words.Keys.ToList().IndexOf(g.Key)).Select(g => new EvidenceGroup(g.Key, Words(g.Key), [.. g.OrderBy(f => f.UploadedAt)]))];

    /// <summary>Why a file stands with the project although it was attached elsewhere; null when it was attached there.</summary>
    public string? Origin(EvidenceFile file) => file.FormerPlace is { } former ? $"原属{former}，该行已删除"
        : Has(file.Place) ? null
        : file.Subject == EvidenceSubject.Leaf ? "原属另一套指标体系的指标" : $"原属的{file.Subject.Word()}已删除";

    private static Dictionary<EvidencePlace, string> Name(Project project, IndicatorTree? tree)
    {
        var named = new Dictionary<EvidencePlace, string> { [EvidencePlace.Whole] = "项目整体" };
        foreach (var line in project.Lines.OrderBy(l => l.Position))
        {
            named[EvidencePlace.Line(line.Id)] = $"支出明细 第{line.Position}行 {Short($"{line.ActivityGroup} {line.Item}")}";
        }

        foreach (var target in project.Targets.OrderBy(t => t.Position))
        {
            named[EvidencePlace.Target(target.Id)] = $"年度目标 第{target.Position}条 {Short(target.IndicatorName ?? (target.Activity.Length > 0 ? target.Activity : target.Goal))}";
        }

        foreach (var leaf in tree?.Leaves() ?? [])
        {
            named[EvidencePlace.Leaf(leaf.Id)] = $"指标 {leaf.Code} {Short(leaf.Name)}";
        }

        return named;
    }

    private static string Short(string text) => text.Trim() is { Length: > 40 } tooLong ? tooLong[..40] + "…" : text.Trim();
}
