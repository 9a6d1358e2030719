using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>95%以上得满分，每下降1%扣…，60%以下不得分: <see cref="LinearDecay"/>.</summary>
internal static partial class DecayReader
{
    private static readonly string[] All = ["全部", "全覆盖", "全额", "足额", "百分百"];

    public static ScoringRule? Read(Page page)
    {
        var stepping = page.Clauses.Where(c => c.Act.Kind is ActKind.Deduct or ActKind.DeductOpen).ToList();
        var full = page.Clauses.Where(c => c.Act.Kind == ActKind.Full).ToList();
        var none = page.Clauses.Where(c => c.Act.Kind == ActKind.None).ToList();
        if (stepping.Count != 1 || full.Count > 1 || none.Count > 1 || stepping.Count + full.Count + none.Count != page.Clauses.Count)
        {
            return Fallback.Ask(page, "除了按差额扣分，文中还有别的计分办法");
        }

        var clause = stepping[0];
        var step = CountFinder.StepIn(page.Text, clause.Start, clause.End)!;
        page.Use(step.Start, step.End, $"每一步{Wording.Difference(step.Size, step.Measure)}");
        var amount = Amounts.Deduct(page, clause.Act, $"每{Wording.Difference(step.Size, step.Measure)}", out var expert);
        if (expert)
        {
            return new Expert(Wording.Unended(page.Normal.Written(0, page.Text.Length)));
        }

        page.Floor();
        var line = Line.Read(page, step, clause, full.FirstOrDefault());
        if (line is null)
        {
            return Fallback.Ask(page, "满分线和扣分的方向对不上");
        }

        // 每低于90%一个百分点 names the line once more, or instead of the full mark.
        if (step.From is { } from)
        {
            line = line.FullAt is null ? line with { FullAt = from } : line;
            if (line.FullAt != from)
            {
                return Fallback.Ask(page, "扣分的起点与满分线不是同一个数");
            }
        }

        // 逾期超过15天 beside “30天内得满分” may count the days or the lateness.
        if (none.Count == 1 && line.FullAt is not (null or 0 or 100) && Late().IsMatch(page.Condition(none[0])))
        {
            return Fallback.Ask(page, $"“{page.Words(none[0])}”不得分，没有写是实际数还是超出的数");
        }

        if (!SameSubject(page, clause, step, full.FirstOrDefault()))
        {
            return Fallback.Ask(page, "满分和扣分说的不是同一个数");
        }

        var cutoff = CutoffReader.Read(page, none.FirstOrDefault(), line, out var cutoffOpen, Before(page, clause, step));
        if (none.Count == 1 && cutoff is null && !cutoffOpen)
        {
            return Fallback.Ask(page, $"“{page.Words(none[0])}”不得分，不是一条截止线");
        }

        // 60%以上的，每低…: between the cut-off and the full mark.
        var limit = cutoff?.Value ?? (cutoffOpen && RangeFinder.In(page.Text, none[0].Start, none[0].End) is { } zero ? zero.High ?? zero.Low : null);
        if (Before(page, clause, step) is { Exact: false } between && limit is not null && (between.Low ?? line.FullAt) is var low && (between.High ?? line.FullAt) is var high
            && ((line.Direction == DecayDirection.Below && low == limit && high == line.FullAt) || (line.Direction == DecayDirection.Above && low == line.FullAt && high == limit)))
        {
            page.Use(clause.Start, step.Start, "扣分的范围");
        }

        var size = StepQuestions.Size(page, step, line);
        var mode = StepQuestions.Mode(page, step, line, amount, size ?? step.Size);
        return amount is { } each && line.FullAt is { } fullAt && line.Direction is { } direction && !cutoffOpen && size is { } s && mode is { } m
            && (direction != DecayDirection.Both || line.Target is not null)
            ? new LinearDecay(fullAt, s, each.Deduct, each.Unit, m, direction, cutoff?.Value, direction == DecayDirection.Both ? line.Target : null, line.Measure,
                cutoff is { Inclusive: true })
            : null;
    }

    /// <summary>
    /// What stands before “每下降” when it is no range: the subject or the case (未按计划完成的), unless it names another
    /// rate than the full mark does.
    /// </summary>
    private static bool SameSubject(Page page, Clause clause, Step step, Clause? full)
    {
        var before = page.Text[clause.Start..step.Start].TrimEnd(',', '的');
        if (before.Length is > 0 and <= 24 && !before.Any(char.IsAsciiDigit) && !Special().IsMatch(before))
        {
            page.Use(clause.Start, step.Start, "扣分的情形");
        }

        var (one, other) = (Rate().Match(before), full is null ? Match.Empty : Rate().Match(page.Condition(full)));
        return !one.Success || !other.Success || one.Value[^Math.Min(3, one.Length)..] == other.Value[^Math.Min(3, other.Length)..];
    }

    /// <summary>What stands before “每下降”: 低于95%，.</summary>
    private static Range? Before(Page page, Clause clause, Step step)
    {
        var end = step.Start;
        while (end > clause.Start && page.Text[end - 1] is ',' or '的')
        {
            end--;
        }

        return end > clause.Start ? RangeFinder.In(page.Text, clause.Start, end) : null;
    }

    [GeneratedRegex("按时|按期|及时|如期|时限内|(?:规定|约定|合同|计划|要求)(?:约定|规定|要求)?的?(?:竣工|完工|完成|交付)?(?:时间|工期|期限|日期|进度|节点)", RegexOptions.CultureInvariant)]
    private static partial Regex InTime();

    /// <summary>完成年度计划, beside a completion rate: all of it.</summary>
    [GeneratedRegex("^(?:全面|如期|按期|按时)?完成[^,;且并无\\d]{0,8}(?:计划|目标|任务)(?:数|量|值)?$", RegexOptions.CultureInvariant)]
    private static partial Regex AllPlanned();

    [GeneratedRegex("逾期|超期|延期|延迟|超时|超出", RegexOptions.CultureInvariant)]
    private static partial Regex Late();

    [GeneratedRegex("且|并|但|除|仅|因|由于|重大|严重|其中", RegexOptions.CultureInvariant)]
    private static partial Regex Special();

    [GeneratedRegex("^每(?:再)?(?:相)?差(?!异)", RegexOptions.CultureInvariant)]
    private static partial Regex Apart();

    [GeneratedRegex(@"^(?:年度|本年|全年)?(?:绩效)?(?:指标值|目标值|计划值|标准值)(?:为|是|:|≥|≤|不低于|不高于|不超过)*\d+(?:\.\d+)?[^\d,;]{0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex("[一-龥]{1,8}[率度]", RegexOptions.CultureInvariant)]
    private static partial Regex Rate();

    /// <summary>Where full marks begin and on which side they are lost; what is open is null.</summary>
    internal sealed record Line(decimal? FullAt, DecayDirection? Direction, decimal? Target, string Measure)
    {
        public static Line? Read(Page page, Step step, Clause clause, Clause? full)
        {
            var range = full is null ? null : RangeFinder.Done(page.Text, full.Start, full.End);
            if (full is not null)
            {
                page.Use(full.Act.Start, full.Act.End, "得满分");
            }

            var before = Before(page, clause, step);
            if (Deviation.In(page, full, clause, step) is { } deviation)
            {
                return deviation.Ask(page, step);
            }

            if (range is not null)
            {
                if (before is not null && (before.Low ?? before.High) is { } again && (again == range.Low || again == range.High))
                {
                    page.Use(clause.Start, step.Start, "扣分从满分线起");
                }

                page.Use(full!.Start, full.End, $"满分线{Wording.Measured(range.Low ?? range.High!.Value, range.Measure)}");
                return FromRange(range, step, Apart().IsMatch(page.Text[step.Start..step.End]));
            }

            if (before is { Exact: false } && full is null)
            {
                page.Use(clause.Start, step.Start, $"满分线{Wording.Measured(before.Low ?? before.High!.Value, before.Measure)}");
                return before switch
                {
                    { High: { } h, Low: null } when step.Side is Side.Down or Side.Unsaid => new Line(h, DecayDirection.Below, null, Unit(before, step)),
                    { Low: { } l, High: null } when step.Side is Side.Up or Side.Unsaid => new Line(l, DecayDirection.Above, null, Unit(before, step)),
                    _ => null,
                };
            }

            if (before is not null)
            {
                page.Use(clause.Start, step.Start, "扣分的范围");
            }

            if (step.From is { } from && full is null && step.Side is Side.Down or Side.Up)
            {
                return new Line(from, step.Side == Side.Down ? DecayDirection.Below : DecayDirection.Above, null, step.Measure);
            }

            return Asked(page, step, full);
        }

        private static Line? FromRange(Range range, Step step, bool apart)
        {
            // ≥95%得满分，每差1%: only one side can lack anything.
            step = apart && step.Side == Side.Both && range is { Exact: false } && (range.Low is null || range.High is null) ? step with { Side = Side.Unsaid } : step;
            var measure = Unit(range, step);
            if (measure != step.Measure && !measure.StartsWith(step.Measure + "/", StringComparison.Ordinal) && step.Measure.Length > 0 && range.Measure.Length > 0)
            {
                return null;
            }

            return range switch
            {
                { Exact: true, Low: { } at } => step.Side switch
                {
                    Side.Down => new Line(at, DecayDirection.Below, null, measure),
                    Side.Up => new Line(at, DecayDirection.Above, null, measure),
                    Side.Unsaid when at == 100 && measure == "%" => new Line(at, DecayDirection.Below, null, measure),
                    _ => null,
                },
                { Low: { } low, High: null } when step.Side is Side.Down or Side.Unsaid => new Line(low, DecayDirection.Below, null, measure),
                { High: { } high, Low: null } when step.Side is Side.Up or Side.Unsaid => new Line(high, DecayDirection.Above, null, measure),
                { Low: { } low, High: { } high } when measure == "%" && high == 100 && step.Side is Side.Down or Side.Unsaid => new Line(low, DecayDirection.Below, null, measure),
                { Low: { } low, High: { } high } when step.Side is Side.Both => new Line((high - low) / 2, DecayDirection.Both, (high + low) / 2, measure),
                _ => null,
            };
        }

        private static string Unit(Range range, Step step) => range.Measure.Length > 0 ? range.Measure : step.Measure;

        /// <summary>指标值为95% in a sentence of its own, or the only number of the 指标解释.</summary>
        private static decimal? Planned(Page page, Step step)
        {
            foreach (var part in page.Preamble)
            {
                if (Mark().Match(page.Text[part.Start..part.End]) is { Success: true } && RangeFinder.In(page.Text, part.Start, part.End) is { } range && range.Measure == step.Measure)
                {
                    page.Use(part.Start, part.End, $"满分线{Wording.Measured(range.Low ?? range.High!.Value, range.Measure)}");
                    return range.Low ?? range.High;
                }
            }

            return page.Preamble.Any(p => Mark().IsMatch(page.Text[p.Start..p.End])) ? null
                : LowerBetter.Planned(page) is { } plan && plan.Measure == step.Measure ? plan.Value : null;
        }

        private static Line? Asked(Page page, Step step, Clause? full)
        {
            DecayDirection? direction = step.Side switch
            {
                Side.Down => DecayDirection.Below,
                Side.Up => DecayDirection.Above,
                _ => null,
            };
            var words = full is null ? "" : page.Words(full);
            if (full is not null)
            {
                page.Use(full.Start, full.End, $"满分的条件：{words}");
            }

            if (direction == DecayDirection.Above && step.Delay && (full is null || InTime().IsMatch(words)))
            {
                return new Line(0, direction, null, step.Measure);
            }

            if (direction == DecayDirection.Below && step.Measure == "%" && (All.Any(words.Contains)
                || (AllPlanned().IsMatch(words) && LowerBetter.Planned(page) is null && (page.Name.EndsWith("完成率", StringComparison.Ordinal) || page.Text.Contains("完成率每", StringComparison.Ordinal)))))
            {
                return new Line(100, direction, null, step.Measure);
            }

            if (direction is not null && words.Contains('标') && Planned(page, step) is { } planned)
            {
                return new Line(planned, direction, null, step.Measure);
            }

            direction ??= StepQuestions.Side(page, step);
            return new Line(StepQuestions.FullMark(page, step, direction, words), direction, null, step.Measure);
        }
    }
}
