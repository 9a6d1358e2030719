using System.Text;
using PerfEval.Documents.Fonts;

namespace PerfEval.Documents.Typesetting;

/// <summary>Turns strings into measured text and notes characters no face has.</summary>
internal sealed class TextMeasurer(GlyphTable glyphs)
{
    /// <summary>From this width on a character fills a cell of the grid.</summary>
    private const float FullWidth = 0.9f;

    private readonly List<UncoveredCharacter> missing = [];
    private readonly HashSet<int> noted = [];
    private Character[] buffer = new Character[256];
    private int count;

    /// <summary>Where the texts that follow stand, for messages.</summary>
    public string Place { get; set; } = "";

    /// <summary>Throws when characters were missing.</summary>
    public void ThrowIfMissing()
    {
        if (missing.Count > 0)
        {
            throw new MissingCharactersException(missing);
        }
    }

    /// <summary>Measures a text of one face. Line breaks count as spaces; space at the ends is left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="face">Its face.</param>
    /// <param name="cell">Width of a full-width character in em: less than 1 where the grid is narrower than the type.</param>
    public MeasuredText Measure(ReadOnlySpan<char> text, FaceRole face, float cell = 1)
    {
        count = 0;
        Append(text, face, cell);
        return Finish();
    }

    /// <summary>Measures a text whose beginning has another face.</summary>
    public MeasuredText Measure(ReadOnlySpan<char> start, FaceRole startFace, ReadOnlySpan<char> rest, FaceRole restFace, float cell)
    {
        count = 0;
        Append(start.Trim(), startFace, cell);
        Append(rest.Trim(), restFace, cell);
        return Finish();
    }

    private void Append(ReadOnlySpan<char> text, FaceRole face, float cell)
    {
        if (buffer.Length < count + text.Length)
        {
            Array.Resize(ref buffer, Math.Max(count + text.Length, buffer.Length * 2));
        }

        foreach (var rune in text.EnumerateRunes())
        {
            var codePoint = rune.Value;
            if (codePoint < 0x10000 && char.IsWhiteSpace((char)codePoint) && codePoint != '\u3000' && codePoint != '\u00A0')
            {
                codePoint = ' ';
            }
            else if (codePoint < 0xA0 && Rune.IsControl(rune) || codePoint is 0x200B or 0x200C or 0x200D or 0xFEFF or 0xAD)
            {
                continue; // draws nothing
            }

            if (!glyphs.TryFind(face, codePoint, out var glyph, out var drawn, out var width))
            {
                if (noted.Add(codePoint))
                {
                    missing.Add(new(codePoint, Place));
                }

                continue;
            }

            buffer[count++] = new()
            {
                CodePoint = codePoint,
                Glyph = glyph,
                Face = drawn,
                Kind = CharacterKinds.Of(codePoint),
                Width = width >= FullWidth ? width - 1 + cell : width,
            };
        }
    }

    private MeasuredText Finish()
    {
        var start = 0;
        var end = count;
        while (start < end && buffer[start].Kind == CharacterKind.Space)
        {
            start++;
        }

        while (end > start && buffer[end - 1].Kind == CharacterKind.Space)
        {
            end--;
        }

        if (start == end)
        {
            return MeasuredText.Empty;
        }

        var characters = buffer.AsSpan(start, end - start).ToArray();
        BreakRules.Apply(characters);
        SetElasticity(characters);
        return new(characters);
    }

    private static void SetElasticity(Span<Character> text)
    {
        for (var k = 0; k < text.Length; k++)
        {
            ref var character = ref text[k];
            var closes = character.Kind == CharacterKind.Closing && character.Width >= FullWidth;
            character.EndShrink = closes ? 0.5f : 0;
            if (k + 1 == text.Length)
            {
                break;
            }

            ref readonly var next = ref text[k + 1];
            var opens = next.Kind == CharacterKind.Opening && next.Width >= FullWidth;
            var pair = closes && (opens || next.Kind == CharacterKind.Closing && next.Width >= FullWidth)
                || opens && character.Kind == CharacterKind.Opening && character.Width >= FullWidth;
            character.Shrink = pair ? 0.5f : closes || opens ? 0.25f : 0;
            character.Stretches = !HoldsTight(character, next);
        }
    }

    // No space within words, numbers, ——, …… or between a number and the mark that belongs to it.
    private static bool HoldsTight(in Character left, in Character right)
    {
        var twin = left.CodePoint == right.CodePoint && left.CodePoint is '—' or '…';
        var narrow = left.Width < FullWidth && right.Width < FullWidth && left.Kind != CharacterKind.Space;
        return twin || narrow;
    }
}
