using System.Buffers.Binary;
using PerfEval.Documents.Fonts;

namespace PerfEval.Documents.Tests.Fonts;

public sealed class SubsetsKeepOutlines
{
    private static readonly FontSet Fonts = FontFiles.Load();

    public static readonly TheoryData<FaceRole> Roles = [.. Enum.GetValues<FaceRole>()];

    [Theory, MemberData(nameof(Roles))]
    public void Kept_glyphs_have_the_same_outlines_and_widths(FaceRole role)
    {
        var face = (TrueTypeFace)Fonts[role];
        int[] glyphs = [0, .. "项目支出绩效评价报告 Ab1·".Select(c => face.GlyphOf(c)), face.GlyphOf('项')];
        using var subset = FontSubset.Build(face, glyphs);
        var read = TrueTypeFace.Parse(subset.Bytes.ToArray(), "subset.ttf");
        Assert.Equal(glyphs.Length, read.GlyphCount);
        for (var i = 0; i < glyphs.Length; i++)
        {
            var wanted = face.OutlineOf(glyphs[i]);
            var found = read.OutlineOf(i);
            Assert.True(found[..wanted.Length].SequenceEqual(wanted) && found.Length - wanted.Length < 4, $"glyph {i}");
            Assert.Equal(face.AdvanceOf(glyphs[i]), read.AdvanceOf(i));
        }

        Assert.Equal((face.Ascent, face.Descent), (read.Ascent, read.Descent));
        Assert.InRange(subset.Length, 1000, 60000);
    }

    [Theory, MemberData(nameof(Roles))]
    public void Checksums_are_right(FaceRole role)
    {
        var face = (TrueTypeFace)Fonts[role];
        using var subset = FontSubset.Build(face, [0, .. Enumerable.Range(0x4E00, 3000).Select(c => face.GlyphOf(c)).Where(g => g > 0)]);
        Assert.Equal(0xB1B0AFBA, FontSubset.Sum(subset.Bytes));
        using var again = FontSubset.Build(face, [0, .. Enumerable.Range(0x4E00, 3000).Select(c => face.GlyphOf(c)).Where(g => g > 0)]);
        Assert.True(subset.Bytes.SequenceEqual(again.Bytes));
    }

    [Fact]
    public void Parts_of_composite_glyphs_come_along_and_are_renumbered()
    {
        var face = CompositeFace.Make();
        using var subset = FontSubset.Build(face, [0, 4, 3, 3]);
        var read = TrueTypeFace.Parse(subset.Bytes.ToArray(), "subset.ttf");

        // 0, 4, 3, 3 as asked for; then 3 as a part of 4, then 2 and 1 as parts of 3.
        Assert.Equal(7, read.GlyphCount);
        Assert.Equal([4], Parts(read.OutlineOf(1)));
        Assert.All([2, 3, 4], glyph => Assert.Equal([5, 6], Parts(read.OutlineOf(glyph))));
        Assert.Equal(face.OutlineOf(2).ToArray(), read.OutlineOf(5).ToArray()[..face.OutlineOf(2).Length]);
        Assert.Equal(face.OutlineOf(1).ToArray(), read.OutlineOf(6).ToArray()[..face.OutlineOf(1).Length]);
        Assert.Equal(600, read.AdvanceOf(6));
    }

    [Fact]
    public void The_missing_glyph_must_come_first() =>
        Assert.Throws<ArgumentException>(() => FontSubset.Build((TrueTypeFace)Fonts[FaceRole.Fang], [5]));

    // Parts of the hand-made glyphs: the first has offsets of two bytes each.
    private static int[] Parts(ReadOnlySpan<byte> outline) => (outline[11] & 0x20) == 0
        ? [BinaryPrimitives.ReadUInt16BigEndian(outline[12..])]
        : [BinaryPrimitives.ReadUInt16BigEndian(outline[12..]), BinaryPrimitives.ReadUInt16BigEndian(outline[20..])];
}
