using System.Buffers.Binary;
using System.Text;

namespace PerfEval.Documents.Fonts;

/// <summary>A face read from a TrueType file: metrics at once, characters and outlines when first asked for. Safe for several threads.</summary>
public sealed class TrueTypeFace : FontFace
{
    private readonly SfntFile _file;
    private readonly byte[] _horizontal;
    private readonly int _advances;
    private readonly double _scale;
    private readonly Lazy<CharacterMap> _characters;
    private readonly Lazy<GlyphOutlines> _outlines;

    private TrueTypeFace(SfntFile file)
    {
        _file = file;
        file.MustHave("glyf");
        file.MustHave("loca");
        Head = file.Required("head", 54);
        HorizontalHeader = file.Required("hhea", 36);
        Maximums = file.Required("maxp", 6);
        GlyphCount = U16(Maximums, 4);
        UnitsPerEm = U16(Head, 18) is > 0 and var units ? units : throw new UnusableFont($"字体文件“{file.Label}”的 head 表已损坏");
        _scale = 1000.0 / UnitsPerEm;
        _advances = U16(HorizontalHeader, 34) is > 0 and var some && some <= GlyphCount ? some : throw new UnusableFont($"字体文件“{file.Label}”的 hhea 表已损坏");
        _horizontal = file.Required("hmtx", (4 * _advances) + (2 * (GlyphCount - _advances)));

        var os2 = file.Optional("OS/2");
        var known = os2.Length >= 78;
        Ascent = _scale * (known ? S16(os2, 68) : S16(HorizontalHeader, 4));
        Descent = _scale * (known ? S16(os2, 70) : S16(HorizontalHeader, 6));
        CapHeight = os2.Length >= 90 && S16(os2, 88) is > 0 and var capitals ? _scale * capitals : Ascent;
        Weight = known ? U16(os2, 4) : 400;
        var post = file.Optional("post");
        ItalicAngle = post.Length >= 8 ? BinaryPrimitives.ReadInt32BigEndian(post.AsSpan(4)) / 65536.0 : 0;
        Name = PostScriptName(file.Optional("name")) ?? "Unnamed";

        _characters = new(() => new CharacterMap(file.Optional("cmap"), GlyphCount, file.Label));
        _outlines = new(() => new GlyphOutlines(file, GlyphCount, S16(Head, 50) != 0));
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override double Ascent { get; }

    /// <inheritdoc/>
    public override double Descent { get; }

    /// <summary>Height of capitals in thousandths of the type size.</summary>
    public double CapHeight { get; }

    /// <summary>Weight: 400 is regular, 700 bold.</summary>
    public int Weight { get; }

    /// <summary>Slant in degrees, negative to the right.</summary>
    public double ItalicAngle { get; }

    /// <summary>Number of glyphs.</summary>
    public int GlyphCount { get; }

    /// <summary>Units in which the file measures.</summary>
    public int UnitsPerEm { get; }

    /// <summary>Box around all glyphs in thousandths: left, bottom, right, top.</summary>
    public (double Left, double Bottom, double Right, double Top) Bounds =>
        (_scale * S16(Head, 36), _scale * S16(Head, 38), _scale * S16(Head, 40), _scale * S16(Head, 42));

    internal byte[] Head { get; }

    internal byte[] HorizontalHeader { get; }

    internal byte[] Maximums { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">A .ttf, or a .ttc of which the first face is taken.</param>
    public static TrueTypeFace Open(string path) => new(new SfntFile(path));

    /// <summary>Reads a file in memory.</summary>
    /// <param name="bytes">Content; not changed.</param>
    /// <param name="label">What messages call it.</param>
    public static TrueTypeFace Parse(byte[] bytes, string label) => new(new SfntFile(bytes, label));

    /// <inheritdoc/>
    public override int GlyphOf(int codePoint) => _characters.Value.GlyphOf(codePoint);

    /// <inheritdoc/>
    public override double AdvanceOf(int glyph) => _scale * AdvanceUnits(glyph);

    /// <summary>Outline of a glyph as it stands in the file; empty for a blank.</summary>
    public ReadOnlySpan<byte> OutlineOf(int glyph) => _outlines.Value[glyph];

    internal int AdvanceUnits(int glyph) => U16(_horizontal, 4 * Math.Min(glyph, _advances - 1));

    internal short LeftBearingUnits(int glyph) => S16(_horizontal, glyph < _advances ? (4 * glyph) + 2 : (2 * _advances) + (2 * glyph));

    internal byte[] Table(string tag) => _file.Optional(tag);

    private static string? PostScriptName(ReadOnlySpan<byte> table)
    {
        if (table.Length < 6)
        {
            return null;
        }

        var (count, texts) = (U16(table, 2), U16(table, 4));
        for (var record = 6; record + 12 <= table.Length && count-- > 0; record += 12)
        {
            var (platform, id, length, offset) = (U16(table, record), U16(table, record + 6), U16(table, record + 8), U16(table, record + 10));
            if (id == 6 && texts + offset + length <= table.Length)
            {
                var name = (platform == 1 ? Encoding.Latin1 : Encoding.BigEndianUnicode).GetString(table.Slice(texts + offset, length));
                name = string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
                if (name.Length > 0)
                {
                    return name;
                }
            }
        }

        return null;
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static short S16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);
}
