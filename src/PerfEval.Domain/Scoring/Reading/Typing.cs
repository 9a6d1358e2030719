using System.Globalization;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>Reads what is typed with an answer.</summary>
internal static class Typing
{
    private const int TextLength = 2000;

    /// <exception cref="RuleBroken">Nothing readable was typed.</exception>
    public static Reply Reply(RuleQuestion question, RuleAnswer answer, string? typed) => answer.Typed switch
    {
        TypedValue.Number => new Reply(question.Key, answer.Key, Number(question, answer, typed)),
        TypedValue.Text => new Reply(question.Key, answer.Key, Text: Lines(question, answer, typed)),
        _ => new Reply(question.Key, answer.Key),
    };

    private static decimal Number(RuleQuestion question, RuleAnswer answer, string? typed)
    {
        var unit = answer.Unit.Length == 0 ? "" : $"（单位：{answer.Unit}）";
        if (string.IsNullOrWhiteSpace(typed))
        {
            throw new RuleBroken($"“{answer.Label}”没有填写数字{unit}。", question.Key);
        }

        var normal = typed.Length > 60 ? "" : NormalText.Of(typed).Text;
        var bare = answer.Unit.Length > 0 && normal.EndsWith(answer.Unit, StringComparison.Ordinal) ? normal[..^answer.Unit.Length] : normal;
        bare = bare.Length is > 0 and <= 8 && !char.IsAsciiDigit(bare[0]) ? NormalText.Of(bare + "分").Text[..^1] : bare;
        if (!decimal.TryParse(bare, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw new RuleBroken($"“{Shown(typed)}”读不出数字，请只填数字，例如30{unit}。", question.Key);
        }

        if (number < 0 || number > ScoringInput.ValueLimit || (number == 0 && question.Kind is QuestionKind.Deduct or QuestionKind.Target))
        {
            throw new RuleBroken($"“{Shown(typed)}”不在可用的范围内，请填{(question.Kind is QuestionKind.Deduct or QuestionKind.Target ? "大于" : "不小于")}0的数{unit}。", question.Key);
        }

        return number;
    }

    private static string Lines(RuleQuestion question, RuleAnswer answer, string? typed)
    {
        var text = Domain.Text.Lines(typed);
        if (text.Length is 0 or > TextLength)
        {
            throw new RuleBroken(text.Length == 0
                ? $"“{answer.Label}”没有填写内容，请每行写一项。"
                : $"填写的内容有{text.Length}个字，超过{TextLength}个字，请缩短。", question.Key);
        }

        if (question.Kind == QuestionKind.Target)
        {
            _ = ShortfallReader.Lines(text).ToList();
        }

        return text;
    }

    private static string Shown(string typed) => typed.Length <= 20 ? typed.Trim() : typed[..20].Trim() + "…";
}
