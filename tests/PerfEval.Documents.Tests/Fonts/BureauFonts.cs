using PerfEval.Documents.Fonts;

namespace PerfEval.Documents.Tests.Fonts;

/// <summary>A bureau puts files of its own in place of ours.</summary>
public sealed class BureauFonts : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("perfeval-fonts-").FullName;

    [Theory]
    [InlineData("Fang.ttf")]
    [InlineData("仿宋_GB2312.ttf")]
    [InlineData("SIMFANG.TTF")]
    public void A_usual_name_replaces_one_role(string name)
    {
        Put("FandolKai-Regular.ttf", name);
        var fonts = FontFiles.Load(_folder);
        Assert.Equal("FandolKai-Regular", fonts[FaceRole.Fang].Name);
        Assert.Equal("FandolSong-Bold", fonts[FaceRole.Title].Name);
    }

    [Fact]
    public void A_mapping_replaces_what_it_names()
    {
        Put("FandolHei-Regular.ttf", "own.ttf");
        File.WriteAllText(Path.Combine(_folder, FontFiles.MappingName), """{"Title": "own.ttf", "hei": "own.ttf"}""");
        var fonts = FontFiles.Load(_folder);
        Assert.Equal("FandolHei-Regular", fonts[FaceRole.Title].Name);
        Assert.Same(fonts[FaceRole.Title], fonts[FaceRole.Hei]);
    }

    [Theory]
    [InlineData("""{"Title": "nowhere.ttf"}""", "nowhere.ttf")]
    [InlineData("""{"Titel": "own.ttf"}""", "Titel")]
    [InlineData("""{"Title": """, FontFiles.MappingName)]
    public void A_wrong_mapping_is_named(string mapping, string named)
    {
        File.WriteAllText(Path.Combine(_folder, FontFiles.MappingName), mapping);
        Assert.Contains(named, Assert.Throws<UnusableFont>(() => FontFiles.Load(_folder)).Message);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var nowhere = Path.Combine(_folder, "nowhere");
        Assert.Contains(nowhere, Assert.Throws<UnusableFont>(() => FontFiles.Load(nowhere)).Message);
    }

    [Fact]
    public void A_file_put_there_later_is_found()
    {
        File.WriteAllText(Path.Combine(_folder, FontFiles.MappingName), """{"Title": "late.ttf"}""");
        Assert.Throws<UnusableFont>(() => FontFiles.Load(_folder));
        Put("FandolHei-Regular.ttf", "late.ttf");
        Assert.Equal("FandolHei-Regular", FontFiles.Load(_folder)[FaceRole.Title].Name);
    }

    [Fact]
    public void Faces_are_opened_once() => Assert.Same(FontFiles.Load()[FaceRole.Song], FontFiles.Load()[FaceRole.Song]);

    public void Dispose() => Directory.Delete(_folder, true);

    private void Put(string ours, string name) => File.Copy(Path.Combine(FontFiles.DefaultFolder, ours), Path.Combine(_folder, name));
}
