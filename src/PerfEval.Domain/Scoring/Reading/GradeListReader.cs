using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>分为优、良、中、差四个等次，分别得5分、4分、3分、0分 — levels first, then what each earns, in the same order: <see cref="Tiered"/>.</summary>
internal static partial class GradeListReader
{
    private const int LabelLength = 16;

    /// <summary>Whether the text has such a list.</summary>
    public static bool Fits(Page page) => Awards().Match(page.Text) is { Success: true } m && Labels(page.Text, m) is { Count: > 1 };

    /// <summary>The rule; null while it is open.</summary>
    public static ScoringRule? Read(Page page)
    {
        var m = Awards().Match(page.Text);
        var places = Labels(page.Text, m);
        var labels = places.ConvertAll(p => page.Normal.Written(p.Start, p.End));
        var awards = Number().Matches(m.Groups["awards"].Value).Select(a => decimal.Parse(a.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)).ToList();
        var percent = m.Groups["awards"].Value.Contains('%');
        var said = m.Groups["count"].Success ? int.Parse(m.Groups["count"].ValueSpan, CultureInfo.InvariantCulture) : labels.Count;
        var falling = awards.Zip(awards.Skip(1)).All(p => p.First > p.Second);
        if (labels.Count != awards.Count || said != labels.Count || !falling || awards[0] != (percent ? 100 : page.Weight) || labels.Distinct().Count() != labels.Count)
        {
            return Fallback.Ask(page, "列出的档次与各档的分数对不上");
        }

        page.UseWhole(places[0].Start, m.Index + m.Length, string.Join("；", labels.Zip(awards, (l, a) => $"“{l}”{Wording.Number(a)}{(percent ? "%" : "分")}")));
        var lead = page.Text.LastIndexOfAny(['。', ';', '\n', ',', ':'], places[0].Start) + 1;
        if (Lead().IsMatch(page.Text[lead..places[0].Start]))
        {
            page.UseWhole(lead, places[0].Start, "划分的档次");
        }

        page.Floor();
        return new Tiered([.. labels.Select((l, i) => new Tier(
            i == 0 ? "full" : i == labels.Count - 1 ? "none" : labels.Count == 3 ? "part" : $"part{i}", l,
            percent ? awards[i] : null, percent ? null : awards[i]))]);
    }

    /// <summary>优、良、中、差, backwards from where the count or 分别 begins.</summary>
    private static List<Stretch> Labels(string text, Match awards)
    {
        var places = new List<Stretch>();
        var end = awards.Index;
        while (end > 0 && places.Count < 8)
        {
            var start = end;
            while (start > 0 && end - start <= LabelLength && !"、,;。:\n()和或及与".Contains(text[start - 1]) && !char.IsAsciiDigit(text[start - 1]))
            {
                start--;
            }

            // 分为优: the words that divide are no part of the first level.
            var divided = Divides().Match(text[start..end]);
            var from = divided.Success ? start + divided.Length : start;
            if (from == end || end - from > LabelLength)
            {
                return [];
            }

            places.Insert(0, new Stretch(from, end));
            if (divided.Success || start == 0 || !"、和或及与".Contains(text[start - 1]))
            {
                break;
            }

            end = start - 1;
        }

        return places;
    }

    [GeneratedRegex(@"(?:等)?(?:(?<count>[2-6])?个?(?:档次|等次|等级|级别|档|级))?(?:的|者)?,?(?:分别|依次|对应|相应)(?:对应|得分|分值|按|权重|的|为){0,4}(?:得|赋予|赋|计|记|给予|给|评|打|为)?(?:分为)?(?:权重分值|权重分|权重|分值|满分)?的?(?<awards>\d+(?:\.\d+)?(?:分|%)?(?:[、,和及/]\d+(?:\.\d+)?(?:分|%)?){1,5})(?:的?(?:权重分值|权重分|权重|分值|分))?(?:计分|得分)?(?=[,;。\n]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Awards();

    [GeneratedRegex("^.{0,16}(?:划分为|分为|分成|评定为|评为|设为|设|按照|按|为)", RegexOptions.CultureInvariant)]
    private static partial Regex Divides();

    /// <summary>组织管理情况分为: what is divided, and nothing that limits it.</summary>
    [GeneratedRegex(@"^[^\d且但除若并]{0,24}$", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\d+(?:\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
