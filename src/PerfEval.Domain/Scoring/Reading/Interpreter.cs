using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>Decides by the kinds of clauses which rule a text describes.</summary>
internal static partial class Interpreter
{
    /// <summary>The rule, complete; null while questions are open or when it is refused.</summary>
    public static ScoringRule? Read(Page page)
    {
        if (SpanListReader.Read(page) is { } national)
        {
            return national;
        }

        if (FaultKindsReader.Staged(page) is { } staged)
        {
            return staged;
        }

        var kinds = page.Clauses.Select(c => c.Act.Kind).ToHashSet();
        if (page.Clauses.Count == 0)
        {
            page.Refusal = "没有读出计分办法：文中没有“得满分”“得…分”“扣…分”“不得分”这样的说法。请直接选择规则类型并填写参数。";
            return null;
        }

        if (page.Clauses.FirstOrDefault(c => c.Act is { Kind: ActKind.Full, Number: { } full } && full != page.Weight) is { } other)
        {
            return Fallback.Ask(page, $"文中的满分是{Wording.Points(other.Act.Number!.Value)}，指标的分值是{Wording.Points(page.Weight)}，两者不一致");
        }

        if (GradeListReader.Fits(page))
        {
            return GradeListReader.Read(page);
        }

        if (InterpolationReader.Named(page))
        {
            return InterpolationReader.Read(page);
        }

        if (kinds.Contains(ActKind.Span))
        {
            return ExpertReader.Whole(page) ?? SpanReader.Read(page);
        }

        if (kinds.Contains(ActKind.Allot) || kinds.Contains(ActKind.AllotList) || kinds.Contains(ActKind.AllotEqual))
        {
            return ElementReader.Read(page);
        }

        if (ItemReader.Shares(page))
        {
            return ItemReader.Equal(page);
        }

        var losing = page.Clauses.Where(c => c.Act.Kind is ActKind.Deduct or ActKind.DeductOpen).ToList();
        if (kinds.Contains(ActKind.Formula) || kinds.Contains(ActKind.Ratio))
        {
            return losing.Count > 0 ? Fallback.Ask(page, "文中既按比例计分，又扣分") : RatioReader.Read(page);
        }

        // 按实际完成情况计分 names neither a measure nor a judge.
        if (page.Clauses is [{ Act.Kind: ActKind.GiveOpen } open] && Vague().IsMatch(page.Text[open.Act.Start..open.Act.End]))
        {
            return Fallback.Ask(page, $"“{page.Normal.Written(open.Act.Start, open.Act.End)}”没有写怎样计",
                (new("ratio", "按完成率计，100%得满分", $"完成率50%得{Wording.Points(page.Weight / 2)}。"), () => Vaguely(page)));
        }

        if (kinds.Contains(ActKind.Judge))
        {
            return ExpertReader.Read(page);
        }

        if (FaultKindsReader.Fits(page))
        {
            return FaultKindsReader.Read(page);
        }

        if (losing.Count > 1)
        {
            return losing.All(c => Counted(page, c) is null) ? Several(page, losing) : Fallback.Ask(page, "文中有几种扣分办法");
        }

        if (losing.Count == 1 && Counted(page, losing[0]) is { } counted)
        {
            return counted(page);
        }

        if (page.Clauses.Any(c => c.Act.Kind is ActKind.Points or ActKind.Share && page.Condition(c).Contains('每') && CountFinder.OccurrenceIn(page.Condition(c)) is not null))
        {
            return ItemReader.PerItem(page);
        }

        if (page.Clauses.Any(c => c.Act.Kind is not ActKind.None && page.Condition(c).Contains('每') && CountFinder.StepIn(page.Text, c.Start, c.End) is not null && losing.Count == 0)
            || page.Clauses.Any(c => c.Act.Kind is ActKind.Points && page.Text[c.Act.Start] == '加'))
        {
            return Fallback.Ask(page, "文中有逐步加分或另外加分");
        }

        // ①…（2分）；②…（2分）。符合的得分，不符合的不得分。
        if (ElementReader.Followed(page))
        {
            return ElementReader.Read(page);
        }

        if (RatioReader.IsEqualZero(page))
        {
            return RatioReader.EqualZero(page);
        }

        if (losing.Count == 0 && page.Clauses.Count <= 2 && page.Clauses.Any(c => c.Act.Kind == ActKind.None
            && RangeFinder.In(page.Text, c.Start, c.End) is null && CountFinder.OccurrenceIn(page.Condition(c)) is not null))
        {
            return OccurrenceReader.Zero(page);
        }

        return LowerBandsReader.Fits(page) ? LowerBandsReader.Read(page)
            : BandsReader.Fits(page) ? BandsReader.Read(page)
            : ListReader.Marked(page) ? ListReader.Read(page)
            : LevelReader.Read(page);
    }

    private static Ratio Vaguely(Page page)
    {
        page.Use(0, page.Text.Length, "按完成率计分");
        return new Ratio(100);
    }

    [GeneratedRegex("^(?:按|按照|根据|依据|视)(?:实际)?(?:工作|任务|目标|项目)?(?:完成|落实|实际|执行)(?:的)?(?:情况|效果|程度)(?:予以|进行)?(?:计分|得分|计算得分|计算|赋分|给分)", RegexOptions.CultureInvariant)]
    private static partial Regex Vague();

    /// <summary>The reader for a clause that deducts by count or by step; null when it does neither.</summary>
    private static Func<Page, ScoringRule?>? Counted(Page page, Clause clause)
    {
        var occurrence = CountFinder.OccurrenceIn(page.Condition(clause));
        if (CountFinder.StepIn(page.Text, clause.Start, clause.End) is not { } step)
        {
            return occurrence is null ? null : OccurrenceReader.Deducting;
        }

        if (!CountFinder.Counts(step.Measure))
        {
            return DecayReader.Read;
        }

        // 每少一类 misses one of a list; 每少一次 falls short of a plan; 每发生一次 is an occurrence.
        var things = step.Measure is "项" or "类" or "种" or "条" or "点" or "环节" or "方面" or "处";
        return step switch
        {
            { Size: 1, Side: Side.Down } when !things => ShortfallReader.Read,
            { Size: 1, Side: Side.Down or Side.Unsaid } when occurrence is not null => OccurrenceReader.Deducting,
            { Side: Side.Unsaid } => _ => Fallback.Ask(page, $"“{page.Words(clause)}”不是每一{step.Measure}扣一次"),
            _ => DecayReader.Read,
        };
    }

    private static ScoringRule? Several(Page page, List<Clause> losing)
    {
        var others = page.Clauses.Except(losing).ToList();
        return others.Count <= 1 && others.All(c => c.Act.Kind == ActKind.Full)
            ? ListReader.Deducting(page, losing)
            : ListReader.Marked(page) ? ListReader.Read(page) : LevelReader.Read(page);
    }
}
