using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>
/// A standard cut into clauses, with everything that the readers of the single rules share: the weight, the words
/// around the standard, the questions, and which stretches have been understood.
/// </summary>
internal sealed partial class Page
{
    /// <summary>Characters that may stand between a condition and what it earns: “的，”.</summary>
    private const int MostBetween = 3;

    private readonly bool[] covered;
    private readonly List<Understanding> understood = [];
    private readonly List<Stretch> whole = [];

    public Page(NormalText normal, decimal weight, string? name, string? explanation, Interview interview)
    {
        Normal = normal;
        Weight = weight;
        Name = Wording.Unended(name ?? "");
        Explanation = explanation is { Length: <= RuleReader.TextLength } ? explanation : "";
        Interview = interview;
        covered = new bool[normal.Text.Length];
        var (clauses, alone, preamble) = ClauseCutter.Cut(normal.Text, ActFinder.In(normal.Text, weight), weight);
        Clauses = clauses.Exists(c => c.Act.Kind is ActKind.Deduct or ActKind.DeductOpen or ActKind.Ratio or ActKind.Formula) ? clauses.ConvertAll(Whole) : clauses;
        Clauses = Announced(Clauses);
        (Alone, Preamble) = (alone, preamble);
        if (Below().Match(normal.Text) is { Success: true } usage)
        {
            Use(usage.Index, usage.Index + usage.Length, "以上含本数，以下不含本数");
            BelowExcludes = true;
        }

        foreach (var cap in alone.Where(a => a.Kind is ActKind.NoBonus or ActKind.Over or ActKind.Highest || (a.Kind == ActKind.Cap && (a.Number is null || a.Number == weight))))
        {
            Use(cap.Start, cap.End, "不超过分值");
        }
    }

    public NormalText Normal { get; }

    public string Text => Normal.Text;

    public decimal Weight { get; }

    /// <summary>Name of the indicator, maybe empty.</summary>
    public string Name { get; }

    /// <summary>指标解释 as written, maybe empty.</summary>
    public string Explanation { get; }

    public Interview Interview { get; }

    public IReadOnlyList<Clause> Clauses { get; }

    /// <summary>The text says that 以下 does not take its number in.</summary>
    public bool BelowExcludes { get; }

    [GeneratedRegex("[(]?(?:注:)?(?:本[一-龥]{1,6})?(?:所称|中)?(?:的)?“?以上”?(?:均)?(?:包含|包括|含)本数[,、;](?:所称)?(?:的)?“?以下”?(?:均)?不(?:包含|包括|含)本数[)]?", RegexOptions.CultureInvariant)]
    private static partial Regex Below();

    /// <summary>扣完为止 and 不足…不计.</summary>
    public IReadOnlyList<Act> Alone { get; }

    /// <summary>What stands in sentences before a condition.</summary>
    public IReadOnlyList<Stretch> Preamble { get; }

    /// <summary>In the order of the text. A condition and what it earns are one: their common meaning is told once.</summary>
    public IReadOnlyList<Understanding> Understood
    {
        get
        {
            var told = new List<Understanding>();
            foreach (var next in understood.OrderBy(u => u.Start))
            {
                if (told.Count > 0 && told[^1] is var last && last.Meaning == next.Meaning && next.Start - (last.Start + last.Length) <= MostBetween)
                {
                    told[^1] = last with { Length = Math.Max(last.Length, next.Start + next.Length - last.Start) };
                }
                else
                {
                    told.Add(next);
                }
            }

            return told;
        }
    }

    /// <summary>Why nothing can be proposed, a Chinese sentence.</summary>
    public string? Refusal { get; set; }

    /// <summary>Beside a deduction “得5分” of 5 is the full mark.</summary>
    private Clause Whole(Clause clause) => clause.Act is { Kind: ActKind.Points } act && act.Number == Weight
        ? clause with { Act = act with { Kind = ActKind.Full } }
        : clause;

    /// <summary>根据参保率情况计分，每低1%扣…: what is scored by the steps that follow.</summary>
    private IReadOnlyList<Clause> Announced(IReadOnlyList<Clause> clauses)
    {
        if (clauses is not [{ Act.Kind: ActKind.Bare or ActKind.GiveOpen } first, { Act.Kind: ActKind.Deduct } next, ..]
            || CountFinder.StepIn(Text, next.Start, next.End) is not { Side: Side.Down or Side.Up } || !Announces().IsMatch(Text[first.Start..first.Act.End]))
        {
            return clauses;
        }

        Use(first, "计分的依据");
        return [.. clauses.Skip(1)];
    }

    [GeneratedRegex("^(?:根据|按照|按|依据|视)[^,;。\\d]{0,14}(?:率|度|比例|进度)(?:的)?(?:实际)?(?:完成|达成|实现)?(?:情况|程度|高低|结果)(?:进行|予以)?(?:计分|得分|评分|打分|赋分|给分)$", RegexOptions.CultureInvariant)]
    private static partial Regex Announces();

    /// <summary>Notes which parameter a stretch gave.</summary>
    public void Use(int start, int end, string meaning)
    {
        if (start >= end)
        {
            return;
        }

        var (at, length) = Normal.Original(start, end);
        understood.Add(new Understanding(at, length, meaning));
        Array.Fill(covered, true, start, end - start);
    }

    /// <summary>Notes a sentence that one grammar has read from end to end: nothing in it is left to be looked at again.</summary>
    public void UseWhole(int start, int end, string meaning)
    {
        Use(start, end, meaning);
        whole.Add(new Stretch(start, end));
    }

    /// <summary>Whether a place belongs to a sentence read from end to end.</summary>
    public bool IsWhole(int index) => whole.Exists(w => index >= w.Start && index < w.End);

    public void Use(Clause clause, string meaning)
    {
        Use(clause.Start, clause.End, meaning);
        Use(clause.Act.Start, clause.Act.End, meaning);
    }

    /// <summary>Forgets what was understood: the rule came from a choice, not from the text.</summary>
    public void UseNothing()
    {
        understood.Clear();
        whole.Clear();
        Array.Clear(covered);
    }

    public bool Uses(int index) => covered[index];

    /// <summary>The words of a clause's condition as written, without what an ending “的” adds.</summary>
    public string Words(Clause clause) => Normal.Written(clause.Start, clause.End).TrimEnd('的', '，', ',', '：', ':');

    /// <summary>Condition as normalised.</summary>
    public string Condition(Clause clause) => Text[clause.Start..clause.End];

    /// <summary>符合某一要点即得该要点的分数，得分累加: what a sum of parts says anyway.</summary>
    public void UseSums()
    {
        foreach (var part in Preamble.Where(p => Sums().IsMatch(Text[p.Start..p.End])))
        {
            Use(part.Start, part.End, "各项得分相加");
        }
    }

    [GeneratedRegex(@"^(?:每|任)?(?:符合|满足|具备|达到|做到|完成)(?:某|任|其中)?(?:一|1)?(?:个|项|条|点)?(?:要点|条件|要求)?(?:的|者)?,?(?:即|可|则|就)?(?:得|计)(?:到)?(?:该|相应|对应|此)[^,;。\d扣减]{0,16}(?:分数|分值|份额|分)(?:,(?:得分|各项|各要点|分数|逐项|可)*(?:累加|累计|相加|合计)(?:得分|计分)?)?$"
        + @"|^(?:该指标|本指标|指标|该项|本项)?(?:得分)?(?:为|=)?(?:以上|上述)?(?:各|逐)(?:项|要点|条|点)[^,;。\d扣减除但]{0,6}(?:累加|累计|相加|合计|之和)(?:得分|计分|为(?:该|本)?(?:项|指标)?(?:总)?得分)?$"
        + @"|^(?:哪|某|任|有)(?:一)?[^,;。\d]{1,8}(?:没有|未|不)(?:达到|完成|符合|满足|做到)[^,;。\d]{0,6},?(?:则|即)?(?:该|相应|对应|此)[^,;。\d]{0,8}(?:\d+(?:\.\d+)?分)?(?:分值|分数)?不(?:得|计|给)(?:分)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Sums();

    /// <summary>The floor that the text names; 0 when it names none.</summary>
    /// <param name="kept">The rule can keep a floor; otherwise the words that name one remain unused.</param>
    public decimal Floor(bool kept = false)
    {
        var floor = 0m;
        foreach (var until in Alone.Where(a => a.Kind == ActKind.Until))
        {
            floor = Math.Max(floor, until.Number ?? 0);
            if (floor > 0 && !kept)
            {
                return floor;
            }

            Use(until.Start, until.End, floor == 0 ? "扣完为止" : $"扣至{Wording.Points(floor)}为止");
        }

        return floor;
    }
}
