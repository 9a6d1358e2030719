using PerfEval.Domain.Access;

namespace PerfEval.Domain.Projects;

/// <summary>佐证材料.</summary>
public sealed partial class Project
{
    private readonly List<EvidenceFile> evidence = [];

    /// <summary>佐证材料 in the order in which they came.</summary>
    public IReadOnlyList<EvidenceFile> Evidence => evidence;

    /// <summary>The files of one place.</summary>
    public IEnumerable<EvidenceFile> EvidenceOf(EvidencePlace place) => evidence.Where(e => e.Place == place);

    /// <summary>Attaches a file.</summary>
    /// <param name="id">Key, made by the caller.</param>
    /// <param name="place">What it belongs to. That a leaf is one of the tree is for the caller to know.</param>
    /// <param name="content">What was found out about it.</param>
    /// <param name="by">Who attaches it.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="limits">How much a project may hold.</param>
    /// <returns>The file, and the file of another place with the same content if there is one.</returns>
    /// <exception cref="RuleBroken">The project is not open, the place is gone, it is empty, too large, or there already.</exception>
    public (EvidenceFile File, EvidenceFile? Twin) Attach(
        Guid id, EvidencePlace place, EvidenceContent content, Actor by, DateTime at, EvidenceLimits limits)
    {
        Evaluation.RefuseUnlessOpen();
        if (!Has(place))
        {
            throw new RuleBroken($"所选的{place.Subject.Word()}已不在本项目中，请刷新页面后重新选择");
        }

        if (content.Size == 0)
        {
            throw new RuleBroken($"文件“{content.Name}”是空的，请确认内容已保存后重新上传");
        }

        if (content.Size > limits.LargestFile)
        {
            throw new RuleBroken($"文件“{content.Name}”（{Shown(content.Size)}）大于每个文件的上限{Shown(limits.LargestFile)}；请压缩图片、降低扫描分辨率，或分成几份上传");
        }

        var twins = evidence.Where(e => e.Sha256 == content.Sha256).ToList();
        if (twins.Find(t => t.Place == place) is { } same)
        {
            throw new RuleBroken(same.Name == content.Name
                ? $"文件“{content.Name}”已经上传过，内容相同，没有重复保存"
                : $"文件“{content.Name}”已作为“{same.Name}”上传，内容相同，没有重复保存");
        }

        if (evidence.Count >= limits.MostFiles)
        {
            throw new RuleBroken($"每个项目最多{limits.MostFiles}个佐证材料，请删去不需要的，或把同类材料合并为一个 PDF");
        }

        var held = evidence.Sum(e => e.Size);
        if (held + content.Size > limits.LargestProject)
        {
            throw new RuleBroken($"本项目的佐证材料共{Shown(held)}，再加上“{content.Name}”的{Shown(content.Size)}将超过{Shown(limits.LargestProject)}；请删去不需要的材料");
        }

        var file = new EvidenceFile(id, place, content, by, at);
        evidence.Add(file);
        return (file, twins.FirstOrDefault());
    }

    /// <summary>Deletes a file; its bytes go with it.</summary>
    /// <exception cref="RowStale">There is no such file any more.</exception>
    public EvidenceFile Detach(Guid id)
    {
        Evaluation.RefuseUnlessOpen();
        var file = Find(evidence, e => e.Id, id, "该佐证材料");
        evidence.Remove(file);
        return file;
    }

    /// <summary>True when the place is still there; a leaf always is, as far as the project knows.</summary>
    public bool Has(EvidencePlace place) => place.Subject switch
    {
        EvidenceSubject.Line => lines.Any(l => l.Id == place.RowId),
        EvidenceSubject.Target => targets.Any(t => t.Id == place.RowId),
        _ => true,
    };

    /// <summary>12.5 MB, 300 KB, 87 字节: for sentences and lists.</summary>
    /// <param name="bytes">Bytes, not negative.</param>
    public static string Shown(long bytes) =>
        bytes >= EvidenceLimits.Megabyte ? $"{Numbers.Plainly(Scoring.Rounding.Round((decimal)bytes / EvidenceLimits.Megabyte, 1))} MB"
        : bytes >= 1024 ? $"{Numbers.Plainly(Scoring.Rounding.Round(bytes / 1024m, 0))} KB"
        : $"{bytes} 字节";

    // What proved a deleted row still proves something about the project: it stays, and says where it comes from.
    private void KeepEvidenceOf(EvidencePlace place, string words)
    {
        foreach (var file in EvidenceOf(place).ToList())
        {
            file.FallToProject($"{place.Subject.Word()}“{words}”");
        }
    }
}
