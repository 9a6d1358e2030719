using PerfEval.Documents.Fonts;

namespace PerfEval.Documents.Tests.Fonts;

public sealed class FacesAreRead
{
    private static readonly FontSet Fonts = FontFiles.Load();

    [Theory]
    [InlineData(FaceRole.Title, "FandolSong-Bold", 10378)]
    [InlineData(FaceRole.Hei, "FandolHei-Regular", 10304)]
    [InlineData(FaceRole.Kai, "FandolKai-Regular", 10361)]
    [InlineData(FaceRole.Fang, "FandolFang-Regular", 10365)]
    [InlineData(FaceRole.Song, "FandolSong-Regular", 10379)]
    [InlineData(FaceRole.Fallback, "NotoSerifSC-Regular", 30920)]
    public void Name_glyphs_and_widths(FaceRole role, string name, int glyphs)
    {
        var face = Assert.IsType<TrueTypeFace>(Fonts[role]);
        Assert.Equal((name, glyphs), (face.Name, face.GlyphCount));
        Assert.All("项目支出绩效评价，。（）一", c => Assert.Equal(1000, face.AdvanceOf(face.GlyphOf(c))));
        Assert.All("0123456789abc.-", c => Assert.InRange(face.AdvanceOf(face.GlyphOf(c)), 100, 900));
        Assert.Equal(0, face.GlyphOf(0x10FFFF));
        Assert.Equal(0, face.GlyphOf(-1));
        Assert.InRange(face.Ascent, 700, 1000);
        Assert.InRange(face.Descent, -300, -100);
    }

    [Fact]
    public void All_of_GB2312_is_in_every_face()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var gb2312 = System.Text.Encoding.GetEncoding(936);
        var hanzi = from row in Enumerable.Range(0xB0, 0xF8 - 0xB0)
                    from cell in Enumerable.Range(0xA1, row == 0xD7 ? 89 : 94)
                    select gb2312.GetString([(byte)row, (byte)cell])[0];
        var all = hanzi.ToList();
        Assert.Equal(6763, all.Count);
        foreach (var role in Enum.GetValues<FaceRole>())
        {
            Assert.DoesNotContain(all, c => Fonts[role].GlyphOf(c) == 0);
        }
    }

    [Fact]
    public void Characters_above_the_basic_plane_are_found()
    {
        var face = Fonts[FaceRole.Fallback];
        var higher = Enumerable.Range(0x20000, 0x10000).Where(c => face.GlyphOf(c) > 0).ToList();
        Assert.NotEmpty(higher);
        Assert.All(higher, c => Assert.Equal(1000, face.AdvanceOf(face.GlyphOf(c))));
    }

    [Fact]
    public void A_file_that_is_no_font_is_refused_in_words()
    {
        Assert.Contains("xlsx.ttf", Assert.Throws<UnusableFont>(() => TrueTypeFace.Parse("PK\u0003\u0004 and so on and on"u8.ToArray(), "xlsx.ttf")).Message);
        var whole = File.ReadAllBytes(Path.Combine(FontFiles.DefaultFolder, "FandolHei-Regular.ttf"));
        Assert.Contains("不完整", Assert.Throws<UnusableFont>(() => TrueTypeFace.Parse(whole[..100000], "cut.ttf")).Message);
        Assert.Contains("不完整", Assert.Throws<UnusableFont>(() => TrueTypeFace.Parse([], "empty.ttf")).Message);
    }
}
