using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>Things that are counted: <see cref="DeductPerOccurrence"/> and <see cref="ZeroTolerance"/>.</summary>
internal static partial class OccurrenceReader
{
    private static readonly string[] Nouns =
    [
        "事项", "问题", "情况", "情形", "行为", "点", "事故", "现象", "环节", "投诉", "案件", "差错", "制度", "资料", "材料", "记录", "事件",
        "错误", "缺陷", "漏洞", "项目", "内容", "指标", "要求", "活动", "类别", "条件", "要点", "案例", "信访", "风险", "违规", "纠纷", "缺项",
    ];

    /// <summary>Each occurrence costs.</summary>
    public static ScoringRule? Deducting(Page page)
    {
        var counting = page.Clauses.Where(c => c.Act.Kind is ActKind.Deduct or ActKind.DeductOpen).ToList();
        var others = page.Clauses.Except(counting).ToList();
        if (counting.Count != 1 || others.Any(c => c.Act.Kind is not ActKind.Full || Measures(page, c)) || others.Count > 1)
        {
            return Fallback.Ask(page, "除了逐项扣分，文中还有别的计分办法");
        }

        return Each(page, counting[0]);
    }

    /// <summary>The rule of one deducting clause.</summary>
    public static ScoringRule? Each(Page page, Clause clause)
    {
        var occurrence = CountFinder.OccurrenceIn(page.Condition(clause)) ?? new Occurrence(page.Condition(clause), "", "项", "");
        var full = page.Clauses.FirstOrDefault(c => c.Act.Kind == ActKind.Full);
        var amount = Amounts.Deduct(page, clause.Act, $"每一{occurrence.Unit}", out var expert);
        if (expert)
        {
            page.Use(0, page.Text.Length, "评审人综合评定时的依据");
            return new Expert(Wording.Unended(page.Normal.Written(0, page.Text.Length)));
        }

        var items = Items(page, occurrence, full, amount, out var open);
        var matter = items is not null && occurrence.Rest is "不符合" or "不满足" or "不达标" ? "不符合的条件" : Matter(page, clause, occurrence, full);
        var floor = page.Floor(kept: true);
        page.Use(clause.Start, clause.End, $"计数的事项：{matter}");
        if (full is not null)
        {
            page.Use(full, "没有这样的事项得满分");
        }

        return amount is { } each && !open ? new DeductPerOccurrence(each.Deduct, each.Unit, floor, matter, items) : null;
    }

    /// <summary>The first occurrence leaves nothing.</summary>
    public static ScoringRule? Zero(Page page)
    {
        var counting = page.Clauses.Where(c => c.Act.Kind == ActKind.None).ToList();
        var others = page.Clauses.Except(counting).ToList();
        if (counting.Count != 1 || others.Count > 1 || others.Any(c => (c.Act.Kind is not (ActKind.Full or ActKind.Bare) && !(c.Act.Kind == ActKind.Points && c.Act.Number == page.Weight)) || Measures(page, c)))
        {
            return Fallback.Ask(page, "除了一例否决，文中还有别的计分办法");
        }

        var occurrence = CountFinder.OccurrenceIn(page.Condition(counting[0]))!;
        var matter = Matter(page, counting[0], occurrence, others.FirstOrDefault());
        page.Use(counting[0], $"存在1{occurrence.Unit}即不得分：{matter}");
        if (others.Count == 1)
        {
            page.Use(others[0], "不存在得满分");
        }

        foreach (var item in Listing.In(page))
        {
            page.Use(item.Mark, item.End, "逐项查看的条件");
        }

        return new ZeroTolerance(matter);
    }

    /// <summary>满意度90%以上得满分 is another condition than the absence of what is counted.</summary>
    private static bool Measures(Page page, Clause clause) =>
        RangeFinder.In(page.Text, clause.Start, clause.End) is { } range && range is not { Exact: true, Low: 0 or 100 };

    private static string Matter(Page page, Clause clause, Occurrence occurrence, Clause? full)
    {
        // 符合相关要求，得满分；一项不符合，…
        if (full is not null && occurrence.Rest.Trim('的') is ['不', _, ..] not && LevelReader.Label(page, full) is var met
            && met.Length >= not.Length && met.Length <= 30 && met.StartsWith(not[1..], StringComparison.Ordinal))
        {
            return $"不{met}的事项";
        }

        if (Named(occurrence.Rest, page, clause) is { } matter)
        {
            return matter;
        }

        // 没有风险点，得满分；每存在一项，扣…: what is counted stands in the first half.
        var words = full is null ? "" : LevelReader.Label(page, full);
        words = words.Split('（', '(')[0];
        foreach (var lead in (ReadOnlySpan<string>)["不存在", "未发生", "未出现", "没有", "无"])
        {
            if (words.StartsWith(lead, StringComparison.Ordinal) && words.Length > lead.Length)
            {
                return words[lead.Length..];
            }
        }

        if (occurrence.Before.Length > 1 && !occurrence.Missing && Named(Present().Replace(occurrence.Before.Trim('的', ','), ""), page, clause) is { } before)
        {
            return before;
        }

        var asked = page.Explanation.IndexOf("是否存在", StringComparison.Ordinal);
        if (asked >= 0)
        {
            var rest = page.Explanation[(asked + 4)..];
            var stop = rest.AsSpan().IndexOfAny("，。；,;");
            rest = (stop < 0 ? rest : rest[..stop]).Trim('等');
            if (rest.Length is > 1 and <= 60)
            {
                return rest;
            }
        }

        return occurrence.Missing ? $"缺少的{(occurrence.Unit is "类" or "种" ? "类别" : "事项")}" : "不符合要求的事项";
    }

    [GeneratedRegex("^(?:如|若|凡)?(?:存在|发生|出现|有)", RegexOptions.CultureInvariant)]
    private static partial Regex Present();

    private static string? Named(string words, Page page, Clause clause)
    {
        words = words.Trim('的', ',', '、', '。');
        if (words.Length is < 2 or > 60)
        {
            return null;
        }

        // The condition as written: its full-width signs and numerals are the author's.
        var at = page.Condition(clause).IndexOf(words, StringComparison.Ordinal);
        var written = at < 0 ? words : page.Normal.Written(clause.Start + at, clause.Start + at + words.Length);
        return Nouns.Any(n => written.EndsWith(n, StringComparison.Ordinal)) ? written
            : written.Any("不未无没违缺超漏错".Contains) ? written + "的事项"
            : written;
    }

    private static string[]? Items(Page page, Occurrence occurrence, Clause? full, (decimal Deduct, PointsUnit Unit)? amount, out bool open)
    {
        open = false;
        var listed = Listing.In(page);
        if (listed.Count > 0 && !(listed.Count > 1 && Listing.Counts(page, listed)))
        {
            open = true;
            _ = Fallback.Ask(page, "列出的各项没有读全");
            return null;
        }

        if (listed.Count > 1)
        {
            foreach (var item in listed)
            {
                page.Use(item.Mark, item.End, "逐项查看的条件");
            }

            // 每发现一例 counts findings, of which one item may have several; 每有一项 counts the items.
            return occurrence.Unit is not ("项" or "条" or "点" or "类" or "种" or "方面" or "环节" or "个")
                ? null
                : [.. listed.Select(i => Stated(Wording.Unended(page.Normal.Written(i.Mark, i.End))))];
        }

        // 没有缺项（甲；乙），得满分
        var words = full is null ? "" : page.Words(full);
        var bracket = words.IndexOfAny(['（', '(']);
        if (bracket > 0 && words[^1] is '）' or ')' && words.Contains('；'))
        {
            return words[(bracket + 1)..^1].Split('；', StringSplitOptions.RemoveEmptyEntries);
        }

        // 每缺一份 is counted; 每缺一项 misses one of a list.
        if (!occurrence.Missing || occurrence.Unit is "份" or "件" or "笔" or "次" or "人" or "人次" or "张" or "篇" or "套" or "台")
        {
            return null;
        }

        if (Enumeration.In(page, amount is { Unit: PointsUnit.Points } each ? each.Deduct : null) is { } closed)
        {
            return closed;
        }

        var reply = page.Interview.Ask(QuestionKind.Items, $"“{page.Normal.Written(0, page.Text.Length)}”：一共有哪几{occurrence.Unit}？",
        [
            new("list", $"逐{occurrence.Unit}列出，每行一{occurrence.Unit}，评分时勾选缺少的", $"例：列出5{occurrence.Unit}，勾选2{occurrence.Unit}，扣两次。", TypedValue.Text),
            new("count", $"不列清单，评分时填写缺少的{occurrence.Unit}数", "例：填2，扣两次。"),
        ]);
        open = reply is null;
        return reply?.Text is { } text ? [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()] : null;
    }

    /// <summary>a.是否已制定办法 → a.已制定办法; 是否存在风险 → 不存在风险: the statement that the fulfilled condition makes.</summary>
    private static string Stated(string question) => question
        .Replace("是否存在", "不存在", StringComparison.Ordinal)
        .Replace("是否", "", StringComparison.Ordinal)
        .TrimEnd('？', '?');
}
