using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>What a written formula computes.</summary>
internal enum Form
{
    /// <summary>实际÷目标×分值.</summary>
    Plain,

    /// <summary>完成率×分值.</summary>
    Rate,

    /// <summary>(1-(实际-目标)÷目标)×分值.</summary>
    Excess,

    /// <summary>目标÷实际×分值.</summary>
    Inverse,

    /// <summary>Something else.</summary>
    Unknown,
}

/// <summary>
/// Tells which form a formula has, however it is written: it is computed with a few values and compared with each form.
/// A formula with a word that is neither the actual value, the target nor the weight is unknown, and so is one with two
/// words for the same.
/// </summary>
internal sealed partial class FormulaReader
{
    private const int LongestFormula = 200;
    private const decimal Tolerance = 0.000001m;
    private static readonly decimal[] Samples = [0.4m, 0.85m, 1.3m, 1.7m];

    private readonly List<Match> tokens;
    private readonly string text;
    private readonly Dictionary<string, string> roles = [];
    private int at;
    private decimal actual, target, weight;

    private FormulaReader(string text, List<Match> tokens) => (this.text, this.tokens) = (text, tokens);

    /// <summary>The form, and the target where the formula itself names it.</summary>
    /// <param name="act">Formula as normalised, with the words around it.</param>
    /// <param name="weight">Weight in points.</param>
    /// <param name="mark">Target that the text names elsewhere; null: none.</param>
    /// <param name="percent">The target counts in percent.</param>
    public static (Form Form, decimal? Target) Read(string act, decimal weight, decimal? mark, bool percent)
    {
        var text = Ends().Replace(Lead().Replace(Compared().Replace(act, "${a}/${b}"), ""), "");
        if (text.Length is 0 or > LongestFormula)
        {
            return (Form.Unknown, null);
        }

        var reader = new FormulaReader(text, Tokens().Matches(text).ToList());
        return reader.Names() ? reader.Compare(weight, mark, percent) : (Form.Unknown, null);
    }

    /// <summary>Gives each word its part; false when a word has none, or two words have the same one.</summary>
    private bool Names()
    {
        if (tokens.Sum(t => t.Length) != text.Length)
        {
            return false;
        }

        foreach (var word in tokens.Where(t => t.Groups["word"].Success).Select(t => t.Value).Distinct())
        {
            if (Role(word) is not { } role || (role != "权重" && roles.ContainsValue(role)))
            {
                return false;
            }

            roles[word] = role;
        }

        // 目标完成率 alone is the rate; beside 实际完成率 it is the target.
        if (roles.Count(r => r.Value == "目标") == 1 && roles.First(r => r.Value == "目标").Key is { } planned && planned.EndsWith('率')
            && !roles.Values.Any(r => r is "率" or "实际" or "超出" or "超率"))
        {
            roles[planned] = "率";
        }

        return !(roles.ContainsValue("率") && roles.ContainsValue("实际")) && roles.Values.Any(r => r is "率" or "实际" or "超出" or "超率");
    }

    private static string? Role(string word) =>
        Weighed().IsMatch(word) ? "权重"
        : ExcessRate().IsMatch(word) ? "超率"
        : Excess().IsMatch(word) ? "超出"
        : Actual().IsMatch(word) ? "实际"
        : Planned().IsMatch(word) ? "目标"
        : Rate().IsMatch(word) ? "率"
        : Reached().IsMatch(word) ? "实际"
        : null;

    private (Form, decimal?) Compare(decimal points, decimal? mark, bool percent)
    {
        weight = points;
        var rate = roles.ContainsValue("率");
        var named = roles.ContainsValue("目标");
        var scale = rate || percent ? 100m : 1m;
        if (rate && !named && Fits(100, scale, Form.Plain))
        {
            return (Form.Rate, null);
        }

        List<decimal?> marks = mark is not null ? [mark] : [];
        if (mark is null && !named)
        {
            marks.AddRange(tokens.Where(t => t.Groups["num"].Success && Literal(t) is var n && n != 1 && n > 0 && n != points).Select(t => (decimal?)(Literal(t) * scale)).Distinct());
        }

        if (mark is null && (named || roles.ContainsValue("超率")))
        {
            marks.Add(null);
        }

        foreach (var one in marks)
        {
            foreach (var form in (ReadOnlySpan<Form>)[Form.Plain, Form.Excess, Form.Inverse])
            {
                if (Fits(one ?? 7, scale, form))
                {
                    return (form, mark is null ? one : null);
                }
            }
        }

        return (Form.Unknown, null);
    }

    private bool Fits(decimal goal, decimal scale, Form form)
    {
        foreach (var part in Samples)
        {
            (actual, target, at) = (goal * part / scale, goal / scale, 0);
            var expected = weight * form switch { Form.Plain => part, Form.Inverse => 1 / part, _ => 2 - part };
            if (target == 0 || Sum(0) is not { } value || at != tokens.Count || Math.Abs(value - expected) > Tolerance)
            {
                return false;
            }
        }

        return true;
    }

    private decimal? Sum(int depth)
    {
        var value = Product(depth);
        while (value is not null && at < tokens.Count && tokens[at].Value is "+" or "-")
        {
            var sign = tokens[at++].Value is "+" ? 1 : -1;
            value += sign * Product(depth);
        }

        return value;
    }

    private decimal? Product(int depth)
    {
        var value = Factor(depth);
        while (value is not null && at < tokens.Count && tokens[at].Value is "×" or "/")
        {
            var times = tokens[at++].Value is "×";
            var factor = Factor(depth);
            value = times ? value * factor : factor is null or 0 ? null : value / factor;
        }

        return value;
    }

    private decimal? Factor(int depth)
    {
        if (at >= tokens.Count || depth > 20)
        {
            return null;
        }

        var token = tokens[at++];
        if (token.Groups["num"].Success)
        {
            return Literal(token);
        }

        if (token.Groups["word"].Success)
        {
            return roles[token.Value] switch
            {
                "权重" => weight,
                "目标" => target,
                "超出" => actual - target,
                "超率" => (actual - target) / target,
                _ => actual,
            };
        }

        if (token.Value != "(")
        {
            return null;
        }

        var inner = Sum(depth + 1);
        return at < tokens.Count && tokens[at++].Value == ")" ? inner : null;
    }

    private static decimal Literal(Match token) =>
        decimal.Parse(token.Groups["num"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) / (token.Groups["u"].ValueSpan is "%" ? 100 : 1);

    [GeneratedRegex("^(?:否则|反之)?,?(?:(?:该项|本项|本指标|该指标|指标|实际|最终|评价)*得分(?:为|计算公式为|计算公式|公式为)?[=:]|按(?:照)?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    /// <summary>甲与乙之比: the first over the second.</summary>
    [GeneratedRegex("^(?<a>[一-龥]{2,16}?)(?:与|和|占|/)(?<b>[一-龥]{2,16}?)(?:之比|的比值|的比例|比值)(?=×)", RegexOptions.CultureInvariant)]
    private static partial Regex Compared();

    [GeneratedRegex("(?:(?:即|就)?(?:为|是)?(?:该项|本项|指标)?的?得分|计算得分|计算|计分|记分|得分|给分|赋分)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@"(?<num>\d+(?:\.\d+)?)(?<u>%|万元|元|个工作日|工作日|分钟|小时|[天日分个次场人户件])?|(?<word>[一-龥“”、]+)|[-+×/()]", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    [GeneratedRegex("^(?:该|本|此|其)?(?:项|指标|项指标)?(?:的)?(?:标准)?(?:权重分值|权重分|权重|标准分|满分值|满分|总分值|总分|分值|分数)$", RegexOptions.CultureInvariant)]
    private static partial Regex Weighed();

    [GeneratedRegex("^(?:实际)?超(?:出|过|支|期|额|标)(?:的)?(?:比例|率|百分比|幅度)$", RegexOptions.CultureInvariant)]
    private static partial Regex ExcessRate();

    [GeneratedRegex("^(?:实际)?超(?:出|过|支|期|额)(?:的)?(?:部分|金额|额|数|数额|天数|时间|量|时长|值)$", RegexOptions.CultureInvariant)]
    private static partial Regex Excess();

    [GeneratedRegex("^(?:项目|全年|当年|本年|年度|该项)*(?:实际(?!比例)|已)", RegexOptions.CultureInvariant)]
    private static partial Regex Actual();

    [GeneratedRegex("^(?:年度|全年|当年|本年|项目|该项)*(?:指标值|指标|计划|目标|预期|应|预算(?!执行率|完成率)|年初|任务(?!完成率)|核定|批复|标准值|规定)[^率]*(?:率|比例)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Planned();

    // A rate that counts what should not be is no measure of what was reached.
    [GeneratedRegex("^(?!.*(?:超|偏差|偏离|投诉|差错|错误|逾期|延期|违|损|欠|闲置|结余|空置|流失|下降|增长|返工|故障|事故|不合格|未))[一-龥“”、]{2,14}(?:率|比例|百分比|进度)$|^(?:完成比例|实际比例|完成百分比|满意度)$", RegexOptions.CultureInvariant)]
    private static partial Regex Rate();

    [GeneratedRegex("^(?:完成|支出|到位|执行|支付|培训|开展)(?:值|数|数量|额|金额|量)$", RegexOptions.CultureInvariant)]
    private static partial Regex Reached();
}
