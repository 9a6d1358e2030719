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

        var range = full.Count == 0 ? null : RangeFinder.Done(page.Text, full[0].Start, full[0].End);
        var shapes = ratios.Select(r => Shape(page, r, range)).ToList();
        var formulas = shapes.ConvertAll(s => s.Form);
        if (formulas.Contains(Form.Unknown) || formulas.Where(f => f != Form.Plain).Distinct().Count() > 1)
        {
            return Fallback.Ask(page, $"公式“{page.Normal.Written(ratios[0].Act.Start, ratios[0].Act.End)}”没有读懂");
        }

        var form = formulas.FirstOrDefault(f => f != Form.Plain, Form.Plain);
        if (ratios.Select(r => RangeFinder.In(page.Text, r.Start, r.End)).Any(r => r is not null && range is not null && !Meets(r, range)))
        {
            return Fallback.Ask(page, "按比例计分的范围与满分的条件对不上");
        }

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
            Ending.Fits => Proposed(page, full.FirstOrDefault(), range, form, shapes.Select(s => s.Target).FirstOrDefault(t => t is not null), ratios.TrueForAll(r => r.Act.Kind == ActKind.Ratio)),
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

    /// <summary>The range of the ratio begins or ends where the full mark does.</summary>
    private static bool Meets(Range ratio, Range full) =>
        new[] { ratio.Low, ratio.High }.Any(end => end is not null && (end == full.Low || end == full.High));

    private static ScoringRule? Proposed(Page page, Clause? full, Range? range, Form form, decimal? told, bool worded)
    {
        if (LowerBetter.Named(page) && range is not { High: not null, Low: null } && form is Form.Plain or Form.Rate)
        {
            return worded && range is null ? AskAnyDirection(page, full)
                : Fallback.Ask(page, $"“{page.Name}”应越低越好，而写的办法是越高得分越多",
                    (new("ratio", "按写的办法，越高得分越多", "实际达到指标值得满分，一半得一半的分。"), () => new Ratio(told ?? range?.Low ?? 100, RatioDirection.HigherBetter, range?.Measure ?? "%")));
        }

        if (range is null && told is { } number)
        {
            return form switch
            {
                Form.Excess => new Ratio(number, RatioDirection.LowerBetterExcess, ""),
                Form.Inverse => new Ratio(number, RatioDirection.LowerBetterInverse, ""),
                _ => new Ratio(number, RatioDirection.HigherBetter, ""),
            };
        }

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
        if (range is null && form is Form.Excess or Form.Inverse)
        {
            return StepQuestions.Target(page, "") is { } asked
                ? new Ratio(asked, form == Form.Excess ? RatioDirection.LowerBetterExcess : RatioDirection.LowerBetterInverse, "")
                : null;
        }

        if (range is not null || form is not (Form.Plain or Form.Rate) || (full is not null && !Done().IsMatch(words)))
        {
            return Fallback.Ask(page, $"“{words}”得满分，其余按比例，没有写明指标值",
                (new("ratio", "按完成率计，100%得满分", $"完成率50%得{Wording.Points(page.Weight / 2)}。"), () => new Ratio(100)));
        }

        return RatioTarget.Of(page, full, form, worded);
    }

    /// <summary>A duration or a cost “by ratio”: neither the direction nor the formula is said.</summary>
    private static Ratio? AskAnyDirection(Page page, Clause? full)
    {
        if (full is not null)
        {
            page.Use(full, "达到目标得满分");
        }

        var plan = LowerBetter.Planned(page);
        var target = plan?.Value ?? StepQuestions.Target(page, "");
        var t = target ?? 10;
        var over = Wording.Measured(t * 2, plan?.Measure ?? "");
        var reply = page.Interview.Ask(QuestionKind.Direction, $"“{page.Name}”按比例计分：按哪一个比例？",
        [
            new("excess", "越低越好，按超出的比例扣分", $"指标值{Wording.Measured(t, plan?.Measure ?? "")}，实际{over}：超出一倍，得0分。"),
            new("inverse", "越低越好，按指标值与实际值之比得分", $"指标值{Wording.Measured(t, plan?.Measure ?? "")}，实际{over}：得{Wording.Points(page.Weight / 2)}。"),
            new("higher", "越高越好，按实际值与指标值之比得分", $"指标值{Wording.Measured(t, plan?.Measure ?? "")}，实际{Wording.Measured(t / 2, plan?.Measure ?? "")}：得{Wording.Points(page.Weight / 2)}。"),
        ]);
        return target is not { } value || reply is null ? null : new Ratio(value, reply.Answer switch
        {
            "excess" => RatioDirection.LowerBetterExcess,
            "inverse" => RatioDirection.LowerBetterInverse,
            _ => RatioDirection.HigherBetter,
        }, plan?.Measure ?? "");
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

        var ratios = page.Clauses.Where(c => c.Act.Kind is ActKind.Formula or ActKind.Ratio).ToList();
        var between = ratios.Select(c => RangeFinder.In(page.Text, c.Start, c.End)).FirstOrDefault(r => r is not null);
        var cutoff = CutoffReader.Read(page, none, line, out var open, between);
        var at = Wording.Measured(zero.High!.Value, "%");
        var half = Wording.Measured((target + zero.High.Value) / 2, "%");
        if (target == 100 && (form == Form.Rate ? ratios.TrueForAll(c => c.Act.Kind == ActKind.Formula) : RatioTarget.OfItself(page)))
        {
            // 完成率×分值, 按完成率计分 is what a decay of 1% of the weight a point gives: nothing is left to choose.
            page.Use(none, $"截止线{at}");
            return cutoff is null ? null : new LinearDecay(100, 1, 1, StepMode: StepMode.Linear, Cutoff: cutoff.Value, CutoffInclusive: cutoff.Inclusive);
        }

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
        var twice = (zero is { Low: { } at } && range is { High: { } limit } && at == 2 * limit) || Twice().IsMatch(words);
        var nothing = NotDone().IsMatch(words) || (words is "未完成" && page.Clauses.Any(c => c.Act.Kind == ActKind.Ratio && page.Condition(c).Contains("部分"))) || zero is { Exact: true, Low: 0 };
        if ((form is Form.Excess && twice) || (form is Form.Plain or Form.Rate && nothing))
        {
            page.Use(none, "不得分");
            return Ending.Fits;
        }

        return Ending.Other;
    }

    /// <summary>Which formula a ratio names.</summary>
    private static (Form Form, decimal? Target) Shape(Page page, Clause clause, Range? range)
    {
        var text = page.Text[clause.Act.Start..clause.Act.End];
        return clause.Act.Kind == ActKind.Ratio
            ? (text.Contains('超') ? Form.Excess : Form.Plain, null)
            : FormulaReader.Read(text, page.Weight, range?.Low ?? range?.High, range is { Measure: "%" });
    }

    private enum Ending { Fits, EqualZero, Other }

    [GeneratedRegex("(?:达到|超过|为)?(?:指标值|目标值|计划|标准)?(?:的)?(?:2倍|两倍|二倍|200%)|超(?:出|过)(?:指标值|目标值|计划|标准)?(?:的)?(?:1倍|一倍|100%)", RegexOptions.CultureInvariant)]
    private static partial Regex Twice();

    [GeneratedRegex("完成|达到|达标|达成|实现|到位|足额|全额|全部|满足|执行完毕|(?:≥|不低于|不少于|大于等于)(?:计划|目标|预期|指标)", RegexOptions.CultureInvariant)]
    private static partial Regex Done();

    [GeneratedRegex("^(?:项目)?(?:未开展|未实施|未执行|未启动|没有开展|完全未完成|没有实施|全部未完成|未安排|未到位)(?:的|项目|工作|任务)*$", RegexOptions.CultureInvariant)]
    private static partial Regex NotDone();
}
