using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>Conditions in words, each with what it earns: <see cref="MetNotMet"/> and <see cref="Tiered"/>.</summary>
internal static partial class LevelReader
{
    public static ScoringRule? Read(Page page)
    {
        var clauses = page.Clauses;
        if (clauses is [{ Act.Kind: ActKind.GiveOpen }])
        {
            return ExpertReader.Read(page);
        }

        if (clauses.Any(c => c.Empty))
        {
            return Fallback.Ask(page, "文中有得分而没有条件");
        }

        foreach (var item in page.Preamble.SelectMany(p => ListMarks.In(page.Text, p.Start, p.End)).Where(i => i.Words < i.End))
        {
            page.Use(item.Mark, item.End, "要查看的条件");
        }

        if (clauses.Any(c => c.Act.Kind is ActKind.Deduct or ActKind.DeductOpen))
        {
            return WithDeductions(page);
        }

        if (clauses.Count == 1)
        {
            return Single(page, clauses[0]);
        }

        if (clauses is [{ } yes, { Act.Kind: ActKind.None } no] && (yes.Act.Kind is ActKind.Full or ActKind.Bare || IsWhole(page, yes)))
        {
            return Met(page, yes, no);
        }

        if (Pairs(page))
        {
            return ListReader.Pairs(page);
        }

        if (clauses.Any(c => c.Act.Kind is not (ActKind.Full or ActKind.None or ActKind.Share or ActKind.Points or ActKind.GiveOpen)))
        {
            return Fallback.Ask(page, "各档的得分办法不一样");
        }

        // Shares that make the whole only together: 制度健全得50%，执行有效得50%.
        var shares = clauses.Where(c => c.Act.Kind != ActKind.None).ToList();
        if (shares.Count > 1 && shares.TrueForAll(c => c.Act.Kind == ActKind.Share) && shares.Sum(c => c.Act.Number) == 100)
        {
            return Fallback.Ask(page, "各项份额合计100%，可能是逐项加分，也可能是分档",
                (new("elements", "满足几项，得几项的份额之和", "各项都满足得满分。"), () => ListReader.Shares(page, shares)),
                (new("tiered", "各项是档次，只得所在一档的分数", $"最高只得{Wording.Points((shares.Max(c => c.Act.Number) ?? 0) * page.Weight / 100)}。"), () => Levels(page)));
        }

        if (AddsUp(page) && page.Clauses.Select(c => c.Act.Number).Distinct().Count() < page.Clauses.Count)
        {
            // Levels that earn the same would be no levels.
            return ListReader.Adding(page);
        }

        if (clauses.Count(c => RangeFinder.In(page.Text, c.Start, c.End) is { Exact: false, Measure: "%" }) is > 1 and var ranges && ranges < clauses.Count)
        {
            return Fallback.Ask(page, "有的档写了数，有的档只有文字",
                (new("tiered", "按文字分档，评分时选择档次", "系统不取数，由评审人选择所在的档。"), () => Levels(page)));
        }

        // 2小时内响应得满分，2-4小时得60%: values, which the set may not hold as bands and which levels would hide.
        if (clauses.Count > 2 && clauses.Count(c => RangeFinder.Done(page.Text, c.Start, c.End) is { Exact: false } || Valued().IsMatch(page.Condition(c))) > 1)
        {
            return Fallback.Ask(page, "各档按数值划分，没有读成分段",
                (new("tiered", "按文字分档，评分时选择档次", "系统不取数，由评审人选择所在的档。"), () => Levels(page)));
        }

        return AddsUp(page)
            ? Fallback.Ask(page, $"各项分数合计{Wording.Points(page.Weight)}，可能是逐项加分，也可能是分档",
                (new("checklist", "满足几项，得几项的分数之和", "各项都满足得满分。"), () => ListReader.Adding(page)),
                (new("tiered", "各项是档次，只得所在一档的分数", $"最高只得{Wording.Points(clauses.Max(c => c.Act.Number) ?? 0)}。"), () => Levels(page)))
            : Amounts.Below(page) is { } most
            ? Fallback.Ask(page, $"最高一档得{Wording.Points(most)}，少于分值{Wording.Points(page.Weight)}",
                (new("tiered", "按文字分档，最高一档也不得满分", $"最高得{Wording.Points(most)}。"), () => Levels(page)))
            : Levels(page);
    }

    /// <summary>10篇及以上, 7-9单, 不足4例: a value, whatever it counts.</summary>
    [GeneratedRegex(@"\d[^\d,;]{0,4}(?:[-至到]\d|及?以上|及?以下|以内|之间)|(?:不足|不满|不到|低于|少于|超过|高于|多于|达到|[≥≤<>])\d", RegexOptions.CultureInvariant)]
    private static partial Regex Valued();

    /// <summary>Words of a condition, without a list mark.</summary>
    public static string Label(Page page, Clause clause)
    {
        var mark = ListMarks.LengthAt(page.Text, clause.Start);
        return page.Normal.Written(clause.Start + Math.Min(mark, clause.End - clause.Start), clause.End).TrimEnd('的', '，', ',', '：', ':', '者', '按');
    }

    /// <summary>有目标得1分，没有不得分；目标相关得2分，不相关不得分: several conditions, not one scale.</summary>
    private static bool Pairs(Page page) => page.Clauses.Count >= 4 && page.Clauses.Count % 2 == 0
        && page.Clauses.Select((c, i) => c.Act.Kind == (i % 2 == 0 ? ActKind.Points : ActKind.None)).All(x => x)
        && page.Clauses.Sum(c => c.Act.Number ?? 0) == page.Weight;

    private static bool IsWhole(Page page, Clause clause) => clause.Act.Kind == ActKind.Points && clause.Act.Number == page.Weight;

    private static bool AddsUp(Page page) => page.Clauses.All(c => c.Act.Kind == ActKind.Points)
        && page.Clauses.Sum(c => c.Act.Number) == page.Weight;

    private static ScoringRule? Single(Page page, Clause clause)
    {
        var label = Label(page, clause);
        var said = $"只写了“{label}”怎样计分，没有写其他情形";
        return clause.Act.Kind switch
        {
            ActKind.GiveOpen => ExpertReader.Read(page),
            ActKind.None => Fallback.Ask(page, said,
                (new("met", $"“{label}”不得分，否则得满分", $"“{label}”0分，否则{Wording.Points(page.Weight)}。"), () => Not(page, clause))),
            _ when clause.Act.Kind is ActKind.Full or ActKind.Bare || IsWhole(page, clause) => Fallback.Ask(page, said,
                (new("met", $"“{label}”得满分，否则不得分", $"“{label}”得{Wording.Points(page.Weight)}，否则0分。"), () => Met(page, clause, null))),
            _ => Fallback.Ask(page, said),
        };
    }

    private static MetNotMet Not(Page page, Clause no)
    {
        page.Use(no, "不达标：不得分");
        return new MetNotMet(Negated(Label(page, no)), Label(page, no));
    }

    private static MetNotMet Met(Page page, Clause yes, Clause? no)
    {
        var met = Label(page, yes);
        var not = no is null ? Negated(met) : Label(page, no);
        page.Use(yes, $"达标：{met}，得满分");
        if (no is not null)
        {
            page.Use(no, "不达标：不得分");
        }

        page.Floor();
        return new MetNotMet(met, IsOtherwise(not) ? Negated(met) : not);
    }

    /// <summary>Each clause is a level.</summary>
    public static ScoringRule? Levels(Page page)
    {
        var tiers = new List<Tier>();
        var open = false;
        for (var i = 0; i < page.Clauses.Count; i++)
        {
            var clause = page.Clauses[i];
            var label = Label(page, clause);
            label = IsOtherwise(label) ? "其他情形" : label;
            var award = Amounts.Award(page, clause, label, i + 1);
            page.Use(clause, award is { } a ? $"档次“{label}”{Scoring.Award.Text(a.Percent, a.Points)}" : $"档次“{label}”");
            open |= award is null;
            tiers.Add(new Tier(Key(i, page.Clauses.Count), label, award?.Percent, award?.Points));
        }

        page.Floor();
        if (open)
        {
            return null;
        }

        var earned = tiers.ConvertAll(t => Award.Of(page.Weight, t.Percent, t.Points));
        if (earned.Zip(earned.Skip(1)).All(p => p.First < p.Second))
        {
            tiers.Reverse();
            tiers = [.. tiers.Select((t, i) => t with { Key = Key(i, tiers.Count) })];
        }
        else if (earned.Zip(earned.Skip(1)).Any(p => p.First < p.Second))
        {
            page.UseNothing();
            return Fallback.Ask(page, "各档的得分忽高忽低，不像一组档次");
        }

        return new Tiered(tiers);
    }

    private static string Key(int index, int count) =>
        index == 0 ? "full" : index == count - 1 ? "none" : count == 3 ? "part" : $"part{index}";

    /// <summary>规范得满分；部分规范扣1分；不规范不得分: the deduction belongs to a level. Elsewhere it may be meant for each failure.</summary>
    private static ScoringRule? WithDeductions(Page page)
    {
        var deducting = page.Clauses.Where(c => c.Act.Kind is ActKind.Deduct or ActKind.DeductOpen).ToList();
        if (page.Clauses is [{ Act.Kind: ActKind.Full }, .., { Act.Kind: ActKind.None }] && deducting.Count == 1 && page.Clauses.Count == 3
            && Label(page, page.Clauses[1]) is var label && IsPartial(label) && page.Clauses[1] == deducting[0])
        {
            return Once(page);
        }

        if (page.Clauses.Any(c => c.Act.Kind is not (ActKind.Full or ActKind.Deduct)))
        {
            if (deducting is [{ Act.Kind: ActKind.DeductOpen }] && Graded().IsMatch(page.Text[deducting[0].Start..deducting[0].Act.End])
                && !Numbered().IsMatch(page.Text[deducting[0].Act.Start..deducting[0].Act.End]))
            {
                return ByDegree(page, deducting[0]);
            }

            return deducting is [{ Act.Kind: ActKind.DeductOpen }] && page.Clauses.All(c => c.Act.Kind is ActKind.Full or ActKind.DeductOpen)
                ? OccurrenceReader.Each(page, deducting[0])
                : Fallback.Ask(page, "扣分和得分的写法不一致");
        }

        return deducting.Count > 1
            ? ListReader.Deducting(page, deducting)
            : Fallback.Ask(page, $"“{Label(page, deducting[0])}”扣分，没有写是每存在一项扣一次，还是只扣一次",
                (new("each", "每存在一项扣一次，扣完为止", "两项扣两次。"), () => OccurrenceReader.Each(page, deducting[0])),
                (new("once", "不管几项，只扣一次", "两项也只扣一次。"), () => Once(page)));
    }

    /// <summary>未按期完成的，视延期情况扣分: neither how it is counted nor how much is said.</summary>
    private static ScoringRule? ByDegree(Page page, Clause clause)
    {
        var rule = Fallback.Ask(page, $"“{Label(page, clause)}”视程度扣分，没有写按次数、按档次还是按差额扣",
            (new("each", "每发生一次扣一次，扣完为止", "两次扣两次。"), () => OccurrenceReader.Each(page, clause)),
            (new("once", "不论程度，只扣一次", "程度轻重扣的一样多。"), () => Once(page)));
        if (page.Interview.Open.Any(q => q.Kind == QuestionKind.Type))
        {
            _ = Amounts.Deduct(page, clause.Act, "一次", out _);
        }

        return rule;
    }

    /// <summary>根据笔数扣分: by number, whatever else counts.</summary>
    [GeneratedRegex("(?:笔|次|个|件|起|户|人|份|处|项|例)数|数量", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex("^(?:否则|反之)|^[一-龥]{0,6}(?:不够|不太)|^(?:如|若)?(?:未|没有|没|不)(?:能)?(?:完全|全面)|^(?:如|若)?(?:未|没有|没)(?:全部|全面|能)?(?:完成|达到|达标|实现|达成)(?:目标|计划|任务|指标)?的?,?|延期|逾期|超期|延迟|拖延|未按期|未按时|未及时|超支|差距|程度|进度|长短|大小", RegexOptions.CultureInvariant)]
    private static partial Regex Graded();

    private static ScoringRule? Once(Page page)
    {
        var tiers = new List<Tier>();
        var open = false;
        for (var i = 0; i < page.Clauses.Count; i++)
        {
            var clause = page.Clauses[i];
            var label = Label(page, clause);
            page.Use(clause, $"档次“{label}”");
            if (clause.Act.Kind == ActKind.DeductOpen && page.Clauses.Count > 2)
            {
                // 不够到位的，适当扣分, between two other levels: what this level earns is open.
                var award = Amounts.Award(page, clause, label, i + 1);
                open |= award is null;
                tiers.Add(new Tier(Key(i, page.Clauses.Count), label, award?.Percent, award?.Points));
                continue;
            }

            if (clause.Act.Kind is not (ActKind.Deduct or ActKind.DeductOpen))
            {
                tiers.Add(new Tier(Key(i, page.Clauses.Count), label, clause.Act.Kind == ActKind.Full ? 100 : 0));
                continue;
            }

            if (Amounts.Deduct(page, clause.Act, $"“{label}”", out var expert) is not { } cut)
            {
                return expert ? new Expert(Wording.Unended(page.Normal.Written(0, page.Text.Length))) : null;
            }

            tiers.Add(cut.Unit == PointsUnit.Points
                ? new Tier(Key(i, page.Clauses.Count), label, Points: Math.Max(0, page.Weight - cut.Deduct))
                : new Tier(Key(i, page.Clauses.Count), label, Math.Max(0, 100 - cut.Deduct)));
        }

        page.Floor();
        return open ? null : new Tiered(tiers.Count > 1 ? tiers : [new Tier("full", Negated(tiers[0].Label), 100), tiers[0] with { Key = "none" }]);
    }

    private static bool IsPartial(string label) => label.Contains("部分") || label.Contains("基本") || label.Contains('较') || label.Contains("不够") || label.Contains("不完");

    private static bool IsOtherwise(string label) => label is "否则" or "反之" or "其他" or "其余" or "其他情况" or "其他情形";

    /// <summary>The opposite of a short phrase.</summary>
    public static string Negated(string phrase) => phrase switch
    {
        ['有', ..] => "没有" + phrase[1..],
        ['已', ..] => "未" + phrase[1..],
        ['未', .. var rest] => rest,
        ['不', .. var rest] => rest,
        ['没', '有', .. var rest] => "有" + rest,
        ['发' or '出', '生' or '现', ..] => "未" + phrase,
        ['存', '在', ..] => "不" + phrase,
        "是" => "否",
        { Length: <= 6 } => "不" + phrase,
        _ => $"未做到“{phrase}”",
    };
}
