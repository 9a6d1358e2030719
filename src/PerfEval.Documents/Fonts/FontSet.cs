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
        return faces[role].GlyphOf(drawn) is > 0 and var glyph ? (role, glyph)
            : faces[FaceRole.Fallback].GlyphOf(drawn) is > 0 and var other ? (FaceRole.Fallback, other)
            : null;
    }
}
