using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>Items of equal worth: 每符合一项得1分, and 按符合要点个数占总数的比例得分.</summary>
internal static partial class ItemReader
{
    /// <summary>每符合一项得1分, with the items listed in the standard or in the 指标解释.</summary>
    public static ScoringRule? PerItem(Page page)
    {
        var clause = page.Clauses.First(c => CountFinder.OccurrenceIn(page.Condition(c)) is not null);
        var rest = page.Clauses.Where(c => c != clause).ToList();
        if (!rest.TrueForAll(c => ElementReader.Follows(page, c)))
        {
            return Fallback.Ask(page, "除了逐项加分，文中还有别的计分办法");
        }

        var items = ElementReader.Words(page).Values.ToList();
        var each = clause.Act.Kind == ActKind.Points ? clause.Act.Number!.Value : page.Weight * clause.Act.Number!.Value / 100;
        page.Use(clause, $"每项得{Wording.Points(each)}");
        foreach (var other in rest)
        {
            page.Use(other, "全部满足得满分，全不满足不得分");
        }

        foreach (var item in Listing.In(page))
        {
            page.Use(item.Mark, item.End, "清单的一项");
        }

        page.UseSums();
        page.Floor();
        if (items.Count < 2 || items.Count * each != page.Weight)
        {
            var found = items.Count == 0 ? "文中没有列出各项" : $"列出{items.Count}项，合计{Wording.Points(items.Count * each)}，与分值{Wording.Points(page.Weight)}不等";
            var reply = page.Interview.Ask(QuestionKind.Items, $"每项得{Wording.Points(each)}，{found}。有哪几项？",
            [
                new("list", "列出各项，每行一项", $"例：列出{Wording.Number(page.Weight / each)}项，全部满足得满分。", TypedValue.Text),
                items.Count > 1 ? new("asis", "就是列出的这几项", $"全部满足得{Wording.Points(Math.Min(page.Weight, items.Count * each))}。") : Fallback.Other,
            ]);
            if (reply?.Answer == Fallback.Other.Key)
            {
                page.Refusal = "请直接选择规则类型并填写参数，这段文字保留为评分标准的原文。";
            }

            if (reply is null || page.Refusal is not null)
            {
                return null;
            }

            items = reply.Text is { } text ? [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] : items;
        }

        return clause.Act.Kind == ActKind.Points
            ? new Checklist([.. items.Select((t, i) => new ChecklistItem($"{i + 1}", t, each))])
            : new ElementCount([.. items.Select((t, i) => new Element($"{i + 1}", t, clause.Act.Number.Value))]);
    }

    /// <summary>Whether the text scores by the number of items that are met.</summary>
    public static bool Shares(Page page) => page.Clauses.Any(c => c.Act.Kind == ActKind.Ratio && ByNumber().IsMatch(page.Text[c.Act.Start..c.Act.End]));

    /// <summary>全部符合得满分；部分符合的，按符合要点个数占要点总数的比例得分；全部不符合的，不得分: equal shares.</summary>
    public static ScoringRule? Equal(Page page)
    {
        var ratio = page.Clauses.First(c => c.Act.Kind == ActKind.Ratio);
        if (!page.Clauses.All(c => c == ratio ? Partly().IsMatch(page.Condition(c)) : ElementReader.Follows(page, c)))
        {
            return Fallback.Ask(page, "除了按符合的个数计分，文中还有别的计分办法");
        }

        var items = ElementReader.Words(page).Values.ToList();
        foreach (var clause in page.Clauses)
        {
            page.Use(clause, clause == ratio ? "各要点份额相等" : "全部符合得满分，全不符合不得分");
        }

        page.UseSums();
        page.Floor();
        if (items.Count < 2)
        {
            var reply = page.Interview.Ask(QuestionKind.Items, "按符合的个数计分，文中没有列出各项。有哪几项？",
            [
                new("list", "列出各项，每行一项", $"例：列出4项，符合2项得{Wording.Points(page.Weight / 2)}。", TypedValue.Text),
                Fallback.Expert,
            ]);
            if (reply?.Answer == Fallback.Expert.Key)
            {
                return new Expert(Wording.Unended(page.Normal.Written(0, page.Text.Length)));
            }

            if (reply?.Text is not { } text)
            {
                return null;
            }

            items = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        }

        var part = items.Count == 0 ? 0 : decimal.Floor(10000m / items.Count) / 100;
        return new ElementCount([.. items.Select((t, i) => new Element($"{i + 1}", t, i < items.Count - 1 ? part : 100 - (part * (items.Count - 1))))]);
    }

    [GeneratedRegex("^按(?:照)?(?:实际)?(?:符合|满足|达到|具备)(?:的)?(?:评价)?(?:要点|条件|要求|事项)?(?:的)?(?:个|项|条)?数(?:量)?(?:占|与|/)(?:全部|所有|评价)*(?:要点|条件|要求|事项)?(?:的)?(?:总)?(?:个|项|条)?数(?:量)?(?:的)?比例", RegexOptions.CultureInvariant)]
    private static partial Regex ByNumber();

    [GeneratedRegex("^(?:(?:如|若)?(?:部分|未全部|不全部|未完全)(?:符合|满足|具备|达到)(?:以上|上述)?(?:要求|条件|要点)?的?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Partly();
}
