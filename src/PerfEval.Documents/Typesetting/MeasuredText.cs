using PerfEval.Documents.Fonts;

namespace PerfEval.Documents.Typesetting;

/// <summary>A character with everything line breaking asks about it. Lengths are in em, so that they hold for any type size.</summary>
internal struct Character
{
    public int CodePoint;
    public int Glyph;
    public FaceRole Face;
    public CharacterKind Kind;

    /// <summary>What a break behind it would do.</summary>
    public BreakClass After;

    /// <summary>Space may be put behind it to justify the line.</summary>
    public bool Stretches;

    /// <summary>Advance.</summary>
    public float Width;

    /// <summary>How much the next character may come nearer, because a full-width mark stands between.</summary>
    public float Shrink;

    /// <summary>How much it may lose at the end of a line: 行末标点压半.</summary>
    public float EndShrink;
}

/// <summary>A text after measuring.</summary>
/// <param name="Characters">Its characters without line breaks.</param>
internal sealed record MeasuredText(Character[] Characters)
{
    public static readonly MeasuredText Empty = new([]);

    /// <summary>Natural width in em.</summary>
    public float Width => WidthOf(0, Characters.Length);

    /// <summary>Natural width of a part in em.</summary>
    public float WidthOf(int start, int end)
    {
        var width = 0f;
        for (var k = start; k < end; k++)
        {
            width += Characters[k].Width;
        }

        return width;
    }

    /// <summary>Width of the widest part that no line break may cut, in em.</summary>
    public float WidestPiece()
    {
        var widest = 0f;
        var piece = 0f;
        foreach (ref readonly var character in Characters.AsSpan())
        {
            piece += character.Kind == CharacterKind.Space ? 0 : character.Width;
            if (character.After <= BreakClass.Discouraged)
            {
                widest = Math.Max(widest, piece);
                piece = 0;
            }
        }

        return Math.Max(widest, piece);
    }

    /// <summary>The characters as written, for messages and the outline.</summary>
    public override string ToString() => string.Concat(Characters.Select(c => char.ConvertFromUtf32(c.CodePoint)));
}
