using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>Finds a number of the text that is no parameter of the rule.</summary>
internal static partial class NumberAccount
{
    /// <summary>The doubt about the first such number; null when every number has its place.</summary>
    public static string? Doubt(Page page, ScoringRule rule)
    {
        var numbers = RuleNumbers.Of(rule, page.Weight);
        foreach (Match m in Number().Matches(page.Text))
        {
            if (Skipped(page, m) || Fits(page, rule, numbers, m))
            {
                continue;
            }

            return $"文中的“{page.Normal.Written(m.Index, m.Index + m.Length)}”没有用到";
        }

        return null;
    }

    private static bool Fits(Page page, ScoringRule rule, RuleNumbers numbers, Match m)
    {
        var n = decimal.Parse(m.Groups["n"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var unit = m.Groups["u"].Value;
        var clause = page.Clauses.FirstOrDefault(c => m.Index >= c.Start && m.Index < c.End);
        if (unit == "分")
        {
            return rule is Expert ? n == 0 || n == page.Weight || n == 100
                : RuleNumbers.Has(numbers.Points, n) || (n > page.Weight && RuleNumbers.Has(numbers.Percents, n)) || (numbers.Measure == "分" && numbers.Values.Contains(n)) || Compares(page, rule, clause);
        }

        if (rule is Expert)
        {
            return unit != "%" || n is 0 or 100;
        }

        if (unit == "%" && RuleNumbers.Has(numbers.Percents, n) && clause is null)
        {
            return true;
        }

        return rule switch
        {
            LinearDecay or Ratio or Bands or LowerBands or ShortfallCount => RuleNumbers.Has(numbers.Values, n) || (clause is null && unit == "%" && RuleNumbers.Has(numbers.Percents, n)),
            DeductPerOccurrence or ZeroTolerance or FaultKinds => Counted(page, rule, clause, n, unit),
            // The person who scores reads the words of a level or an item.
            _ => clause is not null || unit != "%" || Listed(page, m.Index),
        };
    }

    /// <summary>考核85分以上得满分，否则不得分: the points of another scale, as the whole condition of a level.</summary>
    private static bool Compares(Page page, ScoringRule rule, Clause? clause) => clause is not null
        && rule is MetNotMet or Tiered && RangeFinder.Done(page.Text, clause.Start, clause.End) is not null;

    /// <summary>每发现1处; 4项制度齐全; 完成率100%.</summary>
    private static bool Counted(Page page, ScoringRule rule, Clause? clause, decimal n, string unit) =>
        (n == 1 && unit.Length == 0)
        || (clause is { Act.Kind: ActKind.Full or ActKind.Points } && (unit.Length == 0 || n is 0 or 100))
        || (clause is null && unit.Length == 0)
        || (rule is DeductPerOccurrence { Items: not null } && clause is null);

    private static bool Listed(Page page, int index) => Listing.In(page).Exists(i => index >= i.Mark && index < i.End);

    /// <summary>Years, dates, ordinals, list marks, parts of a formula, the indicator's own name and what the officer saw as a remark.</summary>
    private static bool Skipped(Page page, Match m)
    {
        var (text, at) = (page.Text, m.Index);
        var act = page.Clauses.Select(c => c.Act).Concat(page.Alone).FirstOrDefault(a => at >= a.Start && at < a.End);
        return !page.Uses(at) || page.IsWhole(at)
            || act is { Kind: ActKind.Formula or ActKind.AllotList or ActKind.NoBonus or ActKind.Over or ActKind.Highest }
            || (act is not null && page.Text[act.Start..act.End].Contains('/'))
            || (at > 0 && text[at - 1] == '第')
            || Dated().IsMatch(text.AsSpan(at, Math.Min(12, text.Length - at)))
            || (at > 1 && text[at - 1] == '月' && char.IsAsciiDigit(text[at - 2]))
            || Marks(text, at)
            || (page.Name.Length > 0 && Named(page, at));
    }

    private static bool Named(Page page, int at)
    {
        var name = NormalText.Of(page.Name).Text;
        var from = page.Text.IndexOf(name, Math.Max(0, at - name.Length), StringComparison.Ordinal);
        return from >= 0 && at >= from && at < from + name.Length;
    }

    private static bool Marks(string text, int at) =>
        (ListMarks.LengthAt(text, at) > 0 && (at == 0 || text[at - 1] is ';' or '。' or '\n' or ':' or ','))
        || (at > 0 && text[at - 1] == '(' && ListMarks.LengthAt(text, at - 1) > 0);

    [GeneratedRegex(@"(?<![\d.])(?<n>\d+(?:\.\d+)?)(?<u>%|分(?![钟之米]))?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A(?:(?:19|20)\d\d年|\d{1,2}月(?!以|内)|\d{1,2}日前)", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();
}
