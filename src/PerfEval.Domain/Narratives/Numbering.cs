namespace PerfEval.Domain.Narratives;

/// <summary>Numbers of headings: 一、（一）1.（1） (GB/T 9704-2012 §7.3.3).</summary>
public static class Numbering
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The number before each section, as printed if a paper states one.</summary>
    /// <param name="sections">In their order.</param>
    public static IReadOnlyDictionary<Guid, string> Of(IEnumerable<Section> sections)
    {
        var numbers = new Dictionary<Guid, string>();
        var counts = new int[5];
        foreach (var section in sections.OrderBy(s => s.Position))
        {
            counts[section.Level]++;
            Array.Clear(counts, section.Level + 1, counts.Length - section.Level - 1);
            numbers[section.Id] = section.StatedNumber ?? Number(section.Level, counts[section.Level]);
        }

        return numbers;
    }

    /// <summary>The number of the n-th heading of a level.</summary>
    /// <param name="level">1 to 4; 0 has none.</param>
    /// <param name="n">From 1 to 99.</param>
    public static string Number(int level, int n) => level switch
    {
        1 => Chinese(n) + "、",
        2 => $"（{Chinese(n)}）",
        3 => $"{n}.",
        4 => $"（{n}）",
        _ => "",
    };

    /// <summary>1 → 一, 12 → 十二, 30 → 三十.</summary>
    public static string Chinese(int n) => n switch
    {
        < 10 => Digits[n].ToString(),
        < 20 => "十" + (n == 10 ? "" : Digits[n % 10]),
        _ => Digits[n / 10] + "十" + (n % 10 == 0 ? "" : Digits[n % 10]),
    };
}
