using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>≥90%得10分；80%(含)-90%得8分；低于60%不得分: <see cref="Bands"/>.</summary>
internal static partial class BandsReader
{
    private static readonly string[] Rest = ["否则", "其他", "其余", "其他情况", "其他情形", "反之", "未达到", "达不到"];

    /// <summary>Whether every clause compares a value (the last may say 否则).</summary>
    public static bool Fits(Page page) => page.Clauses.Count > 1
        && page.Clauses.All(c => c.Act.Kind is ActKind.Full or ActKind.Share or ActKind.Points or ActKind.None)
        && page.Clauses.Select((c, i) => InOne(page, c) is { Exact: false } r || (i == 0 && InOne(page, c) is { Measure: "%" })
            || (i == page.Clauses.Count - 1 && c.Act.Kind == ActKind.None && Rest.Contains(page.Words(c))) || (i > 0 && i == page.Clauses.Count - 1 && IsNothing(page, c, InOne(page, page.Clauses[i - 1])))).All(x => x);

    /// <summary>1期未办, 未开展 after a lowest band from 1 on: what counts things and has none.</summary>
    private static bool IsNothing(Page page, Clause clause, Range? lowest) => clause.Act.Kind == ActKind.None
        && lowest is { Low: 1, Measure: { } unit } && CountFinder.Counts(unit) && Nothing().IsMatch(page.Condition(clause));

    public static ScoringRule? Read(Page page)
    {
        var rows = page.Clauses.Select((c, i) => (Clause: c, Range: InOne(page, c), Number: i + 1)).ToList();
        var bottom = rows.Where(r => r.Clause.Act.Kind == ActKind.None).ToList();
        var bands = rows.Except(bottom).Select(r => (r.Clause, Range: r.Range!, r.Number)).ToList();
        var measure = rows.Select(r => r.Range?.Measure ?? "").FirstOrDefault(m => m.Length > 0) ?? "";
        if (measure.Length == 0 && rows.Any(r => r.Range?.Subject is { } subject && (subject.Contains('率') || subject.Contains('度'))))
        {
            // 满意度≥90 counts in percent; 合格率≥0.9 does not.
            if (rows.Any(r => r.Range is { } n && (n.Low is > 0 and <= 1 || n.High is > 0 and <= 1)))
            {
                return Fallback.Ask(page, "没有写明是百分数还是小数");
            }

            measure = "%";
        }

        if (bands.Count == 0 || bottom.Count > 1 || rows.Any(r => r.Range is { Measure.Length: > 0 } m && m.Measure != measure))
        {
            return Fallback.Ask(page, "各段的数值对不上");
        }

        if (Amounts.Below(page) is { } most)
        {
            return Fallback.Ask(page, $"最高一段得{Wording.Points(most)}，少于分值{Wording.Points(page.Weight)}");
        }

        bands = [.. bands.OrderByDescending(b => b.Range.Low ?? decimal.MinValue)];
        if (!Joined(bands, bottom.FirstOrDefault().Range, measure))
        {
            return !LowerIsBetter(bands.ConvertAll(b => b.Range)) ? Fallback.Ask(page, "各段之间有空档或重叠")
                : page.Clauses.Count == 2 && bottom.Count == 1 && (bands[0].Clause.Act.Kind == ActKind.Full || bands[0].Clause.Act is { Kind: ActKind.Points } all && all.Number == page.Weight) ? LevelReader.Read(page)
                : Fallback.Ask(page, "各段的界线和得分对不上，可能越低越好",
                    (new("tiered", "按文字分档，评分时选择档次", "系统不取数，由评审人选择所在的档。"), () => LevelReader.Levels(page)));
        }

        var steps = Steps(page, bands, measure);
        foreach (var row in bottom)
        {
            page.Use(row.Clause, "最低一段不得分");
        }

        page.Floor();
        var last = bands[^1].Range.Low ?? 0;
        if (bottom.Count == 0 && last > 0)
        {
            var at = Wording.Measured(last, measure);
            var reply = page.Interview.Ask(QuestionKind.Points, $"文中没有写低于{at}怎样计分。低于{at}得多少？",
            [
                new("none", "不得分", $"低于{at}得0分。"),
                new("points", "得固定的分数", $"例：填1，低于{at}得1分。", TypedValue.Number, "分"),
            ], rows.Count + 1);
            steps = reply is null ? null : reply.Number is { } points and > 0 ? [.. steps ?? [], new Band(0, Points: points)] : steps;
        }

        return Edges(page, bands, bottom.FirstOrDefault().Range, measure) && steps is not null ? new Bands(steps, measure) : null;
    }

    [GeneratedRegex("^(?:1[次场人户件份个期台套篇座处家名项]?(?:也|都)?)?(?:未|没有|没)[^\\d,;。]{1,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    private static Range? InOne(Page page, Clause clause) => RangeFinder.In(page.Text, SkipMark(page, clause), clause.End);

    private static int SkipMark(Page page, Clause clause) =>
        Math.Min(clause.End, clause.Start + ListMarks.LengthAt(page.Text, clause.Start));

    private static List<Band>? Steps(Page page, List<(Clause Clause, Range Range, int Number)> bands, string measure)
    {
        var steps = new List<Band>();
        var open = false;
        foreach (var (clause, range, number) in bands)
        {
            var award = Amounts.Award(page, clause, page.Words(clause), number);
            page.Use(clause, $"从{Wording.Measured(range.Low ?? 0, measure)}起{(award is { } a ? Award.Text(a.Percent, a.Points) : "得分")}");
            open |= award is null;
            steps.Add(new Band(range.Low ?? 0, award?.Percent, award?.Points));
        }

        return open ? null : steps;
    }

    private static bool LowerIsBetter(List<Range> ranges) => ranges.Any(r => r.Low is null);

    /// <summary>Each band ends where the next higher one begins; a gap of one (80-89, 90-100) is asked about later.</summary>
    private static bool Joined(List<(Clause Clause, Range Range, int Number)> bands, Range? none, string measure)
    {
        for (var i = 0; i < bands.Count; i++)
        {
            var range = bands[i].Range;
            var last = i == bands.Count - 1;
            if ((range.Low is null && !(last && none is null && measure is "%" or "分")) || (i == 0 && range is { Exact: false, High: not (null or 100) }))
            {
                return false;
            }

            if (i > 0 && (bands[i - 1].Range.Low - (range.High ?? bands[i - 1].Range.Low)) is not (>= 0 and <= 1))
            {
                return false;
            }
        }

        return none is null || (none.Low is null && bands[^1].Range.Low - none.High is >= 0 and <= 1)
            || (none.Low == 0 && bands[^1].Range.Low - none.High is >= 0 and <= 1);
    }

    /// <summary>Bands take their lower bound in; a text that says otherwise is asked about.</summary>
    private static bool Edges(Page page, List<(Clause Clause, Range Range, int Number)> bands, Range? none, string measure)
    {
        // 80%-90%…，60%-80%…: borders that two bands share without a 含 are one habit of writing, asked about once.
        var shared = Shared(page, bands, none);
        if (shared >= 0)
        {
            var at = Wording.Measured(bands[shared].Range.Low!.Value, measure);
            var reply = page.Interview.Ask(QuestionKind.CutoffInclusive, $"相邻两段都写了{at}，没有写含还是不含：正好{at}（其他界线同样）按哪一段计？",
            [
                new("upper", "按较高一段计", $"{at}得较高一段的分。"),
                Fallback.Other,
            ], shared + 1);
            if (reply?.Answer == Fallback.Other.Key)
            {
                page.Refusal = "分段计分的每一段都包括下限；请另选规则类型，或改写各段的界线。";
            }

            if (reply?.Answer != "upper")
            {
                return false;
            }
        }

        for (var i = 0; i < bands.Count; i++)
        {
            var upper = bands[i].Range;
            var lower = i + 1 < bands.Count ? bands[i + 1].Range : none;
            var gap = lower?.High is { } high && high != upper.Low;
            var other = upper.LowEdge == Edge.Out || (lower is { HighEdge: Edge.In } && !upper.Exact)
                || (!page.BelowExcludes && lower is { HighEdge: Edge.Official } && upper.LowEdge == Edge.Official);
            if ((!gap && !other) || (gap && CountFinder.Counts(measure) && upper.Low - lower!.High == 1 && decimal.IsInteger(upper.Low!.Value)))
            {
                continue;
            }

            var at = Wording.Measured(upper.Low!.Value, measure);
            var reply = page.Interview.Ask(QuestionKind.CutoffInclusive, gap
                ? $"{Wording.Measured(lower!.High!.Value, measure)}与{at}之间没有写。按哪一段计？"
                : $"上下两段的写法都包括{at}，或者都不包括：正好{at}按哪一段计？",
            [
                new("upper", gap ? "按较低一段计" : "按较高一段计", gap ? $"不到{at}的都按较低一段计。" : $"{at}得较高一段的分。"),
                Fallback.Other,
            ], i + 1);
            if (reply?.Answer == Fallback.Other.Key)
            {
                page.Refusal = "分段计分的每一段都包括下限；请另选规则类型，或改写各段的界线。";
            }

            if (reply?.Answer != "upper")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first band whose lower border also ends the next band, neither of them marked; -1 when there is none.</summary>
    private static int Shared(Page page, List<(Clause Clause, Range Range, int Number)> bands, Range? none) => Enumerable.Range(0, bands.Count).FirstOrDefault(i =>
        bands[i].Range is { Exact: false, LowEdge: Edge.Plain or Edge.Official, Low: { } low } upper
        && (i + 1 < bands.Count ? bands[i + 1].Range : none) is { Exact: false, HighEdge: Edge.Plain or Edge.Official, High: { } high } lower
        && high == low && (upper.LowEdge == Edge.Plain || lower.HighEdge == Edge.Plain) && !page.BelowExcludes, -1);
}
