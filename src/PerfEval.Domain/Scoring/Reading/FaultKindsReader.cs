using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>一般质量问题每处扣0.5分，严重质量问题每处扣2分；存在虚报冒领的，不得分: <see cref="FaultKinds"/>.</summary>
internal static partial class FaultKindsReader
{
    /// <summary>
    /// Whether the text counts several kinds of faults, or one kind beside a veto: every clause that takes points counts
    /// cases or names an event, and at most one says what earns the full mark.
    /// </summary>
    public static bool Fits(Page page)
    {
        var costing = Costing(page);
        var vetoes = page.Clauses.Where(c => c.Act.Kind == ActKind.None).ToList();
        var others = page.Clauses.Except(costing).Except(vetoes).ToList();
        return costing.Count > 0 && costing.Count + vetoes.Count > 1
            && others.Count <= 1 && others.TrueForAll(c => c.Act.Kind == ActKind.Full && RangeFinder.In(page.Text, c.Start, c.End) is null)
            && costing.TrueForAll(c => c.Act.Number is not null && Counted(page, c) is not null)
            && vetoes.TrueForAll(c => Event(page, c) is not null)
            && Listing.In(page).TrueForAll(i => page.Clauses.Any(c => c.Start == i.Mark));
    }

    public static ScoringRule? Read(Page page)
    {
        var kinds = new List<FaultKind>();
        foreach (var clause in page.Clauses.Where(c => c.Act.Kind != ActKind.Full))
        {
            if (Kind(page, clause) is not { } kind)
            {
                return null;
            }

            kinds.Add(kind);
        }

        if (kinds.Exists(k => k.Matter.Length == 0) || kinds.DistinctBy(k => k.Matter).Count() < kinds.Count)
        {
            return Fallback.Ask(page, "各类问题的名称没有读全，或者有两类同名");
        }

        foreach (var full in page.Clauses.Where(c => c.Act.Kind == ActKind.Full))
        {
            page.Use(full, "没有这些情形得满分");
        }

        return Capped(page, kinds);
    }

    /// <summary>采购、合同、验收三个环节各2分：每发现一处问题扣0.5分，每个环节最多扣2分: one kind for each stage, with the stage's points as its cap.</summary>
    public static ScoringRule? Staged(Page page)
    {
        if (Stages().Match(page.Text) is not { Success: true } m)
        {
            return null;
        }

        var (most, deduct) = (Number(m, "most"), Number(m, "d"));
        string[] names = [.. m.Groups["names"].Value.Split('、', '和', '及')];
        if (names.Length < 2 || names.Length * most != page.Weight || Number(m, "cap") != most || (m.Groups["count"].Success && Number(m, "count") != names.Length))
        {
            return null;
        }

        page.UseWhole(0, page.Text.Length, $"{names.Length}类问题，每{m.Groups["u"].Value}扣{Wording.Points(deduct)}，每类最多扣{Wording.Points(most)}");
        return new FaultKinds([.. names.Select(n => new FaultKind($"{n}{m.Groups["of"].Value}的问题", deduct, Most: most, Measure: m.Groups["u"].Value))]);
    }

    private static List<Clause> Costing(Page page) => [.. page.Clauses.Where(c => c.Act.Kind == ActKind.Deduct)];

    private static FaultKind? Kind(Page page, Clause clause)
    {
        if (clause.Act.Kind == ActKind.None)
        {
            var (matter, measure) = Event(page, clause)!.Value;
            page.Use(clause, $"否决：{matter}");
            return new FaultKind(matter, Veto: true, Measure: measure);
        }

        var occurrence = Counted(page, clause)!;
        var name = Name(page, clause, occurrence);
        var amount = Amounts.Deduct(page, clause.Act, $"每一{occurrence.Unit}", out _);
        page.Use(clause.Start, clause.End, $"计数的事项：{name}");
        return amount is { } each ? new FaultKind(name, each.Deduct, each.Unit, Measure: occurrence.Unit) : null;
    }

    /// <summary>One case as the thing counted; null where the clause measures: 每逾期1天, 每少1次 of a plan.</summary>
    private static Occurrence? Counted(Page page, Clause clause)
    {
        if (CountFinder.OccurrenceIn(page.Condition(clause)) is not { } occurrence || RangeFinder.In(page.Text, clause.Start, clause.End) is not null)
        {
            return null;
        }

        return CountFinder.StepIn(page.Text, clause.Start, clause.End) is not { } step
            || (step is { Size: 1, Side: Side.Unsaid or Side.Down or Side.Up } && CountFinder.Counts(step.Measure)
                && (step.Side == Side.Unsaid || (step.Side == Side.Down && step.Measure is "项" or "类" or "种" or "条" or "处" or "份" or "件") || step.Delay))
            ? occurrence
            : null;
    }

    /// <summary>What a vetoing clause names, and how it is counted; null when it is no event but a level: 制度不健全不得分.</summary>
    private static (string Matter, string Measure)? Event(Page page, Clause clause)
    {
        var start = Math.Min(clause.End, clause.Start + ListMarks.LengthAt(page.Text, clause.Start));
        var words = page.Text[start..clause.End];
        if (Happens().Match(words) is { Success: true } m && m.Groups["what"].Value is { Length: >= 2 and <= 60 } what)
        {
            return (Written(page, clause, what), m.Groups["u"].Success ? m.Groups["u"].Value : "例");
        }

        return Grave().Match(words) is { Success: true } grave ? (Written(page, clause, grave.Groups["what"].Value), "例") : null;
    }

    /// <summary>All words of the condition but the counting ones: nothing that narrows the matter is lost.</summary>
    private static string Name(Page page, Clause clause, Occurrence occurrence)
    {
        var mark = ListMarks.LengthAt(page.Text, clause.Start);
        var before = Present().Replace(occurrence.Before[Math.Min(mark, occurrence.Before.Length)..].Trim(','), "").Trim('的', ',', ':', '、');
        var rest = occurrence.Rest.Trim('的', ',', '、', '。', '者');
        var lead = rest.Length == 0 && before.Length > 0 ? "" : Counting().Replace(occurrence.Lead, "");
        before = before.Length == 0 ? "" : Written(page, clause, before);
        rest = rest.Length == 0 ? "" : Written(page, clause, rest);
        var name = before + (occurrence.Missing && lead.Length > 0 && rest.Length > 0 ? $"缺少的{rest}" : lead + rest);
        return name.Length is >= 2 and <= 60 && name != occurrence.Lead ? name : "";
    }

    /// <summary>The words as the author wrote them.</summary>
    private static string Written(Page page, Clause clause, string words)
    {
        var at = page.Condition(clause).IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? words : page.Normal.Written(clause.Start + at, clause.Start + at + words.Length);
    }

    /// <summary>Gives each 最多扣3分 to the kind it belongs to; one that may mean the last kind or all of them is asked about.</summary>
    private static ScoringRule? Capped(Page page, List<FaultKind> kinds)
    {
        var costing = Costing(page);
        var order = page.Clauses.Where(c => c.Act.Kind != ActKind.Full).ToList();
        var (floor, open) = (0m, (Act?)null);
        foreach (var cap in page.Alone.Where(a => a.Kind == ActKind.Until))
        {
            var (text, lead) = (page.Text[cap.Start..cap.End], page.Text[Math.Max(0, cap.Start - 6)..cap.Start]);
            var stated = Stated().Match(text);
            page.Use(cap.Start, cap.End, stated.Success ? page.Normal.Written(cap.Start, cap.End) : "扣完为止");
            if (!stated.Success)
            {
                continue;
            }

            var owner = costing.FindLastIndex(c => c.Act.End <= cap.Start);
            var most = stated.Groups["u"].ValueSpan is "%" ? page.Weight * Number(stated, "n") / 100 : Number(stated, "n");
            if (Every().Match(lead) is { Success: true } every)
            {
                page.Use(cap.Start - every.Length, cap.End, "每一类最多扣的分");
                kinds = kinds.ConvertAll(k => k.Veto ? k : WithMost(page, k, most, text));
            }
            else if (Least().IsMatch(text))
            {
                floor = Math.Max(floor, cap.Number ?? 0);
            }
            else if (owner < 0)
            {
                return Fallback.Ask(page, $"“{page.Normal.Written(cap.Start, cap.End)}”没有写是哪一类");
            }
            else if (kinds[order.IndexOf(costing[owner])] is { Most: null } own && (!(Total().IsMatch(lead) || Total().IsMatch(text)) || costing.Count(c => Own(page, c)) == costing.Count))
            {
                kinds[order.IndexOf(costing[owner])] = WithMost(page, own, most, text);
                var alone = most < page.Weight && costing.Count > 1 && owner == costing.Count - 1 && costing.Count(c => Own(page, c)) == 1
                    && !page.Alone.Any(a => a.Kind == ActKind.Until && a.Start > cap.Start && (!Stated().IsMatch(page.Text[a.Start..a.End]) || Least().IsMatch(page.Text[a.Start..a.End])));
                open = alone ? cap : open;
            }
            else
            {
                // What the caps of the kinds add up to anyway sets no other end.
                floor = kinds.Where(k => !k.Veto).Sum(k => k.Most is { } each ? Deduction.Each(page.Weight, each, k.Unit) : page.Weight) == most ? floor : Math.Max(floor, page.Weight - most);
            }
        }

        if (open is null)
        {
            return new FaultKinds(kinds, floor);
        }

        var at = kinds.FindLastIndex(k => k.Most is not null);
        var (limit, name) = (page.Weight - open.Number!.Value, kinds[at].Matter);
        return Fallback.Ask(page, $"“{page.Normal.Written(open.Start, open.End)}”没有写是各类合计，还是只限“{name}”",
            (new("total", $"各类合计最多扣{Wording.Points(limit)}", $"最差得{Wording.Points(open.Number.Value)}。"), () => new FaultKinds([.. kinds.Select((k, i) => i == at ? k with { Most = null } : k)], open.Number.Value)),
            (new("own", $"只是“{name}”最多扣{Wording.Points(limit)}", "其他各类另外扣。"), () => new FaultKinds(kinds, floor)));
    }

    /// <summary>Whether a cap follows this clause before the next one.</summary>
    private static bool Own(Page page, Clause clause)
    {
        var next = page.Clauses.Where(c => c.Act.Start > clause.Act.Start).Select(c => c.Act.Start).DefaultIfEmpty(page.Text.Length).Min();
        return page.Alone.Any(a => a.Kind == ActKind.Until && a.Start >= clause.Act.End && a.Start < next && Stated().IsMatch(page.Text[a.Start..a.End]));
    }

    /// <summary>The kind with its cap, both in one unit.</summary>
    private static FaultKind WithMost(Page page, FaultKind kind, decimal most, string text) => kind.Unit == PointsUnit.Points ? kind with { Most = most }
        : Stated().Match(text) is { Success: true } stated && stated.Groups["u"].ValueSpan is "%" ? kind with { Most = Number(stated, "n") }
        : kind with { Deduct = Deduction.Each(page.Weight, kind.Deduct!.Value, kind.Unit), Unit = PointsUnit.Points, Most = most };

    [GeneratedRegex(@"(?<n>\d+(?:\.\d+)?)(?<u>分|%)", RegexOptions.CultureInvariant)]
    private static partial Regex Stated();

    private static decimal Number(Match m, string group) => decimal.Parse(m.Groups[group].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private const string Units = "起|例|次|处|项|笔|个|件|人次|人|宗|条|份";

    [GeneratedRegex("^(?:但|且|,)*(?:1旦|一旦|凡|凡是|如|若|如果|经)?(?:检查|审计|核查|监督)?(?:存在|发生|出现|发现|查出|查实|有(?!效|关|序))(?:了|过)?(?:任何|任意|任1|1)?(?:(?<=1)(?<u>" + Units + "))?(?:以上)?(?<what>[^,;。\\d]{2,60}?)(?:的|者|等情况的|等情形的)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Happens();

    /// <summary>虚报冒领的，不得分: an event without a verb.</summary>
    [GeneratedRegex("^(?:但|且|,)*(?:凡|如|若)?(?<what>[^,;。\\d]{0,16}(?:虚报|冒领|截留|挪用|挤占|套取|骗取|侵占|弄虚作假|造假|伪造|贪污|违法|违纪|安全事故|伤亡事故|重大[^,;。\\d]{0,8}(?:事故|事件|案件))[^,;。\\d]{0,24}?)(?:的|者)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grave();

    [GeneratedRegex("^(?:如|若|凡|凡是|一旦|经)?(?:检查|审计|核查)?(?:存在|发生|出现|发现|查出|查实|有(?!效|关|序))", RegexOptions.CultureInvariant)]
    private static partial Regex Present();

    [GeneratedRegex("每|再|存在|发现|出现|发生|查出|新增|有|了|任意|任何|其中", RegexOptions.CultureInvariant)]
    private static partial Regex Counting();

    [GeneratedRegex("(?:每|各)(?:1)?(?:个)?(?:类|项|种|环节|方面|情形)(?:问题|情形)?(?:均|都)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Every();

    [GeneratedRegex("累计|合计|共|总|^扣[满完]", RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    [GeneratedRegex("[扣减](?:至|到)|最低|最少", RegexOptions.CultureInvariant)]
    private static partial Regex Least();

    [GeneratedRegex(@"^(?<names>[一-龥]{2,8}(?:[、和及][一-龥]{2,8}?)+?)(?:等)?(?:(?<count>\d)个?)?(?<of>环节|方面|阶段|部分)各(?:占|为)?(?<most>\d+(?:\.\d+)?)分[:,;。](?:每个\k<of>)?每?(?:发现|存在|出现)1(?<u>处|项|例|个|笔|次)(?:问题|不合规|不规范)(?:的)?,?(?:在|从)?(?:所属|所在|该|相应|对应)?(?:的)?(?:\k<of>)?(?:中)?扣(?<d>\d+(?:\.\d+)?)分[,;](?:每个|每|各)\k<of>(?:最多|至多)扣(?<cap>\d+(?:\.\d+)?)分(?:,?扣完为止)?[。;]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Stages();
}
