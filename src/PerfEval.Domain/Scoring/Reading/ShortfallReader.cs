using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>活动每少一次，扣0.5分: <see cref="ShortfallCount"/>.</summary>
internal static partial class ShortfallReader
{
    public static ScoringRule? Read(Page page)
    {
        var losing = page.Clauses.Where(c => c.Act.Kind is ActKind.Deduct or ActKind.DeductOpen).ToList();
        if (losing.Count != 1 || page.Clauses.Count > 2 || page.Clauses.Any(c => c != losing[0] && c.Act.Kind != ActKind.Full))
        {
            return Fallback.Ask(page, "除了按缺口扣分，文中还有别的计分办法");
        }

        var clause = losing[0];
        var step = CountFinder.StepIn(page.Text, clause.Start, clause.End)!;
        page.Use(clause.Start, clause.End, $"每少1{step.Measure}");
        var amount = Amounts.Deduct(page, clause.Act, $"每少1{step.Measure}", out var expert);
        if (expert)
        {
            return new Expert(Wording.Unended(page.Normal.Written(0, page.Text.Length)));
        }

        if (page.Clauses.Any(c => c.Act.Kind == ActKind.Full && RangeFinder.In(page.Text, c.Start, c.End) is { } other && (other.Measure != step.Measure || other.Low is null)))
        {
            return Fallback.Ask(page, "满分的条件与扣分的数量不是同一个数");
        }

        if (step.From is not null)
        {
            return Fallback.Ask(page, "扣分的起点没有读懂");
        }

        var floor = page.Floor(kept: true);
        var targets = Written(page, step.Measure);
        foreach (var full in page.Clauses.Where(c => c.Act.Kind == ActKind.Full))
        {
            if (targets.Count == 0 && RangeFinder.In(page.Text, full.Start, full.End) is { Low: { } low } range)
            {
                targets = [new CountTarget(Name(page, range.Subject), low)];
            }

            page.Use(full, "全部完成得满分");
        }

        var before = clause.Start;
        before = step.Start > before && page.Text[step.Start - 1] is ',' ? step.Start - 1 : step.Start;
        if (targets.Count == 0 && before > clause.Start && RangeFinder.In(page.Text, clause.Start, before) is { Low: { } least, High: null } said && said.Measure == step.Measure)
        {
            targets = [new CountTarget(Name(page, said.Subject), least)];
        }

        if (targets.Count == 0 && page.Clauses.FirstOrDefault(c => c.Act.Kind == ActKind.Full) is { } all
            && Whole().Match(page.Condition(all)) is { Success: true } whole && whole.Groups["u"].Value == step.Measure)
        {
            targets = [new CountTarget(Name(page, ""), decimal.Parse(whole.Groups["n"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))];
        }

        if (targets.Count == 0)
        {
            targets = Explained(page, clause, step);
        }

        if (targets.Count == 0 && Asked(page, step.Measure) is { } asked)
        {
            targets = asked;
        }

        return amount is { } each && targets.Count > 0 ? new ShortfallCount(targets, each.Deduct, each.Unit, floor, step.Measure) : null;
    }

    /// <summary>演出不少于30次；灯展不少于1次, in sentences of their own.</summary>
    private static List<CountTarget> Written(Page page, string unit)
    {
        var targets = new List<CountTarget>();
        foreach (var part in page.Preamble)
        {
            if (Planned().Match(page.Text[part.Start..part.End]) is { Success: true } m && m.Groups["u"].Value == unit)
            {
                targets.Add(new CountTarget(page.Normal.Written(part.Start, part.Start + m.Groups["name"].Length),
                    decimal.Parse(m.Groups["n"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)));
                page.Use(part.Start, part.End, $"目标{m.Groups["n"].Value}{unit}");
            }
            else if (page.Text[part.Start..part.End].Contains("不抵减", StringComparison.Ordinal))
            {
                page.Use(part.Start, part.End, "超出的不抵减其他缺口");
            }
        }

        return targets.Select(t => t.Key).Distinct().Count() == targets.Count ? targets : [];
    }

    /// <summary>
    /// Planned numbers of the 指标解释: taken when each counted thing of the standard has its own number there, or when
    /// there is one plan with one number. Anything else is asked.
    /// </summary>
    private static List<CountTarget> Explained(Page page, Clause clause, Step step)
    {
        var said = NormalText.Of(page.Explanation).Text;
        var numbers = Counted().Matches(said);
        var units = Units().Match(page.Text[step.End..Math.Min(page.Text.Length, step.End + 4)]) is { Success: true } other ? step.Measure + other.Value : step.Measure;
        if (numbers.Count == 0 || numbers.Any(m => !units.Contains(m.Groups["u"].Value, StringComparison.Ordinal))
            || said.Any(char.IsAsciiDigit) && Digits().Count(Year().Replace(said, "")) != numbers.Count || !Plan().IsMatch(said))
        {
            return [];
        }

        var before = page.Text[clause.Start..step.Start].Trim(',', '的');
        var named = before.Split('、', '和', '及', '与').Where(n => n.Length > 1).ToList();
        if (numbers.Count == 1)
        {
            return named.Count <= 1 && !said.Contains('各') ? [new CountTarget(Name(page, named.FirstOrDefault() ?? ""), decimal.Parse(numbers[0].Groups["n"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))] : [];
        }

        var found = named.Select(n => numbers.Where(m => m.Groups["name"].Value.EndsWith(n, StringComparison.Ordinal)).ToList()).ToList();
        return named.Count == numbers.Count && found.TrueForAll(f => f.Count == 1)
            ? [.. named.Zip(found, (n, f) => new CountTarget(n, decimal.Parse(f[0].Groups["n"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)))]
            : [];
    }

    [GeneratedRegex(@"(?<name>[一-龥]{0,20}?)(?:不得少于|不少于|不低于|≥|达到|完成)?(?<n>\d+(?:\.\d+)?)(?<u>[次场人户件份个期台套篇座处家名项笔])", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    /// <summary>举办培训12场, as the condition of the full mark.</summary>
    [GeneratedRegex(@"^[^\d,;]{0,12}(?:完成|举办|开展|组织|达到|实施|计划)[^\d,;]{0,10}?(?<n>\d+)(?<u>人次|[次场人户件份个期台套篇座处家名笔])(?:[^\d,;各]{0,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\d+(?:\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?:19|20)\d\d年(?:度)?", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex("计划|目标|指标值|任务", RegexOptions.CultureInvariant)]
    private static partial Regex Plan();

    /// <summary>每少一场（次）: the second unit for the same.</summary>
    [GeneratedRegex(@"(?<=^\()[一-龥](?=\))", RegexOptions.CultureInvariant)]
    private static partial Regex Units();

    private static List<CountTarget>? Asked(Page page, string unit)
    {
        var hint = Said().Matches(NormalText.Of(page.Explanation).Text).Select(m => m.Value).Distinct().Take(3).ToList();
        var seen = hint.Count == 0 ? "" : $"指标解释里有“{string.Join("”“", hint)}”。";
        var reply = page.Interview.Ask(QuestionKind.Target, $"文中没有写明计划多少{unit}。{seen}计划数是多少？",
        [
            new("one", "只有一项，填写计划数", $"例：填30，实际28{unit}，少2{unit}，扣两次。", TypedValue.Number, unit),
            new("several", "有几项，每行写名称和计划数", $"例：“演出 30”“灯展 1”各一行；各项分别计缺口，超出的不抵减。", TypedValue.Text),
        ]);
        if (reply?.Number is { } number)
        {
            return [new CountTarget(Name(page, ""), number)];
        }

        return reply?.Text is { } text ? [.. Lines(text)] : null;
    }

    /// <summary>Typed targets, a line each: the name, then the number.</summary>
    /// <exception cref="RuleBroken">A line without a number.</exception>
    public static IEnumerable<CountTarget> Lines(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var normal = NormalText.Of(line).Text;
            var m = TypedLine().Match(normal);
            yield return m.Success && decimal.TryParse(m.Groups["n"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n > 0 && n <= ScoringInput.ValueLimit
                ? new CountTarget(m.Groups["name"].Value.Trim(' ', ',', ':', '、'), n)
                : throw new RuleBroken($"“{Wording.Unended(line)}”读不出名称和计划数，请写成“演出 30”，每行一项。", "typed");
        }
    }

    private static string Name(Page page, string subject) => subject.Length > 1 ? subject.Trim('为', '在', ',') : page.Name.Length > 0 ? page.Name : "计划";

    [GeneratedRegex(@"^(?<name>[^\d;。]{1,60}?)(?:不得少于|不少于|不低于|≥|达到)(?<n>\d+(?:\.\d+)?)(?<u>[^\d,;。]{1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Planned();

    [GeneratedRegex(@"(?:不得少于|不少于|不低于|≥|各)\d+(?:\.\d+)?[次场人户件份个期台套篇]", RegexOptions.CultureInvariant)]
    private static partial Regex Said();

    [GeneratedRegex(@"^(?<name>.*\D)(?<n>\d+(?:\.\d+)?)\D{0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex TypedLine();
}
