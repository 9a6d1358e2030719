namespace PerfEval.Domain.Projects;

/// <summary>What a piece of evidence is by its content.</summary>
public enum EvidenceKind
{
    /// <summary>PDF</summary>
    Pdf,

    /// <summary>图片</summary>
    Picture,

    /// <summary>文字文档</summary>
    Word,

    /// <summary>表格</summary>
    Excel,

    /// <summary>演示文稿</summary>
    Presentation,

    /// <summary>OFD 版式文件</summary>
    Ofd,

    /// <summary>文本</summary>
    Text,

    /// <summary>音频、视频</summary>
    Media,

    /// <summary>压缩包</summary>
    Archive,
}

/// <summary>The words of the users for kinds of files.</summary>
public static class EvidenceKindWords
{
    /// <summary>PDF, 图片, ….</summary>
    public static string Word(this EvidenceKind kind) => kind switch
    {
        EvidenceKind.Pdf => "PDF",
        EvidenceKind.Picture => "图片",
        EvidenceKind.Word => "文字文档",
        EvidenceKind.Excel => "表格",
        EvidenceKind.Presentation => "演示文稿",
        EvidenceKind.Ofd => "OFD",
        EvidenceKind.Text => "文本",
        EvidenceKind.Media => "音视频",
        _ => "压缩包",
    };
}
