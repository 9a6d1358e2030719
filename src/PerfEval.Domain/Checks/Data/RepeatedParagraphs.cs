namespace PerfEval.Domain.Checks.Data;

/// <summary>V14: the same paragraph in two chapters.</summary>
public static class RepeatedParagraphs
{
    private const int Shortest = 30;

    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V14", "段落重复", "同一段文字不应在报告里重复出现");

    /// <summary>Every paragraph that stands a second time in another section.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        var first = new Dictionary<string, (SectionText Text, CheckPlace Place)>(StringComparer.Ordinal);
        foreach (var text in facts.Texts)
        {
            var at = 0;
            foreach (var line in text.Filled.Text.Split('\n'))
            {
                var (start, plain) = (at, string.Concat(line.Where(c => !char.IsWhiteSpace(c))));
                at += line.Length + 1;
                if (plain.Length < Shortest)
                {
                    continue;
                }

                var place = new CheckPlace.Words(text.Key, start, line.Length);
                if (!first.TryGetValue(plain, out var before))
                {
                    first.Add(plain, (text, place));
                }
                else if (before.Text.Key != text.Key)
                {
                    yield return new(Rule, Severity.Doubt, place, $"这一段与“{before.Text.Section.Heading}”里的一段完全相同：“{line.Trim()[..12]}……”", "删去重复的一处，或改写成本节该写的内容")
                    { Kind = StatementKind.Repeat, Quote = line.Trim(), Related = [before.Place] };
                }
            }
        }
    }
}
