using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>按完成比例得分, 得分=完成率×分值: <see cref="Ratio"/>.</summary>
internal static partial class RatioReader
{
    public static ScoringRule? Read(Page page)
    {
        var ratios = page.Clauses.Where(c => c.Act.Kind is ActKind.Ratio or ActKind.Formula).ToList();
        var full = page.Clauses.Where(c => c.Act.Kind == ActKind.Full || (c.Act.Kind == ActKind.Points && c.Act.Number == page.Weight)).ToList();
        var none = page.Clauses.Where(c => c.Act.Kind == ActKind.None).ToList();
        if (full.Count > 1 || none.Count > 1 || ratios.Count + full.Count + none.Count != page.Clauses.Count)
        {
            return Fallback.Ask(page, "除了按比例计分，文中还有别的计分办法");
        }

        var formulas = ratios.Select(r => Shape(page, r)).ToList();
        if (formulas.Contains(Form.Unknown) || formulas.Where(f => f != Form.Plain).Distinct().Count() > 1)
        {
            return Fallback.Ask(page, $"公式“{page.Normal.Written(ratios[0].Act.Start, ratios[0].Act.End)}”没有读懂");
        }

        var form = formulas.FirstOrDefault(f => f != Form.Plain, Form.Plain);
        var range = full.Count == 0 ? null : RangeFinder.In(page.Text, full[0].Start, full[0].End);
        foreach (var clause in full)
        {
            page.Use(clause, range is null ? "达到目标得满分" : $"指标值{Wording.Measured(range.Low ?? range.High!.Value, range.Measure)}");
        }

        foreach (var ratio in ratios)
        {
            page.Use(ratio, "按比例计分");
        }

        page.Floor();
        foreach (var part in page.Alone.Where(a => a is { Kind: ActKind.Part, Mode: StepMode.Linear }))
        {
            page.Use(part.Start, part.End, "按比例计分");
        }

        return None(page, none.FirstOrDefault(), range, form) switch
        {
            Ending.Fits => Proposed(page, full.FirstOrDefault(), range, form),
            Ending.EqualZero => new Ratio(0, RatioDirection.Equal, range!.Measure),
            _ => Below(page, none[0], range, form),
        };
    }

    /// <summary>等于0起，得满分；大于0起，不得分, which only a ratio says so.</summary>
    public static bool IsEqualZero(Page page) => page.Clauses is [{ Act.Kind: ActKind.Full } full, { Act.Kind: ActKind.None } none]
        && RangeFinder.In(page.Text, full.Start, full.End) is { Exact: true, Low: 0 }
        && RangeFinder.In(page.Text, none.Start, none.End) is { Low: 0, LowEdge: Edge.Out, High: null };

    public static Ratio EqualZero(Page page)
    {
        var range = RangeFinder.In(page.Text, page.Clauses[0].Start, page.Clauses[0].End)!;
        page.Use(page.Clauses[0], "等于0得满分");
        page.Use(page.Clauses[1], "大于0不得分");
        return new Ratio(0, RatioDirection.Equal, range.Measure);
    }

    private static ScoringRule? Proposed(Page page, Clause? full, Range? range, Form form)
    {
        var measure = range is null || range.Measure.Length == 0 ? "%" : range.Measure;
        if (range is { Low: { } target } && (range.High is null || range.Exact) && form is Form.Plain or Form.Rate)
        {
            return target != 100 && form == Form.Rate
                ? Fallback.Ask(page, $"达到{Wording.Measured(target, measure)}得满分，而公式直接用完成率乘分值",
                    (new("ratio", $"未达到的，得分=实际值÷{Wording.Number(target)}×分值", $"实际{Wording.Measured(target / 2, measure)}得{Wording.Points(page.Weight / 2)}。"), () => new Ratio(target, RatioDirection.HigherBetter, measure)))
                : new Ratio(target, RatioDirection.HigherBetter, measure);
        }

        if (range is { High: { } limit, Low: null })
        {
            return form switch
            {
                Form.Excess => new Ratio(limit, RatioDirection.LowerBetterExcess, measure),
                Form.Inverse => new Ratio(limit, RatioDirection.LowerBetterInverse, measure),
                Form.Plain => AskLower(page, limit, measure),
                _ => Fallback.Ask(page, "越低越好的指标用了越高越好的公式"),
            };
        }

        var words = full is null ? "" : page.Words(full);
        if (range is not null || form is not (Form.Plain or Form.Rate) || (full is not null && !Done().IsMatch(words)))
        {
            return Fallback.Ask(page, $"“{words}”得满分，其余按比例，没有写明指标值",
                (new("ratio", "按完成率计，100%得满分", $"完成率50%得{Wording.Points(page.Weight / 2)}。"), () => new Ratio(100)));
        }

        // 完成比例 is actual against planned: all of the plan is 100%.
        return new Ratio(100);
    }

    private static Ratio? AskLower(Page page, decimal limit, string measure)
    {
        var over = limit * 1.5m;
        var at = Wording.Measured(over, measure);
        var reply = page.Interview.Ask(QuestionKind.Direction, $"超过{Wording.Measured(limit, measure)}的按比例计分：按哪一个比例？",
        [
            new("excess", "按超出的比例扣分", $"实际{at}：(1 − 超出的一半) × 分值，得{Wording.Points(page.Weight / 2)}；达到2倍不得分。"),
            new("inverse", "按指标值与实际值之比得分", $"实际{at}：{Wording.Number(limit)} ÷ {Wording.Number(over)} × 分值，得{Wording.Points(page.Weight * 2 / 3)}。"),
        ]);
        return reply is null ? null : new Ratio(limit, reply.Answer == "excess" ? RatioDirection.LowerBetterExcess : RatioDirection.LowerBetterInverse, measure);
    }

    /// <summary>低于60%不得分 beside a ratio: no ratio says so, a decay in proportion with a cut-off earns the same points.</summary>
    private static ScoringRule? Below(Page page, Clause none, Range? range, Form form)
    {
        var target = range is { Low: { } low } ? low : 100;
        var line = new DecayReader.Line(target, DecayDirection.Below, null, "%");
        if (form is not (Form.Plain or Form.Rate) || (form == Form.Rate && target != 100) || range is { Low: null } || target <= 0
            || RangeFinder.In(page.Text, none.Start, none.End) is not { Low: null, Measure: "%", Exact: false } zero || zero.High >= target)
        {
            return Fallback.Ask(page, $"“{page.Words(none)}”不得分，按比例计分的规则写不出");
        }

        var cutoff = CutoffReader.Read(page, none, line, out var open);
        var at = Wording.Measured(zero.High!.Value, "%");
        var half = Wording.Measured((target + zero.High.Value) / 2, "%");
        var rule = Fallback.Ask(page, $"{at}以下不得分、以上按比例，按比例计分的规则没有这样的截止线",
            (new("decay", "用“按差额扣分”表示，得分与按比例完全相同", $"{half}得{Wording.Points(page.Weight * (target + zero.High.Value) / 2 / target)}，低于{at}得0分。"),
                () => cutoff is null ? null : new LinearDecay(target, target == 100 ? 1 : target, target == 100 ? 1 : 100, StepMode: StepMode.Linear, Cutoff: cutoff.Value, CutoffInclusive: cutoff.Inclusive)));
        return open && rule is LinearDecay ? null : rule;
    }

    private static Ending None(Page page, Clause? none, Range? range, Form form)
    {
        if (none is null)
        {
            return Ending.Fits;
        }

        var words = page.Words(none);
        var zero = RangeFinder.In(page.Text, none.Start, none.End);
        var twice = (zero is { Low: { } at } && range is { High: { } limit } && at == 2 * limit) || words.Contains("2倍", StringComparison.Ordinal);
        var nothing = NotDone().IsMatch(words) || (words is "未完成" && page.Clauses.Any(c => c.Act.Kind == ActKind.Ratio && page.Condition(c).Contains("部分"))) || zero is { Exact: true, Low: 0 };
        if ((form is Form.Excess && twice) || (form is Form.Plain or Form.Rate && nothing))
        {
            page.Use(none, "不得分");
            return Ending.Fits;
        }

        return Ending.Other;
    }

    /// <summary>Which formula a ratio names.</summary>
    private static Form Shape(Page page, Clause clause)
    {
        var text = page.Text[clause.Act.Start..clause.Act.End];
        if (clause.Act.Kind == ActKind.Ratio)
        {
            return text.Contains('超') ? Form.Excess : Form.Plain;
        }

        foreach (var (shape, form) in (ReadOnlySpan<(Regex, Form)>)[(RateTimesWeight(), Form.Rate), (ActualByTarget(), Form.Plain), (TargetByActual(), Form.Inverse), (ExcessByTarget(), Form.Excess)])
        {
            if (shape.Match(text) is { Success: true } m)
            {
                var number = m.Groups["w"].Value;
                return number.Length == 0 ? (Weighted().IsMatch(text) ? form : Form.Unknown)
                    : decimal.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var w) && w == page.Weight ? form : Form.Unknown;
            }
        }

        return Form.Unknown;
    }

    /// <summary>A formula without a number must name the weight.</summary>
    [GeneratedRegex("分值|权重|满分|总分|标准分|分数", RegexOptions.CultureInvariant)]
    private static partial Regex Weighted();

    private enum Form { Plain, Rate, Excess, Inverse, Unknown }

    private enum Ending { Fits, EqualZero, Other }

    private const string Lead = @"^(?:(?:该项|本项|指标|实际)?得分(?:为|计算公式为|计算公式|公式为)?[=:]|按(?:照)?)?\(?";
    private const string Weight = @"(?:该项|本项|该|本|此)?(?:指标|项|项指标)?(?:的)?(?:权重分值|权重分|权重|标准分值|标准分|满分值|满分|总分值|总分|分值|分数)?(?:\(?(?<w>\d+(?:\.\d+)?)分?\)?)?(?:计算得分|计算|计分|记分|得分|给分|赋分)?";

    [GeneratedRegex(Lead + @"(?:实际|项目|该项|指标|本项|预算|资金|任务|目标|计划)*(?:[一-龥]{0,8}?率|完成比例|实际比例)\)?×" + Weight + @"$|" + Lead + Weight + @"×(?:实际|项目|该项|指标|本项|预算|资金|任务|目标|计划)*(?:[一-龥]{0,8}?率|完成比例|实际比例)\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex RateTimesWeight();

    [GeneratedRegex(Lead + @"(?:全年)?(?:实际|已)[^-+×/\d]{0,12}/(?:年度|全年)?(?:指标值|计划|目标|预期|应|预算|年初|任务)[^-+×/\d]{0,12}?\)?(?:×100%)?\)?×" + Weight + "$", RegexOptions.CultureInvariant)]
    private static partial Regex ActualByTarget();

    [GeneratedRegex(Lead + @"(?:年度)?(?:指标值|计划|目标|预期)[^-+×/\d]{0,12}/(?:全年)?实际[^-+×/\d]{0,12}?\)?(?:×100%)?\)?×" + Weight + "$", RegexOptions.CultureInvariant)]
    private static partial Regex TargetByActual();

    [GeneratedRegex(Lead + @"1-(?:\(?实际[^-+×/\d]{0,8}-(?:指标值|计划|目标)[^-+×/\d]{0,8}\)|超出[^-+×/\d]{0,6})/(?:指标值|计划|目标)[^-+×/\d]{0,8}?\)×" + Weight + "$", RegexOptions.CultureInvariant)]
    private static partial Regex ExcessByTarget();

    [GeneratedRegex("完成|达到|达标|达成|实现|到位|足额|全额|全部|满足|执行完毕|(?:≥|不低于|不少于|大于等于)(?:计划|目标|预期|指标)", RegexOptions.CultureInvariant)]
    private static partial Regex Done();

    [GeneratedRegex("^(?:项目)?(?:未开展|未实施|未执行|未启动|没有开展|完全未完成|没有实施|全部未完成|未安排|未到位)(?:的|项目|工作|任务)*$", RegexOptions.CultureInvariant)]
    private static partial Regex NotDone();
}
