using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>①占权重40%，②③④各占20%，①不满足不得分: <see cref="ElementCount"/>.</summary>
internal static partial class ElementReader
{
    public static ScoringRule? Read(Page page)
    {
        var elements = new List<(string Mark, string Text, decimal Share, bool Veto)>();
        var words = Words(page);
        var points = page.Clauses.Any(c => c.Act is { Kind: ActKind.Allot or ActKind.Points, Unit: PointsUnit.Points });
        foreach (var clause in page.Clauses)
        {
            var marks = ListMarks.In(page.Text, clause.Start, clause.End);
            if (Shares(page, clause, words.Count) is { } shares && elements.Count == 0)
            {
                elements.AddRange(words.Zip(shares).Select(e => (e.First.Key, e.First.Value, e.Second, false)));
                page.Use(clause, $"各要点的份额：{string.Join("、", shares.Select(Wording.Number))}%");
            }
            else if (clause.Act.Kind is ActKind.Allot or ActKind.Share or ActKind.Points && (marks.Count > 0 || Listing.Named(page.Condition(clause)).Count > 0))
            {
                var share = clause.Act.Unit == PointsUnit.Points ? clause.Act.Number!.Value * 100 / page.Weight : clause.Act.Number!.Value;
                foreach (var (sign, text) in Items(page, clause, marks, words))
                {
                    elements.Add((sign, text, share, false));
                }

                page.Use(clause, $"每个要点占{Wording.Number(share)}%");
            }
            else if (clause.Act.Kind is ActKind.Veto or ActKind.None && elements.Count > 0 && Vetoed(page, clause, marks, elements))
            {
                page.Use(clause, "否决要点");
            }
            else if (elements.Count > 0 && Follows(page, clause))
            {
                page.Use(clause, "满足的要点得分，不满足的不得分");
            }
            else
            {
                return Fallback.Ask(page, "除了要点的份额，文中还有别的计分办法");
            }
        }

        if (elements.Select(e => e.Mark).Distinct().Count() != elements.Count)
        {
            return Fallback.Ask(page, "同一个要点写了两次份额");
        }

        foreach (var part in page.Preamble.Where(p => page.Text[p.Start..p.End].Contains("要点", StringComparison.Ordinal)))
        {
            page.Use(part.Start, part.End, "按要点计分");
        }

        page.UseSums();
        page.Floor();
        if (points && Math.Abs(elements.Sum(e => e.Share) - 100) < 0.01m && elements.TrueForAll(e => !e.Veto))
        {
            return new Checklist([.. elements.Select((e, i) => new ChecklistItem($"{i + 1}", e.Text, Rounding.Round(e.Share * page.Weight / 100, 2)))]);
        }

        if (elements.Count > 1 && elements.TrueForAll(e => e.Share == elements[0].Share) && Math.Abs(elements.Sum(e => e.Share) - 100) < 0.01m)
        {
            // A third of the weight each: the last one takes what the others leave.
            var part = decimal.Floor(elements[0].Share * 100) / 100;
            elements = [.. elements.Select((e, i) => e with { Share = i < elements.Count - 1 ? part : 100 - (part * (elements.Count - 1)) })];
        }

        var sum = elements.Sum(e => e.Share);
        Element[] built = [.. elements.Select((e, i) => new Element($"{i + 1}", e.Text, e.Share, e.Veto))];
        return sum == 100
            ? new ElementCount(built)
            : AskSum(page, sum, built);
    }

    /// <summary>Shares of all listed items, where a text gives them at once: 各占25%, 分别占40%、30%、30%, 平均分配.</summary>
    private static List<decimal>? Shares(Page page, Clause clause, int count)
    {
        var text = page.Text[clause.Act.Start..clause.Act.End];
        var condition = page.Condition(clause);
        if (count < 2 || clause.Act.Kind is not (ActKind.Allot or ActKind.AllotList or ActKind.AllotEqual) || Listing.Named(Ending(page, clause)).Count > 0)
        {
            return null;
        }

        var said = Count().Match(condition);
        if (said.Success && said.Value != $"{count}" && "零一二三四五六七八九十".IndexOf(said.Value, StringComparison.Ordinal) != count)
        {
            return null;
        }

        switch (clause.Act.Kind)
        {
            case ActKind.Allot when text.Contains('各') || condition.Contains('每') || condition.Contains('各'):
                var share = clause.Act.Unit == PointsUnit.Points ? clause.Act.Number!.Value * 100 / page.Weight : clause.Act.Number!.Value;
                return [.. Enumerable.Repeat(share, count)];
            case ActKind.AllotEqual:
                var part = decimal.Floor(10000m / count) / 100;
                return [.. Enumerable.Repeat(part, count - 1), 100 - (part * (count - 1))];
            case ActKind.AllotList:
                var numbers = Numbers().Matches(text).Select(m => decimal.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
                var whole = text.Contains('%') ? 100 : page.Weight;
                return numbers.Count == count && numbers.Sum() == whole && numbers.TrueForAll(n => n > 0) ? numbers.ConvertAll(n => n * 100 / whole) : null;
            default:
                return null;
        }
    }

    /// <summary>The condition without the listed item that may stand in the same sentence.</summary>
    private static string Ending(Page page, Clause clause)
    {
        var last = Listing.In(page).LastOrDefault(i => i.Mark >= clause.Start && i.End <= clause.End);
        return page.Text[Math.Max(clause.Start, last?.End ?? 0)..clause.End];
    }

    /// <summary>Marked parts with their points, and after them only what these say anyway.</summary>
    public static bool Followed(Page page)
    {
        var parts = page.Clauses.TakeWhile(c => c.Act.Kind is ActKind.Points or ActKind.Share && ListMarks.LengthAt(page.Text, c.Start) > 0).ToList();
        var whole = parts.Sum(c => c.Act.Unit == PointsUnit.Points ? c.Act.Number!.Value * 100 / page.Weight : c.Act.Number!.Value);
        return parts.Count > 1 && parts.Count < page.Clauses.Count && Math.Abs(whole - 100) < 0.01m && page.Clauses.Skip(parts.Count).All(c => Follows(page, c));
    }

    /// <summary>满足的得相应分值, 全部不满足不得分: what the shares say anyway.</summary>
    public static bool Follows(Page page, Clause clause) => clause.Act.Kind switch
    {
        ActKind.Full => Whole().IsMatch(page.Condition(clause)),
        ActKind.None => Nothing().IsMatch(page.Condition(clause)),
        ActKind.Bare => Met().IsMatch(page.Condition(clause)),
        ActKind.DeductOpen => Unmet().IsMatch(page.Condition(clause)) && page.Text[clause.Act.Start..clause.Act.End].Contains("相应"),
        _ => false,
    };

    /// <summary>The items that a clause names by marks or by 第一项, with their words.</summary>
    private static IEnumerable<(string Sign, string Text)> Items(Page page, Clause clause, List<ListItem> marks, Dictionary<string, string> words)
    {
        foreach (var mark in marks)
        {
            var sign = page.Text[mark.Mark..mark.Words];
            var text = Bare().Replace(page.Normal.Written(mark.Mark, mark.End).TrimEnd('，', ',', '、', '：', ':'), "");
            yield return (sign, text.Length > sign.Length ? text : words.GetValueOrDefault(sign, sign));
        }

        foreach (var number in marks.Count > 0 ? [] : Listing.Named(page.Condition(clause)))
        {
            var (sign, text) = words.FirstOrDefault(w => Listing.Number(w.Key) == number);
            yield return sign is null ? ($"第{number}项", $"第{number}项") : (sign, text);
        }
    }

    [GeneratedRegex("(?<=^.{1,4})(?:项|条|点|个要点|要点|和|与|及|第)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex("[二三四五六七八九十]|\\d+(?=个|项|条|点|方面)", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex(@"\d+(?:\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex("^(?:以上|上述|各)?(?:评价)?(?:要点|条件|各项|各要点)?(?:全部|均|都|完全)(?:符合|满足|具备|达到|做到)(?:以上|上述)?(?:要求|条件|要点)?的?$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex("^(?:否则|其余|其他|反之|无1项符合|1项都不符合)$|^(?:以上|上述|各)?(?:要点|条件|各项|各要点)?(?:全部|均|都|全|完全)(?:不|未)(?:符合|满足|具备|达到|做到)的?$|^(?:每)?(?:有)?(?:1|一|某|该|任)?(?:项|条|点|个|要点)?(?:不|未)(?:符合|满足|具备|达到|做到)(?:的)?(?:,)?(?:该要点|该条|该点)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    [GeneratedRegex("^(?:每)?(?:符合|满足|具备|达到|做到)(?:1|一|某)?(?:项|条|点|个|要点)*的?$|^按(?:照)?(?:实际)?(?:符合|满足|完成|达到|具备)(?:的)?(?:情况|个数|项数)(?:累计|累加|逐项|分别|合计)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Met();

    [GeneratedRegex("^(?:每)?(?:有|存在|缺)?(?:1|一|某)?(?:项|条|点|个|要点)*(?:不|未)(?:符合|满足|具备|达到|做到)(?:1|一)?(?:项|条|点|个|要点)*的?$", RegexOptions.CultureInvariant)]
    private static partial Regex Unmet();

    private static ElementCount? AskSum(Page page, decimal sum, Element[] built)
    {
        var reply = page.Interview.Ask(QuestionKind.Items, $"各要点合计占{Wording.Number(sum)}%，不是100%。怎样计？",
        [
            new("asis", "按写明的份额计", $"全部满足得{Wording.Points(page.Weight * Math.Min(100, sum) / 100)}。"),
            Fallback.Other,
        ]);
        if (reply?.Answer == Fallback.Other.Key)
        {
            page.Refusal = "请直接填写各要点的份额，使合计为100%。";
        }

        return reply?.Answer == "asis" ? new ElementCount(built) : null;
    }

    private static bool Vetoed(Page page, Clause clause, List<ListItem> marks, List<(string Mark, string Text, decimal Share, bool Veto)> elements)
    {
        if (clause.Act.Kind == ActKind.Veto)
        {
            elements[^1] = elements[^1] with { Veto = true };
            return true;
        }

        var condition = page.Condition(clause);
        var signs = Listing.Named(condition);
        var missing = condition.AsSpan().IndexOfAny("不未没无缺") >= 0 || condition.Length <= 6;
        if (!missing || (signs.Count > 1 && (condition.Contains('均') || condition.Contains('都') || condition.Contains("同时") || condition.Contains("全部"))))
        {
            return false;
        }

        var found = 0;
        for (var i = 0; i < elements.Count; i++)
        {
            if (signs.Contains(Listing.Number(elements[i].Mark)))
            {
                elements[i] = elements[i] with { Veto = true };
                found++;
            }
        }

        return found > 0 && found == signs.Count;
    }

    /// <summary>Texts of listed items by their mark: those of the standard, else those of the 指标解释.</summary>
    public static Dictionary<string, string> Words(Page page)
    {
        var own = Listing.In(page);
        if (own.Count > 1 && Listing.Counts(page, own))
        {
            foreach (var item in own)
            {
                page.Use(item.Mark, item.End, "评价要点");
            }

            return Indexed(page.Normal, own);
        }

        var other = NormalText.Of(page.Explanation);
        return Indexed(other, [.. ListMarks.In(other.Text, 0, other.Text.Length).Where(i => i.Words < i.End)]);
    }

    private static Dictionary<string, string> Indexed(NormalText text, List<ListItem> items)
    {
        var words = new Dictionary<string, string>();
        foreach (var item in items)
        {
            words.TryAdd(text.Text[item.Mark..item.Words], Wording.Unended(text.Written(item.Mark, item.End)));
        }

        return words;
    }
}
