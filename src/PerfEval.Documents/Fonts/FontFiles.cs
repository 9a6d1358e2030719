using System.Collections.Concurrent;
using System.Text.Json;

namespace PerfEval.Documents.Fonts;

/// <summary>
/// The faces on disk. The six of the product lie in "fonts" beside the assembly. A bureau puts its own files into a folder of
/// its own: under their usual names (方正小标宋, simhei.ttf, simsun.ttc …), under the name of the role (Title.ttf), or under any
/// name with a file faces.json beside them, such as {"Title": "bureau.ttf"}. Roles without a file of the bureau keep ours.
/// </summary>
public static class FontFiles
{
    /// <summary>Name of the file that says which file is for which role.</summary>
    public const string MappingName = "faces.json";

    private static readonly ConcurrentDictionary<string, Lazy<TrueTypeFace>> Opened = new(StringComparer.Ordinal);

    private static readonly (FaceRole Role, string Own, string[] Usual)[] Names =
    [
        (FaceRole.Title, "FandolSong-Bold.ttf", ["方正小标宋简体.ttf", "方正小标宋_GBK.ttf", "方正小标宋.ttf", "FZXBSJW.TTF", "FZXBSK.TTF"]),
        (FaceRole.Hei, "FandolHei-Regular.ttf", ["黑体.ttf", "simhei.ttf"]),
        (FaceRole.Kai, "FandolKai-Regular.ttf", ["楷体_GB2312.ttf", "楷体.ttf", "simkai.ttf"]),
        (FaceRole.Fang, "FandolFang-Regular.ttf", ["仿宋_GB2312.ttf", "仿宋.ttf", "simfang.ttf"]),
        (FaceRole.Song, "FandolSong-Regular.ttf", ["宋体.ttf", "simsun.ttf", "simsun.ttc"]),
        (FaceRole.Fallback, "NotoSerifSC-Regular.ttf", []),
    ];

    /// <summary>Where the product's own faces lie.</summary>
    public static string DefaultFolder { get; } =
        Path.Combine(Path.GetDirectoryName(typeof(FontFiles).Assembly.Location) is { Length: > 0 } beside ? beside : AppContext.BaseDirectory, "fonts");

    /// <summary>
    /// The faces by role. Files are opened once per process; a replaced file is seen after a restart.
    /// </summary>
    /// <param name="folder">A bureau's folder; null for the product's faces alone.</param>
    /// <exception cref="UnusableFont">A file is missing or no TrueType font.</exception>
    public static FontSet Load(string? folder = null)
    {
        var mapping = folder is null ? [] : Mapping(folder);
        var faces = new Dictionary<FaceRole, FontFace>();
        foreach (var (role, own, usual) in Names)
        {
            var path = mapping.GetValueOrDefault(role) ?? (folder is null ? null : Named(folder, role, own, usual)) ?? Path.Combine(DefaultFolder, own);
            faces[role] = Open(Path.GetFullPath(path));
        }

        return new(faces);
    }

    private static TrueTypeFace Open(string path)
    {
        var face = Opened.GetOrAdd(path, static p => new(() => TrueTypeFace.Open(p)));
        try
        {
            return face.Value;
        }
        catch
        {
            // Not remembered, so that a file put there later is found.
            Opened.TryRemove(new(path, face));
            throw;
        }
    }

    private static string? Named(string folder, FaceRole role, string own, string[] usual)
    {
        string[] wanted = [$"{role}.ttf", $"{role}.ttc", .. usual, own];
        var present = Directory.GetFiles(folder);
        Array.Sort(present, StringComparer.Ordinal);
        return wanted
            .Select(name => Array.Find(present, file => string.Equals(Path.GetFileName(file), name, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(file => file is not null);
    }

    private static Dictionary<FaceRole, string> Mapping(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UnusableFont($"找不到字体文件夹“{folder}”");
        }

        var file = Path.Combine(folder, MappingName);
        if (!File.Exists(file))
        {
            return [];
        }

        try
        {
            var given = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? [];
            return given.ToDictionary(
                pair => Enum.TryParse<FaceRole>(pair.Key, true, out var role) && Enum.IsDefined(role) && !char.IsAsciiDigit(pair.Key[0])
                    ? role
                    : throw new UnusableFont($"文件“{file}”里没有“{pair.Key}”这种用途；可用的有 {string.Join("、", Enum.GetNames<FaceRole>())}"),
                pair => Path.Combine(folder, pair.Value));
        }
        catch (JsonException e)
        {
            throw new UnusableFont($"文件“{file}”不是正确的 JSON：{e.Message}", e);
        }
    }
}
