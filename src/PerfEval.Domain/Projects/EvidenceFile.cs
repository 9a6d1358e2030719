using PerfEval.Domain.Access;

namespace PerfEval.Domain.Projects;

/// <summary>What was found out about an uploaded file before it is attached.</summary>
/// <param name="Name">Original name, as <see cref="EvidenceFile.CleanName"/> gives it.</param>
/// <param name="Kind">By content.</param>
/// <param name="MediaType">What a browser is told; from the content, never from the upload.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hexadecimal, lower case; computed here, never sent by the browser.</param>
public sealed record EvidenceContent(string Name, EvidenceKind Kind, string MediaType, long Size, string Sha256);

/// <summary>How much evidence a project may hold.</summary>
/// <param name="LargestFile">Bytes of one file.</param>
/// <param name="LargestProject">Bytes of all files of a project.</param>
/// <param name="MostFiles">Files of a project.</param>
public sealed record EvidenceLimits(
    long LargestFile = 20 * EvidenceLimits.Megabyte, long LargestProject = 500 * EvidenceLimits.Megabyte, int MostFiles = 500)
{
    /// <summary>1 MB in bytes.</summary>
    public const long Megabyte = 1024 * 1024;
}

/// <summary>佐证材料: one file that proves something about a project. Its bytes are kept beside it by the data layer.</summary>
public sealed class EvidenceFile
{
    /// <summary>Most characters of a name.</summary>
    public const int NameLength = 200;

    /// <summary>Most characters of a media type.</summary>
    public const int MediaTypeLength = 100;

    /// <summary>Characters of a SHA-256 in hexadecimal.</summary>
    public const int Sha256Length = 64;

    /// <summary>Most characters of <see cref="FormerPlace"/>.</summary>
    public const int FormerPlaceLength = 200;

    private EvidenceFile()
    {
    }

    internal EvidenceFile(Guid id, EvidencePlace place, EvidenceContent content, Actor by, DateTime at)
    {
        (Id, Subject, SubjectId, IndicatorId) = (id, place.Subject, place.RowId, place.IndicatorId);
        (Name, Kind, MediaType, Size, Sha256) = (content.Name, content.Kind, content.MediaType, content.Size, content.Sha256);
        (UploadedById, UploadedByName, UploadedAt) = (by.UserId, by.Name, at);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The project.</summary>
    public int ProjectId { get; private set; }

    /// <summary>What it belongs to.</summary>
    public EvidenceSubject Subject { get; private set; }

    /// <summary>The line or target it belongs to.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>The leaf it belongs to.</summary>
    public int? IndicatorId { get; private set; }

    /// <summary>What it belonged to before that was deleted, in words.</summary>
    public string? FormerPlace { get; private set; }

    /// <summary>Name as the uploader's computer gave it, without path.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is by content.</summary>
    public EvidenceKind Kind { get; private set; }

    /// <summary>What a browser is told.</summary>
    public string MediaType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256, hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Who attached it.</summary>
    public int UploadedById { get; private set; }

    /// <summary>Their name at that time.</summary>
    public string UploadedByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime UploadedAt { get; private set; }

    /// <summary>Where it belongs.</summary>
    public EvidencePlace Place => Subject switch
    {
        EvidenceSubject.Line => EvidencePlace.Line(SubjectId ?? default),
        EvidenceSubject.Target => EvidencePlace.Target(SubjectId ?? default),
        EvidenceSubject.Leaf => EvidencePlace.Leaf(IndicatorId ?? default),
        _ => EvidencePlace.Whole,
    };

    /// <summary>A name without path and without invisible characters that could make it look like another one.</summary>
    /// <param name="name">As the browser sent it.</param>
    /// <exception cref="RuleBroken">Nothing is left, it is too long, or it holds control characters.</exception>
    public static string CleanName(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        if (last.Any(char.IsControl))
        {
            throw new RuleBroken("文件名里有看不见的控制字符，请改名后重新上传");
        }

        // Marks of writing direction and width: U+202E would show “gpj.exe” as “exe.jpg”.
        var clean = string.Concat(last.Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)).Trim();
        return clean.Trim('.').Length == 0 ? throw new RuleBroken("有一个文件没有文件名，请改名后重新上传")
            : clean.Length > NameLength ? throw new RuleBroken($"文件“{clean[..30]}…”的文件名有{clean.Length}个字，请缩短到{NameLength}个字以内")
            : clean;
    }

    internal void FallToProject(string formerPlace)
    {
        FormerPlace = formerPlace.Length > FormerPlaceLength ? formerPlace[..(FormerPlaceLength - 1)] + "…" : formerPlace;
        (Subject, SubjectId, IndicatorId) = (EvidenceSubject.Project, null, null);
    }
}
