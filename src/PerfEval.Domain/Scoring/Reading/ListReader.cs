namespace PerfEval.Domain.Scoring.Reading;

/// <summary>①…，得7分；②…，得7分, and lists of deductions: <see cref="Checklist"/>.</summary>
internal static class ListReader
{
    private const string Unmet = "不满足";

    /// <summary>Whether every clause that gives or takes points begins with a list mark.</summary>
    public static bool Marked(Page page) => page.Clauses.All(c => ListMarks.LengthAt(page.Text, c.Start) > 0);

    public static ScoringRule? Read(Page page)
    {
        if (page.Clauses.All(c => c.Act.Kind == ActKind.Deduct))
        {
            return Deducting(page, page.Clauses);
        }

        if (page.Clauses.All(c => c.Act.Kind == ActKind.Points))
        {
            var sum = page.Clauses.Sum(c => c.Act.Number)!.Value;
            return sum == page.Weight
                ? Adding(page)
                : Fallback.Ask(page, $"各项分数合计{Wording.Points(sum)}，与分值{Wording.Points(page.Weight)}不等",
                    (new("checklist", "满足几项，得几项的分数之和", $"全部满足得{Wording.Points(Math.Min(sum, page.Weight))}。"), () => Adding(page)),
                    (new("tiered", "各项是档次，只得所在一档的分数", $"最高得{Wording.Points(Math.Min(page.Weight, page.Clauses.Max(c => c.Act.Number)!.Value))}。"), () => LevelsOf(page)));
        }

        return page.Clauses.All(c => c.Act.Kind == ActKind.Share) && page.Clauses.Sum(c => c.Act.Number) == 100 && page.Clauses.Count > 1
            ? Shares(page, page.Clauses)
            : LevelReader.Read(page);
    }

    /// <summary>Each fulfilled item earns.</summary>
    public static Checklist Adding(Page page)
    {
        page.UseSums();
        page.Floor();
        return new([.. page.Clauses.Select((c, i) => Item(page, c, i, page.Words(c), c.Act.Number!.Value, "得"))]);
    }

    /// <summary>Each condition earns when it is fulfilled, and the text says of each that it earns nothing otherwise.</summary>
    public static Checklist Pairs(Page page)
    {
        var giving = page.Clauses.Where(c => c.Act.Kind == ActKind.Points).ToList();
        foreach (var otherwise in page.Clauses.Except(giving))
        {
            page.Use(otherwise, "不满足的一项不得分");
        }

        return new([.. giving.Select((c, i) => Item(page, c, i, page.Words(c), c.Act.Number!.Value, "得"))]);
    }

    /// <summary>Each unfulfilled item costs.</summary>
    public static ScoringRule? Deducting(Page page, IReadOnlyList<Clause> clauses)
    {
        if (clauses.Any(c => c.Act.Kind != ActKind.Deduct || c.Act.Number is null || c.Empty))
        {
            return Fallback.Ask(page, "各项扣分没有都写明扣多少");
        }

        var items = new List<ChecklistItem>();
        foreach (var clause in clauses)
        {
            if (Amounts.Deduct(page, clause.Act, $"“{page.Words(clause)}”", out _) is not { } cut)
            {
                return null;
            }

            items.Add(Item(page, clause, items.Count, Fulfilled(page.Words(clause)), Deduction.Each(page.Weight, cut.Deduct, cut.Unit), "扣"));
        }

        foreach (var clause in page.Clauses.Except(clauses))
        {
            page.Use(clause, "全部满足得满分");
        }

        return page.Floor() > 0 ? Fallback.Ask(page, "清单扣分不能留有最低分") : new Checklist(items, ChecklistMode.Deduct);
    }

    private static ChecklistItem Item(Page page, Clause clause, int index, string text, decimal points, string verb)
    {
        page.Use(clause, $"清单第{index + 1}项，{verb}{Wording.Points(points)}");
        return new ChecklistItem($"{index + 1}", text, points);
    }

    /// <summary>What the item says when it is fulfilled: “①甲，不满足” → “①甲”, “未公开” → “公开”.</summary>
    private static string Fulfilled(string words)
    {
        var trimmed = words.EndsWith(Unmet, StringComparison.Ordinal) ? words[..^Unmet.Length].TrimEnd('，', ',') : words;
        if (trimmed.Length > 0 && trimmed.Length < words.Length)
        {
            return trimmed;
        }

        var mark = ListMarks.LengthAt(words, 0);
        var phrase = words[mark..];
        return words[..mark] + (phrase.Length > 0 && phrase[0] is '未' or '没' or '不' ? LevelReader.Negated(phrase) : $"没有“{phrase}”");
    }

    /// <summary>Each fulfilled condition earns its share of the weight.</summary>
    public static ElementCount Shares(Page page, IReadOnlyList<Clause> clauses)
    {
        page.UseSums();
        var elements = new List<Element>();
        foreach (var nothing in page.Clauses.Except(clauses))
        {
            page.Use(nothing, "都不满足不得分");
        }

        foreach (var clause in clauses)
        {
            page.Use(clause, $"要点占{Wording.Number(clause.Act.Number!.Value)}%");
            elements.Add(new Element($"{elements.Count + 1}", page.Words(clause), clause.Act.Number.Value));
        }

        return new ElementCount(elements);
    }

    private static ScoringRule? LevelsOf(Page page)
    {
        var tiers = page.Clauses.Select((c, i) => new Tier(i == 0 ? "full" : $"part{i}", LevelReader.Label(page, c), Points: c.Act.Number)).ToList();
        foreach (var clause in page.Clauses)
        {
            page.Use(clause, "档次");
        }

        return tiers.Count > 1 ? new Tiered(tiers) : Fallback.Ask(page, "只有一项，分不出档次");
    }
}
