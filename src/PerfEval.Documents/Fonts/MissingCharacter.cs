using System.Text;

namespace PerfEval.Documents.Fonts;

/// <summary>No face has a character: it would be printed as a blank, so nothing is printed.</summary>
/// <param name="codePoint">The character.</param>
/// <param name="where">Where it was to be printed, such as the page; empty when not known.</param>
public sealed class MissingCharacter(int codePoint, string where = "") : Exception(Sentence(codePoint, where))
{
    /// <summary>The character.</summary>
    public int CodePoint { get; } = codePoint;

    private static string Sentence(int codePoint, string where)
    {
        var shown = Rune.IsValid(codePoint) && !Rune.IsControl(new Rune(codePoint)) ? $"“{new Rune(codePoint)}”" : "";
        return $"字符{shown}（U+{codePoint:X4}）在所有字体中都没有字形{(where.Length > 0 ? $"（{where}）" : "")}；请改用其他字，或配置含有该字的字体";
    }
}
