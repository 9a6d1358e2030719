using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>Finds a word that binds, limits or excepts where the rule has no place for it.</summary>
internal static partial class WordAccount
{
    /// <summary>The doubt about the first such word; null when there is none.</summary>
    public static string? Doubt(Page page, ScoringRule rule)
    {
        if (rule is Expert)
        {
            return null;
        }

        if (Anywhere().Match(page.Text) is { Success: true } any && page.Uses(any.Index))
        {
            return Told(page, any.Index, any.Index + any.Length);
        }

        foreach (var clause in page.Clauses.Where(c => !c.Empty && !page.IsWhole(c.Act.Start)))
        {
            var words = Rest(page, rule, clause);
            var found = rule switch
            {
                LinearDecay or Ratio or Bands or LowerBands or ShortfallCount => Measuring().Match(words),
                DeductPerOccurrence or ZeroTolerance or FaultKinds => Counting().Match(words),
                Checklist { Mode: ChecklistMode.Deduct } => Listing().Match(words),
                _ => Judging().Match(words),
            };
            if (found.Success)
            {
                return Told(page, clause.Start, clause.End);
            }

            // 整改到位的不扣分 excepts; 没有问题的不扣分 repeats.
            if (rule is DeductPerOccurrence or FaultKinds or Checklist { Mode: ChecklistMode.Deduct } && clause.Act.Kind == ActKind.Full && !clause.Empty
                && page.Text[clause.Act.Start..clause.Act.End].Contains("不扣", StringComparison.Ordinal) && !Clean().IsMatch(page.Condition(clause)))
            {
                return Told(page, clause.Start, clause.Act.End);
            }
        }

        return null;
    }

    private static string Told(Page page, int start, int end) => $"“{page.Normal.Written(start, end)}”没有全部读懂";

    /// <summary>The condition without the numbers, steps and counting words that its rule was read from, and without the indicator's name.</summary>
    private static string Rest(Page page, ScoringRule rule, Clause clause)
    {
        var words = page.Text.ToCharArray(clause.Start, clause.End - clause.Start);
        void Blank(int start, int end) => Array.Fill(words, ' ', Math.Max(0, start - clause.Start), Math.Max(0, Math.Min(end, clause.End) - Math.Max(start, clause.Start)));

        if (rule is LinearDecay or Ratio or Bands or LowerBands or ShortfallCount)
        {
            if (RangeFinder.Done(page.Text, clause.Start, clause.End) is { } range)
            {
                Blank(range.Start, range.End);
            }

            if (clause.Act.Kind is ActKind.Deduct or ActKind.DeductOpen && CountFinder.StepIn(page.Text, clause.Start, clause.End) is { } step)
            {
                Blank(step.Start, step.End);
                if (step.Start > clause.Start && RangeFinder.In(page.Text, clause.Start, step.Start - 1) is { } before)
                {
                    Blank(before.Start, before.End);
                }
            }
        }
        else if (rule is DeductPerOccurrence or ZeroTolerance or FaultKinds && page.Condition(clause).IndexOf('每', StringComparison.Ordinal) is >= 0 and var at)
        {
            words[at] = ' ';
        }

        // 但发现虚报冒领的: the veto that follows is a kind of its own and no exception.
        if (rule is FaultKinds && clause.Act.Kind == ActKind.None && words is ['但', ..])
        {
            words[0] = ' ';
        }

        // The sign of a clause that goes on: 若未达到, 对超出部分.
        var rest = Leading().Replace(new string(words), " ");

        // Where what is counted is 未整改的, 全部整改到位 is its absence and no exception.
        if (rule is DeductPerOccurrence && page.Clauses.Any(c => c.Act.Kind == ActKind.Deduct && Unmended().IsMatch(page.Condition(c))))
        {
            rest = rest.Replace("整改", " ", StringComparison.Ordinal);
        }

        return page.Name.Length > 1 ? rest.Replace(NormalText.Of(page.Name).Text, " ", StringComparison.Ordinal) : rest;
    }

    /// <summary>Negative points, bonuses and multiples: no rule has them.</summary>
    [GeneratedRegex("(?<!不)倒扣|加倍|双倍|翻倍|[2-9]倍(?:扣|计)|(?<!不(?:再|予|另外|另|额外|计|得|给)?(?:另)?)加分|(?:另|再|额外|可)加\\d|折半扣|减半扣", RegexOptions.CultureInvariant)]
    private static partial Regex Anywhere();

    [GeneratedRegex("^(?:,|;|对于|对|如果|如|若|凡|其中(?=未|低|超))+", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    /// <summary>Beside a measured value there is no other condition.</summary>
    [GeneratedRegex("且|并(?!列)|同时|但|除(?!险|尘|草|雪|四|颤)|其中|若|如果|或(?!有)|仅|因(?!素|地|病|公|子)|首次|再次|累计|连续|最高|最低|分别|依次|(?<!平|亩|(?:^|[,;。:(的 ])[户人年月日次生床车])均(?!价|值|衡|匀|等|分|算(?=[),]))|都(?!市)|每(?:再)?(?:下降|降低|低|高|超|增|减|少|缺|差|延|逾|提高)|另|酌情|视情|加权|的平均(?!值)|按时|及时(?!率|性|足|到)|无|没有|不合格|未发生|事故|投诉(?!率|量|办|处|数|件|满|回)|审批|样本", RegexOptions.CultureInvariant)]
    private static partial Regex Measuring();

    [GeneratedRegex("每(?![月年季周日天半学])|但|除外|除[^险尘草雪]{1,20}外|累计|连续|首次|再次|多次|屡次|屡|重复(?=出现|发生|发现|问题|违|犯|扣|不|[,的]|$)|同1|整改|其中|分别|依次|酌情|视情|超过\\d|\\d[^,;]{0,3}(?:以上|以内|以下)|第\\d次", RegexOptions.CultureInvariant)]
    private static partial Regex Counting();

    [GeneratedRegex("未(?:及时|按期|按时|按要求|完成)?整改", RegexOptions.CultureInvariant)]
    private static partial Regex Unmended();

    /// <summary>A list of single deductions.</summary>
    [GeneratedRegex("每|但|除外|累计|连续|首次|再次|多次|屡次|重复|整改|其中|分别|依次|酌情|视情|\\d[次处例起项笔个件]", RegexOptions.CultureInvariant)]
    private static partial Regex Listing();

    /// <summary>In the words of a level another way to score may hide, other conditions may not.</summary>
    [GeneratedRegex("每(?:再)?(?:1|存在|发现|出现|发生|有|缺|少|漏|增加|减少|下降|降低|提高|超|低|高|延|逾|增|相差|偏差|\\d)|分别(?:为)?$|分别[得按赋计占]|依次[得按赋计占]?$|对应(?:得分|分值)(?:为)?$|各[得占计扣]|酌情|视情况|封顶|加分|减半|折算|累计得|[1-9]次扣|扣(?!除|押|减率)", RegexOptions.CultureInvariant)]
    private static partial Regex Judging();

    [GeneratedRegex("无|未|没有|不存在|不出现|符合|合规|规范|达标|按要求", RegexOptions.CultureInvariant)]
    private static partial Regex Clean();
}
