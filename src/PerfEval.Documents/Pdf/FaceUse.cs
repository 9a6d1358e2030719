using System.Buffers;
using PerfEval.Documents.Fonts;

namespace PerfEval.Documents.Pdf;

/// <summary>
/// What a document uses of a face. Each pair of glyph and character gets a code of its own, counted up in the order of use, so
/// that two characters drawn with one glyph are both copied as they were written.
/// </summary>
internal sealed class FaceUse : IDisposable
{
    private readonly int[] _first;
    private readonly Dictionary<(int Glyph, int CodePoint), int> _others = [];
    private int[] _glyphs = ArrayPool<int>.Shared.Rent(4096);
    private int[] _codePoints = ArrayPool<int>.Shared.Rent(4096);
    private double[] _advances = ArrayPool<double>.Shared.Rent(4096);

    /// <summary>Nothing is used yet.</summary>
    public FaceUse(TrueTypeFace face, int number)
    {
        (Face, Number) = (face, number);
        _first = ArrayPool<int>.Shared.Rent(face.GlyphCount);
        _first.AsSpan(0, face.GlyphCount).Clear();
        Append(0, 0);
    }

    /// <summary>The face.</summary>
    public TrueTypeFace Face { get; }

    /// <summary>Number in the names of the resources.</summary>
    public int Number { get; }

    /// <summary>Codes given, code 0 for the missing glyph included.</summary>
    public int Count { get; private set; }

    /// <summary>Glyph of the face for each code.</summary>
    public ReadOnlySpan<int> Glyphs => _glyphs.AsSpan(0, Count);

    /// <summary>Character of each code.</summary>
    public ReadOnlySpan<int> CodePoints => _codePoints.AsSpan(0, Count);

    /// <summary>Width of each code in thousandths of the type size, as the file states it.</summary>
    public ReadOnlySpan<double> Advances => _advances.AsSpan(0, Count);

    /// <summary>Code of a character drawn with a glyph.</summary>
    public int CodeOf(int glyph, int codePoint)
    {
        if ((uint)glyph < (uint)Face.GlyphCount && _first[glyph] is > 0 and var code && _codePoints[code] == codePoint)
        {
            return code;
        }

        return NewCode(glyph, codePoint);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_first);
        ArrayPool<int>.Shared.Return(_glyphs);
        ArrayPool<int>.Shared.Return(_codePoints);
        ArrayPool<double>.Shared.Return(_advances);
    }

    private int NewCode(int glyph, int codePoint)
    {
        if (glyph <= 0)
        {
            throw new MissingCharacter(codePoint);
        }

        if (glyph >= Face.GlyphCount)
        {
            throw new ArgumentException($"The face {Face.Name} has {Face.GlyphCount} glyphs; number {glyph} was asked for.", nameof(glyph));
        }

        if (codePoint is <= 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) or 0xFEFF or 0xFFFE)
        {
            throw new ArgumentException($"U+{codePoint:X4} is no character that a PDF can give back.", nameof(codePoint));
        }

        if (_first[glyph] == 0)
        {
            return _first[glyph] = Append(glyph, codePoint);
        }

        if (!_others.TryGetValue((glyph, codePoint), out var code))
        {
            _others[(glyph, codePoint)] = code = Append(glyph, codePoint);
        }

        return code;
    }

    private int Append(int glyph, int codePoint)
    {
        if (Count == Math.Min(_glyphs.Length, Math.Min(_codePoints.Length, _advances.Length)))
        {
            Grow(ref _glyphs);
            Grow(ref _codePoints);
            Grow(ref _advances);
        }

        _glyphs[Count] = glyph;
        _codePoints[Count] = codePoint;
        _advances[Count] = PdfBuffer.ToThousandths(Face.AdvanceOf(glyph)) / 1000.0;
        return Count++;
    }

    private void Grow<T>(ref T[] array)
    {
        var larger = ArrayPool<T>.Shared.Rent(2 * array.Length);
        array.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
