namespace PerfEval.Domain.Surveys;

/// <summary>Options as a person types them: one per line, the value last (非常满意 100); without a number it is not counted (不了解).</summary>
public static class OptionTyping
{
    /// <summary>Reads the lines; an empty text means the usual options of the scale.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="scale">The scale of the question.</param>
    public static IReadOnlyList<SurveyOption> Read(string? text, QuestionScale scale)
    {
        if (scale == QuestionScale.Text || string.IsNullOrWhiteSpace(text))
        {
            return scale.Usual();
        }

        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line)];
    }

    /// <summary>The lines of these options.</summary>
    public static string Write(IEnumerable<SurveyOption> options) =>
        string.Join('\n', options.Select(o => o.Value is { } value ? $"{o.Label} {Numbers.Plainly(value)}" : o.Label));

    private static SurveyOption Line(string line)
    {
        var cut = line.LastIndexOfAny([' ', '\t', '　', '=', '＝', '：', ':']);
        return cut > 0 && Money.TryParseNumber(line[(cut + 1)..], out var value, out _)
            ? new(line[..cut].Trim(), value)
            : new(line, null);
    }
}
