namespace PerfEval.Documents.Typesetting;

/// <summary>No face of the set has these characters. The report is not typeset: a character is never left out in silence.</summary>
/// <param name="missing">Characters and the place where each stands first.</param>
public sealed class MissingCharactersException(IReadOnlyList<UncoveredCharacter> missing)
    : Exception("字库缺字：" + string.Join("；", missing.Select(m => $"“{m.Text}”（U+{m.CodePoint:X4}，{m.Place}）")))
{
    /// <summary>All missing characters in order of appearance, each once.</summary>
    public IReadOnlyList<UncoveredCharacter> Missing { get; } = missing;
}

/// <summary>A character no face has.</summary>
/// <param name="CodePoint">The character.</param>
/// <param name="Place">The block it stands in.</param>
public sealed record UncoveredCharacter(int CodePoint, string Place)
{
    /// <summary>The character as text.</summary>
    public string Text => char.ConvertFromUtf32(CodePoint);
}
