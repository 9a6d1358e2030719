namespace PerfEval.Domain.Scoring.Reading;

/// <summary>①占权重40%，②③④各占20%，①不满足不得分: <see cref="ElementCount"/>, and 每符合一项得1分.</summary>
internal static class ElementReader
{
    public static ScoringRule? Read(Page page)
    {
        var elements = new List<(string Mark, string Text, decimal Share, bool Veto)>();
        var words = Words(page);
        foreach (var clause in page.Clauses)
        {
            var marks = ListMarks.In(page.Text, clause.Start, clause.End);
            if (clause.Act.Kind == ActKind.Allot && marks.Count > 0)
            {
                foreach (var mark in marks)
                {
                    var sign = page.Text[mark.Mark..mark.Words];
                    var text = page.Normal.Written(mark.Mark, mark.End).TrimEnd('，', ',', '、', '：', ':');
                    elements.Add((sign, text.Length > sign.Length ? text : words.GetValueOrDefault(sign, sign), clause.Act.Number!.Value, false));
                }

                page.Use(clause, $"每个要点占{Wording.Number(clause.Act.Number!.Value)}%");
            }
            else if (clause.Act.Kind is ActKind.Veto or ActKind.None && elements.Count > 0 && Vetoed(page, clause, marks, elements))
            {
                page.Use(clause, "否决要点");
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

        page.Floor();
        var sum = elements.Sum(e => e.Share);
        Element[] built = [.. elements.Select((e, i) => new Element($"{i + 1}", e.Text, e.Share, e.Veto))];
        return sum == 100
            ? new ElementCount(built)
            : AskSum(page, sum, built);
    }

    /// <summary>每符合一项得1分, with the items listed in the standard or in the 指标解释.</summary>
    public static ScoringRule? PerItem(Page page)
    {
        var clause = page.Clauses.First(c => CountFinder.OccurrenceIn(page.Condition(c)) is not null);
        var rest = page.Clauses.Where(c => c != clause).ToList();
        if (rest.Any(c => c.Act.Kind is not (ActKind.Full or ActKind.None)))
        {
            return Fallback.Ask(page, "除了逐项加分，文中还有别的计分办法");
        }

        var items = Words(page).Values.ToList();
        var each = clause.Act.Kind == ActKind.Points ? clause.Act.Number!.Value : page.Weight * clause.Act.Number!.Value / 100;
        page.Use(clause, $"每项得{Wording.Points(each)}");
        foreach (var other in rest)
        {
            page.Use(other, "全部满足得满分，全不满足不得分");
        }

        foreach (var item in page.Preamble.SelectMany(p => ListMarks.In(page.Text, p.Start, p.End)))
        {
            page.Use(item.Mark, item.End, "清单的一项");
        }

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

        var signs = marks.Select(m => page.Text[m.Mark..m.Words]).ToList();
        var found = 0;
        for (var i = 0; i < elements.Count; i++)
        {
            if (signs.Contains(elements[i].Mark))
            {
                elements[i] = elements[i] with { Veto = true };
                found++;
            }
        }

        return found > 0 && found == signs.Count;
    }

    /// <summary>Texts of listed items by their mark: those of the standard, else those of the 指标解释.</summary>
    private static Dictionary<string, string> Words(Page page)
    {
        var own = page.Preamble.SelectMany(p => ListMarks.In(page.Text, p.Start, p.End)).Where(i => i.Words < i.End).ToList();
        if (own.Count > 1)
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
