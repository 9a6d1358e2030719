namespace PerfEval.Documents.Fonts;

/// <summary>What a face is for in a 公文 (GB/T 9704-2012 §5.2.2, §7.3.3). A bureau may put its own files in their place.</summary>
public enum FaceRole
{
    /// <summary>小标宋: title.</summary>
    Title,

    /// <summary>黑体: level 1, table headings, annex label.</summary>
    Hei,

    /// <summary>楷体: level 2.</summary>
    Kai,

    /// <summary>仿宋: text, levels 3 and 4.</summary>
    Fang,

    /// <summary>宋体: page numbers, table text.</summary>
    Song,

    /// <summary>Rare characters that the face asked for lacks.</summary>
    Fallback,
}
