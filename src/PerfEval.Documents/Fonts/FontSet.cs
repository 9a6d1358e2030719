namespace PerfEval.Documents.Fonts;

/// <summary>The faces of a report by their role.</summary>
/// <param name="faces">A face for every role.</param>
public sealed class FontSet(IReadOnlyDictionary<FaceRole, FontFace> faces)
{
    /// <summary>The face of a role.</summary>
    public FontFace this[FaceRole role] => faces[role];

    /// <summary>
    /// The role and glyph with which a character is drawn: the face asked for, else the fallback. U+22C5 ⋅ is in no face
    /// and is drawn as · (U+00B7), yet copied as it was written. Null when no face has the character.
    /// </summary>
    /// <param name="role">The face asked for.</param>
    /// <param name="codePoint">The character.</param>
    public (FaceRole Role, int Glyph)? Find(FaceRole role, int codePoint)
    {
        var drawn = codePoint == 0x22C5 ? 0x00B7 : codePoint;
        var asked = drawn < 0x80 && HasForeignDigits(role) ? FaceRole.Song : role;
        return faces[asked].GlyphOf(drawn) is > 0 and var glyph ? (asked, glyph)
            : faces[FaceRole.Fallback].GlyphOf(drawn) is > 0 and var other ? (FaceRole.Fallback, other)
            : null;
    }

    // Fandol's 仿宋 and 楷体 borrow their digits and letters from a sans face; those of its 宋体 belong beside them. A
    // bureau's own 仿宋 brings its own and is left alone.
    private bool HasForeignDigits(FaceRole role) =>
        role is FaceRole.Fang or FaceRole.Kai && faces[role].Name.StartsWith("Fandol", StringComparison.Ordinal);
}
