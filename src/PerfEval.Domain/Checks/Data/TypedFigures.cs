using System.Globalization;
using System.Text.RegularExpressions;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Checks.Data;

/// <summary>
/// V7: numbers that were typed into the text beside the name of a figure of the project. One that agrees will not follow
/// when the data change; one that contradicts is an error where the sentence speaks of the whole project, else a doubt.
/// </summary>
public static partial class TypedFigures
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V7", "正文数字与项目数据", "叙述文字引用的数字应来自项目数据，不手工填写");

    /// <summary>Every number of the text that is tied to a figure of the project by its name.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts) =>
        from text in facts.Texts from said in Read(facts, text) let finding = Judge(facts, text, said) where finding is not null select finding;

    private static IEnumerable<Said> Read(ProjectFacts facts, SectionText text)
    {
        var taken = new List<(int From, int To)>();
        foreach (Match match in Amount().Matches(text.Filled.Text))
        {
            var name = match.Groups["name"];
            var number = match.Groups["number"];
            if (text.Filled.IsLive(number.Index, number.Length) || taken.Any(t => t.From < name.Index + name.Length && name.Index < t.To)
                || facts.Named.FirstOrDefault(f => f.Name == name.Value || f.Aliases.Contains(name.Value)) is not { } fact
                || !decimal.TryParse(number.Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                continue;
            }

            var (scale, unit) = match.Groups["unit"].Value switch
            {
                "亿元" => (100_000_000m, FactUnit.Yuan),
                "万元" => (Money.Wan, FactUnit.Yuan),
                "元" => (1m, FactUnit.Yuan),
                "分" => (1m, FactUnit.Points),
                _ => (1m, FactUnit.Percent),
            };
            if (unit == fact.Unit && value < Money.Limit)
            {
                var dot = number.Value.IndexOf('.', StringComparison.Ordinal);
                taken.Add((match.Index, match.Index + match.Length));
                yield return new(fact, value, scale, dot < 0 ? 0 : number.Value.Length - dot - 1, match, number.Value + match.Groups["unit"].Value);
            }
        }
    }

    private static Finding? Judge(ProjectFacts facts, SectionText text, Said said)
    {
        var filed = facts.Project.Evaluation.IsFiled;
        var exact = said.Fact.Value / said.Scale;
        var rounded = Rounding.Round(exact, said.Places);
        var place = new CheckPlace.Words(text.Key, said.Match.Index, said.Match.Length);
        var shown = said.Fact.Unit switch { FactUnit.Yuan => $"{Money.Plainly(said.Fact.Value)}元", FactUnit.Percent => Percent.Show(said.Fact.Value), _ => $"{Numbers.Plainly(Rounding.Round(said.Fact.Value, 2))}分" };
        Finding Make(Severity severity, string explanation, string remedy) => new(Rule, severity, place, explanation, remedy)
        {
            Kind = StatementKind.Claim,
            Quote = said.Match.Value,
            Stated = said.Shown,
            Computed = shown,
        };
        if (rounded == said.Value)
        {
            return filed ? null : Make(Severity.Hint, $"“{said.Fact.Name}”的{said.Shown}是手工填写的，与项目数据一致；今后数据改了它不会跟着变", $"改用活数字 {{{{{said.Fact.Name}}}}}");
        }

        if (said.Fact.Elsewhere.Any(e => Rounding.Round(e / said.Scale, said.Places) == said.Value))
        {
            return null;
        }

        var before = PrintedSentence.Before(text.Filled.Text, said.Match.Index);
        if (Part().IsMatch(before) || OtherYear(before, facts.Project.FiscalYear))
        {
            return null;
        }

        var step = Step(said.Places);
        if (Math.Abs(exact - said.Value) < step && said.Places > 0)
        {
            return Make(Severity.Hint, $"正文“{said.Fact.Name}”{said.Shown}，项目数据为{shown}，像是截去尾数而不是四舍五入", $"按四舍五入改正，或改用活数字 {{{{{said.Fact.Name}}}}}");
        }

        if (said.Fact.Name == "预算执行率" && Enum.GetValues<ExecutionDenominator>().Any(d => facts.Money.ExecutionRate(d) is { } other && Rounding.Round(other, said.Places) == said.Value))
        {
            return Make(Severity.Hint, $"正文执行率{said.Shown}是按另一个分母算的，项目数据（{facts.Money.RateName}）为{shown}", "写明分母，或统一口径");
        }

        // An error cannot be answered away: the clause must speak of the project and of nothing else.
        var clause = before[(before.LastIndexOfAny(['，', ',', '：', ':', '、']) + 1)..];
        var whole = Project().IsMatch(clause) && (clause.Length > 0 || before.Length == 0);
        return Make(whole ? Severity.Error : Severity.Doubt, $"正文“{said.Fact.Name}”{said.Shown}，项目数据为{shown}" + (whole ? "" : "；如果说的是其中一部分，请答复说明"),
            $"核对后改正正文或数据，或改用活数字 {{{{{said.Fact.Name}}}}}");
    }

    private static bool OtherYear(string before, int year) =>
        Year().Matches(before) is { Count: > 0 } years && years[^1].Groups[1].Value != year.ToString(CultureInfo.InvariantCulture);

    private static decimal Step(int places)
    {
        var step = 1m;
        for (var i = 0; i < Math.Min(places, 20); i++)
        {
            step /= 10;
        }

        return step;
    }

    private sealed record Said(NamedFact Fact, decimal Value, decimal Scale, int Places, Match Match, string Shown);

    [GeneratedRegex(@"(?<name>年初预算批复|预算批复|批复预算|年初预算|调整后预算|全年预算|实际到位资金|资金实际到位|到位资金|实际到位|资金到位率|资金到位|到位率|拨款合计|实际拨款|累计支出|支出合计|共计支出|实际支出|总支出|共支出|资金结余|结余资金|结余|已交回财政|交回财政|上缴财政|预算执行率|资金执行率|执行率|综合得分|自评得分|评价得分|总得分|得分)(（[^（）\n]{1,12}）)?(金额|资金|合计|共计|总计|总额|共|为|是|达到|达|：|:|，|约)*\s?(?<number>\d{1,15}(,\d{3})*(\.\d{1,6})?)\s?(?<unit>亿元|万元|元|%|％|分(?![之析]))")]
    private static partial Regex Amount();

    [GeneratedRegex("其中|上年|去年|往年|人均|每|各|第[一二三四]季度|上半年|下半年|截至|计划|拟|目标|社区|分别")]
    private static partial Regex Part();

    [GeneratedRegex(@"^(本|该|整个|项目|工作|经费|专项|资金|预算|财政|全年|本年|年度|当年|20\d\d年|共|累计|合计|总|已|的|\s)*$")]
    private static partial Regex Project();

    [GeneratedRegex(@"(?<!\d)(20\d\d)\s*年")]
    private static partial Regex Year();
}
