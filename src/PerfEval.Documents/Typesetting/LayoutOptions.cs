namespace PerfEval.Documents.Typesetting;

/// <summary>Where the page number stands.</summary>
public enum PageNumberPlace
{
    /// <summary>Odd pages right, even pages left, one character in (GB/T 9704-2012 §7.5).</summary>
    Outer,

    /// <summary>In the middle, as usual for reports that are printed on one side.</summary>
    Centre,

    /// <summary>None.</summary>
    None,
}

/// <summary>What a bureau may choose.</summary>
/// <param name="Sealed">A seal is put on the date: it stands four characters in with the signatory centred above (§7.3.5.1).</param>
/// <param name="PageNumbers">Where the page number stands.</param>
public sealed record LayoutOptions(bool Sealed = true, PageNumberPlace PageNumbers = PageNumberPlace.Outer);
