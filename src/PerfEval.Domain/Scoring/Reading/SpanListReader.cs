using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>
/// The sentence of 财预〔2020〕10号: 达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差三档，分别按照
/// 100%-80%（含）、80%-60%（含）、60%-0%合理确定分值 — levels first, then their ranges: <see cref="QualitativeRange"/>.
/// </summary>
internal static partial class SpanListReader
{
    private static readonly string[] ThreeKeys = ["achieved", "partly", "missed"];

    /// <summary>The rule; null when the text is no such sentence.</summary>
    public static QualitativeRange? Read(Page page)
    {
        if (Sentence().Match(page.Text) is not { Success: true } m)
        {
            return null;
        }

        var spans = Span().Matches(m.Groups["spans"].Value).Select(s => (A: Number(s, "a"), B: Number(s, "b"))).ToList();
        var labels = Labels(m.Groups["labels"]);
        if (labels.Count != spans.Count)
        {
            return null;
        }

        var bands = spans.Select((s, i) => new QualitativeBand(
            spans.Count == 3 ? ThreeKeys[i] : $"band{i + 1}", page.Normal.Written(labels[i].Start, labels[i].End), Math.Min(s.A, s.B), Math.Max(s.A, s.B))).ToList();
        if (bands[0].To != 100 || bands.Zip(bands.Skip(1)).Any(p => p.First.From != p.Second.To) || bands.Any(b => b.Label.Length == 0))
        {
            return null;
        }

        page.UseWhole(m.Index, m.Index + m.Length, string.Join("；", bands.Select(b => $"“{b.Label}”{Wording.Number(b.To)}%至{Wording.Number(b.From)}%")));
        return new QualitativeRange(bands);
    }

    private static List<Stretch> Labels(Group labels)
    {
        var found = new List<Stretch>();
        var start = labels.Index;
        foreach (var label in labels.Value.Split('、'))
        {
            found.Add(new Stretch(start, start + label.Length));
            start += label.Length + 1;
        }

        return found;
    }

    private static decimal Number(Match m, string group) => decimal.Parse(m.Groups[group].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:(?:根据|依据|按照|按|视)[^\d,;:。、%]{0,16}?(?:情况|程度|效果),?|定性指标|指标完成情况|完成情况|得分按照|划分为|分为|分成|评定为|评为|按照|按|:)*(?<labels>[^\d:;。%]{4,120}?)(?:等)?[3-5]?个?(?:档次|等次|档|等级)[,:]?(?:分别|依次|对应|按照|按|为|在|该项|该指标|本指标|指标|分值|满分|权重分值|权重分|权重|标准分|区间|的)*(?<spans>\d+%?(?:\((?:含|不含)\))?-\d+%(?:\((?:含|不含)\))?(?:(?:、|,|和|及|以及)\d+%?(?:\((?:含|不含)\))?-\d+%(?:\((?:含|不含)\))?){1,4})(?:的(?:分值)?|来|范围|区间|之间|内)*(?:合理|综合|酌情)?(?:确定|计算|评定|赋|给)?(?:得分|分值|分)?", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(?<a>\d+)%?(?:\((?:含|不含)\))?-(?<b>\d+)%", RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
