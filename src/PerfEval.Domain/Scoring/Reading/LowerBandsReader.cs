using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>投诉率≤1%得5分；1%＜投诉率≤3%得3分；投诉率＞3%得0分: <see cref="LowerBands"/>.</summary>
internal static partial class LowerBandsReader
{
    private sealed record Row(Clause Clause, Range? Range, int Number)
    {
        public decimal? High => Range?.High;
    }

    /// <summary>Whether every clause compares a value and the lower one always earns more.</summary>
    public static bool Fits(Page page)
    {
        if (page.Clauses.Count < 2 || !page.Clauses.All(c => c.Act.Kind is ActKind.Full or ActKind.Share or ActKind.Points or ActKind.None))
        {
            return false;
        }

        var rows = Rows(page);
        var measured = rows.Where(r => r.Range is not null).ToList();
        var rest = rows.Except(measured).ToList();

        // One limit and all or nothing is said by other rules.
        if (measured.Count < 2 || (rows.Count == 2 && rows.Exists(r => r.Clause.Act.Kind == ActKind.None)) || !measured.TrueForAll(r => r.Range!.Exact ? r.High == 0 : true)
            || rest.Count > 1 || (rest.Count == 1 && !(rest[0] == rows[^1] && rest[0].Clause.Act.Kind == ActKind.None && Otherwise().IsMatch(page.Condition(rest[0].Clause)))))
        {
            return false;
        }

        var ordered = Ordered(measured);
        var earned = ordered.ConvertAll(r => Earned(page, r.Clause));
        return ordered[0].Range is { Low: null or <= 0 } && earned.Zip(earned.Skip(1)).All(p => p.First > p.Second);
    }

    public static ScoringRule? Read(Page page)
    {
        var rows = Rows(page);
        var measure = rows.Select(r => r.Range?.Measure ?? "").FirstOrDefault(m => m.Length > 0) ?? "";
        if (measure.Length == 0 && rows.Exists(r => r.Range?.Subject is { } subject && (subject.Contains('率') || subject.Contains('度'))))
        {
            // 投诉率≤1 counts in percent; 投诉率≤0.01 may not.
            if (rows.Exists(r => r.Range is { } n && (n.Low is > 0 and <= 1 || n.High is > 0 and <= 1)))
            {
                return Fallback.Ask(page, "没有写明是百分数还是小数");
            }

            measure = "%";
        }

        if (rows.Exists(r => r.Range is { Measure.Length: > 0 } m && m.Measure != measure))
        {
            return Fallback.Ask(page, "各段的数值对不上");
        }

        if (Amounts.Below(page) is { } most)
        {
            return Fallback.Ask(page, $"最高一段得{Wording.Points(most)}，少于分值{Wording.Points(page.Weight)}");
        }

        var bands = Ordered([.. rows.Where(r => r.Range is not null)]);
        var last = bands[^1];
        if (last.High is null && last.Clause.Act.Kind != ActKind.None)
        {
            return Levels(page, $"高于{Wording.Measured(last.Range!.Low ?? 0, measure)}没有上限，却还得分，分段计分写不出");
        }

        for (var i = 1; i < bands.Count; i++)
        {
            var (low, next) = (bands[i - 1], bands[i]);
            if (next.Range!.Low is not { } from)
            {
                continue;
            }

            if (from - low.High is not (>= 0 and <= 1))
            {
                return Levels(page, "各段之间有空档或重叠");
            }

            // 小于10%得3分，10%至20%得1分: the bound belongs to the band behind it, which no rule of the set can say.
            if (from == low.High && !low.Range!.Exact && Takes(page, low.Range, next.Range) == false)
            {
                return Levels(page, $"{Wording.Measured(from, measure)}计入较高一段，而越低越好的分段都包括上限");
            }
        }

        // What is open is asked at once; so the amounts are read even where the bounds are not yet clear.
        var steps = Steps(page, rows, bands, measure);
        return Edges(page, bands, measure) ? steps : null;
    }

    private static LowerBands? Steps(Page page, List<Row> rows, List<Row> bands, string measure)
    {
        var steps = new List<LowerBand>();
        var open = false;
        foreach (var row in bands.Where(b => b.High is not null))
        {
            var award = Amounts.Award(page, row.Clause, page.Words(row.Clause), row.Number);
            Note(page, row, $"到{Wording.Measured(row.High!.Value, measure)}为止{(award is { } a ? Award.Text(a.Percent, a.Points) : "得分")}");
            open |= award is null;
            steps.Add(new LowerBand(row.High.Value, award?.Percent, award?.Points));
        }

        foreach (var row in rows.Where(r => r.High is null))
        {
            page.Use(row.Clause, "最后一段不得分");
        }

        page.Floor();
        if (rows.TrueForAll(r => r.Clause.Act.Kind != ActKind.None) && !(measure == "%" && bands[^1].High == 100))
        {
            var at = Wording.Measured(bands[^1].High!.Value, measure);
            var reply = page.Interview.Ask(QuestionKind.Points, $"文中没有写高于{at}怎样计分。高于{at}得多少？",
            [
                new("none", "不得分", $"高于{at}得0分。"),
                Fallback.Other,
            ], rows.Count + 1);
            if (reply?.Answer == Fallback.Other.Key)
            {
                page.Refusal = "越低越好的分段，高于最后一段的不得分；请另选规则类型，或在原文里补写最后一段。";
            }

            open |= reply is null;
        }

        return open ? null : new LowerBands(steps, measure);
    }

    /// <summary>未超概算 is read from end to end; its words would be looked at again as conditions.</summary>
    private static void Note(Page page, Row row, string meaning)
    {
        if (row.Range!.Start == row.Range.End)
        {
            page.UseWhole(row.Clause.Start, row.Clause.Act.End, meaning);
        }
        else
        {
            page.Use(row.Clause, meaning);
        }
    }

    /// <summary>Bands take their upper bound in; where the text does not say so it is asked, once for all bounds of one habit.</summary>
    private static bool Edges(Page page, List<Row> bands, string measure)
    {
        var shared = Enumerable.Range(0, bands.Count - 1).FirstOrDefault(i => bands[i + 1].Range!.Low == bands[i].High && !bands[i].Range!.Exact && Unmarked(bands[i].Range!, bands[i + 1].Range!), -1);
        if (shared >= 0)
        {
            var at = Wording.Measured(bands[shared].High!.Value, measure);
            if (!Lower(page, $"相邻两段都写了{at}，没有写含还是不含：正好{at}（其他界线同样）按哪一段计？", "按较低一段计", $"{at}得较低一段的分。", shared + 1))
            {
                return false;
            }
        }

        for (var i = 0; i + 1 < bands.Count; i++)
        {
            if (bands[i + 1].Range!.Low is not { } from || bands[i].Range!.Exact)
            {
                continue;
            }

            var (high, at) = (bands[i].High!.Value, Wording.Measured(bands[i].High!.Value, measure));
            if (from != high)
            {
                // 10次以内, 11至20次: nothing lies between; 10%以内, 11%至20% leaves 10.5% open.
                if (!(CountFinder.Counts(measure) && from - high == 1 && decimal.IsInteger(high))
                    && !Lower(page, $"{at}与{Wording.Measured(from, measure)}之间没有写。按哪一段计？", "按较高一段计", $"超过{at}的都按较高一段计。", i + 1))
                {
                    return false;
                }
            }
            else if (!Unmarked(bands[i].Range!, bands[i + 1].Range!) && Takes(page, bands[i].Range!, bands[i + 1].Range!) is null
                && !Lower(page, $"上下两段的写法都包括{at}，或者都不包括：正好{at}按哪一段计？", "按较低一段计", $"{at}得较低一段的分。", i + 1))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Lower(Page page, string question, string answer, string example, int number)
    {
        var reply = page.Interview.Ask(QuestionKind.CutoffInclusive, question, [new("lower", answer, example), Fallback.Other], number);
        if (reply?.Answer == Fallback.Other.Key)
        {
            page.Refusal = "越低越好的分段，每一段都包括上限；请另选规则类型，或改写各段的界线。";
        }

        return reply?.Answer == "lower";
    }

    /// <summary>Neither side marks the bound: 10%-20%…，20%-30%….</summary>
    private static bool Unmarked(Range low, Range next) => low.HighEdge is Edge.Plain or Edge.Official && next.LowEdge is Edge.Plain or Edge.Official
        && (low.HighEdge == Edge.Plain || next.LowEdge == Edge.Plain);

    /// <summary>Whether the lower band takes the bound that both name; null: both do, or neither.</summary>
    private static bool? Takes(Page page, Range low, Range next)
    {
        var official = page.BelowExcludes ? Edge.Out : Edge.Official;
        var (upper, lower) = (low.HighEdge == Edge.Official ? official : low.HighEdge, next.LowEdge);
        return (upper, lower) switch
        {
            (Edge.In, Edge.In) or (Edge.Out, Edge.Out) or (Edge.Official, Edge.Official) => null,
            (Edge.In, _) or (_, Edge.Out) => true,
            (Edge.Out, _) or (_, Edge.In) => false,
            _ => null,
        };
    }

    /// <summary>Lowest first; what has no upper end stands last.</summary>
    private static List<Row> Ordered(List<Row> rows) => [.. rows.OrderBy(r => r.High ?? decimal.MaxValue)];

    private static decimal Earned(Page page, Clause clause) => clause.Act.Kind switch
    {
        ActKind.Share => page.Weight * (clause.Act.Number ?? 0) / 100,
        ActKind.Points => clause.Act.Number ?? 0,
        ActKind.None => 0,
        _ => page.Weight,
    };

    private static List<Row> Rows(Page page) => [.. page.Clauses.Select((c, i) => new Row(c, RangeOf(page, c, i), i + 1))];

    private static Range? RangeOf(Page page, Clause clause, int index)
    {
        var start = Math.Min(clause.End, clause.Start + ListMarks.LengthAt(page.Text, clause.Start));
        if (RangeFinder.Done(page.Text, start, clause.End) is { } range)
        {
            return range;
        }

        // 未超概算, 没有延期, 按期完成 before 超概算5%以内, 延期10天以内: nothing of what the next bands measure.
        return index == 0 && Zero().Match(page.Text[start..clause.End]) is { Success: true } zero
            && page.Clauses.Skip(1).Any(c => Excess().Match(page.Condition(c)) is { Success: true } more && (!zero.Groups["what"].Success || Kin(zero.Groups["what"].Value[0], more.Value[0])))
            ? new Range(start, start, null, Edge.Plain, 0, Edge.In, "", true, "")
            : null;
    }

    /// <summary>超 belongs to 超, 延期 and 逾期 and 推迟 to one another.</summary>
    private static bool Kin(char one, char other) => one == other || ("延逾推拖滞迟".Contains(one) && "延逾推拖滞迟超".Contains(other));

    private static ScoringRule? Levels(Page page, string reason) => Fallback.Ask(page, reason,
        (new("tiered", "按文字分档，评分时选择档次", "系统不取数，由评审人选择所在的档。"), () => LevelReader.Levels(page)));

    [GeneratedRegex("^(?:如|若)?(?:(?:未|没有|没|无|不|不存在|未发生|未出现)(?<what>超|延|逾|推迟|拖|滞后|迟)[^,;。\\d]{0,10}|(?:按期|按时|如期|准时|按计划)[^,;。\\d未不]{0,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex Zero();

    [GeneratedRegex("(?<![未没无不])(?:超|延|逾|推迟|拖|滞后|迟)", RegexOptions.CultureInvariant)]
    private static partial Regex Excess();

    [GeneratedRegex("^(?:否则|其他|其余|其它|其他情况|其余情况|其他情形|反之|超过的|超出的|以上的)$", RegexOptions.CultureInvariant)]
    private static partial Regex Otherwise();
}
