using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>
/// ≥90%得满分；低于60%得0分；60%至90%之间用线性插值法计分，60%对应0分、90%对应满分: a <see cref="LinearDecay"/> in
/// proportion that reaches nothing at the lower end. Without the words for both ends it is asked, because the lower end
/// may also earn 60% of the weight.
/// </summary>
internal static partial class InterpolationReader
{
    /// <summary>Whether the text interpolates.</summary>
    public static bool Named(Page page) => Sentence().IsMatch(page.Text);

    public static ScoringRule? Read(Page page)
    {
        var m = Sentence().Match(page.Text);
        var outside = page.Clauses.Where(c => c.Act.End <= m.Index || c.Start >= m.Index + m.Length).ToList();
        var full = outside.Where(c => c.Act.Kind == ActKind.Full).ToList();
        var none = outside.Where(c => c.Act.Kind == ActKind.None).ToList();
        var (low, high) = (Math.Min(Number(m, "a"), Number(m, "b")), Math.Max(Number(m, "a"), Number(m, "b")));
        if (outside.Count != 2 || full.Count != 1 || none.Count != 1 || low == high
            || RangeFinder.In(page.Text, full[0].Start, full[0].End) is not { High: null, Low: { } mark, Measure: "%" } || mark != high
            || RangeFinder.In(page.Text, none[0].Start, none[0].End) is not { Low: null, High: { } zero, Measure: "%" } || zero != low
            || (m.Groups["z"].Success && (Number(m, "z") != low || Number(m, "f") != high)))
        {
            return Fallback.Ask(page, "插值的范围与满分、不得分的条件对不上");
        }

        page.UseWhole(m.Index, m.Index + m.Length, "按差额扣分，按比例");
        page.Use(full[0], $"满分线{Wording.Measured(high, "%")}");
        page.Use(none[0], $"{Wording.Measured(low, "%")}得0分");
        page.Floor();
        var rule = new LinearDecay(high, high - low, 100, StepMode: StepMode.Linear);
        return m.Groups["z"].Success ? rule : Fallback.Ask(page, $"没有写{Wording.Measured(low, "%")}得多少分",
            (new("zero", $"从{Wording.Measured(low, "%")}得0分到{Wording.Measured(high, "%")}得满分", $"{Wording.Measured((low + high) / 2, "%")}得{Wording.Points(page.Weight / 2)}。"), () => rule));
    }

    private static decimal Number(Match m, string group) => decimal.Parse(m.Groups[group].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<a>\d+(?:\.\d+)?)%(?:\([^()]{1,4}\))?(?:至|到|-)(?<b>\d+(?:\.\d+)?)%(?:\([^()]{1,4}\))?(?:之间|区间|区间内)?的?,?(?:采用|使用|运用|用|按照|按)?(?:线性|直线)?(?:插值|内插)法?(?:进行|予以)?(?:计算)?(?:计分|得分|计算得分|确定得分|赋分|给分)?"
        + @"(?:[,;(]?(?:其中)?,?(?<z>\d+(?:\.\d+)?)%(?:时)?(?:对应|得|计|为)0分[、,](?<f>\d+(?:\.\d+)?)%(?:时)?(?:对应|得|计|为)满分[)]?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
