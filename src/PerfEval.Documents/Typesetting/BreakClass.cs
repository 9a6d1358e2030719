namespace PerfEval.Documents.Typesetting;

/// <summary>What a line break at a boundary would do, from harmless to worst.</summary>
internal enum BreakClass : byte
{
    /// <summary>Harmless.</summary>
    Free,

    /// <summary>Allowed, but another place is better: within a date, after the number of an item.</summary>
    Discouraged,

    /// <summary>Would cut a word: only when nothing else helps.</summary>
    Word,

    /// <summary>Would cut a number or its unit: only when nothing else helps.</summary>
    Number,

    /// <summary>Would put a mark where it must not stand: only when a text of nothing but such marks leaves no choice.</summary>
    Forbidden,
}
