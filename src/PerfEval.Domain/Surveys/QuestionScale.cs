namespace PerfEval.Domain.Surveys;

/// <summary>How a question is answered.</summary>
public enum QuestionScale
{
    /// <summary>满意程度: levels from 非常满意 to 非常不满意.</summary>
    Levels,

    /// <summary>是否: yes or no.</summary>
    YesNo,

    /// <summary>打分: 1 to 10 points.</summary>
    Points,

    /// <summary>文字: in words; never counted.</summary>
    Text,
}

/// <summary>One answer that can be chosen.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Value">What it is worth, 0 or more; null when it is not counted (不了解).</param>
public sealed record SurveyOption(string Label, decimal? Value);

/// <summary>The scales in the users' words, and what they usually offer.</summary>
public static class QuestionScaleWords
{
    /// <summary>满意程度, 是否, 1至10分, 文字.</summary>
    public static string Word(this QuestionScale scale) => scale switch
    {
        QuestionScale.Levels => "满意程度",
        QuestionScale.YesNo => "是否",
        QuestionScale.Points => "1至10分",
        _ => "文字",
    };

    /// <summary>The usual options; values can be changed per question. Empty for 文字.</summary>
    public static IReadOnlyList<SurveyOption> Usual(this QuestionScale scale) => scale switch
    {
        QuestionScale.Levels => [new("非常满意", 100), new("满意", 80), new("基本满意", 60), new("不满意", 30), new("非常不满意", 0)],
        QuestionScale.YesNo => [new("是", 100), new("否", 0)],
        QuestionScale.Points => [.. Enumerable.Range(1, 10).Select(p => new SurveyOption($"{p}分", p))],
        _ => [],
    };

    /// <summary>The value from which an answer usually counts as satisfied.</summary>
    public static decimal UsualSatisfiedFrom(this QuestionScale scale) => scale switch
    {
        QuestionScale.Levels => 60,
        QuestionScale.YesNo => 100,
        QuestionScale.Points => 6,
        _ => 0,
    };
}
