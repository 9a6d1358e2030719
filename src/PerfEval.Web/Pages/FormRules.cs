using System.Globalization;
using FluentValidation;
using PerfEval.Domain;

namespace PerfEval.Web.Pages;

/// <summary>What forms check before the domain sees them: numbers that are numbers, dates that can be meant, texts that fit.</summary>
internal static class FormRules
{
    /// <summary>Empty, or an amount in 元.</summary>
    public static void Amount<T>(this IRuleBuilder<T, string?> rule, string label, bool required = false, bool mayBeNegative = true) =>
        rule.Custom((text, context) =>
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                if (required)
                {
                    context.AddFailure($"请填写“{label}”，单位为元");
                }
            }
            else if (!Money.TryParse(text, out var yuan, out var fault))
            {
                context.AddFailure($"“{label}”填写的“{Short(text)}”{fault}。请填金额，单位为元，如 12000 或 12,000.50");
            }
            else if (yuan < 0 && !mayBeNegative)
            {
                context.AddFailure($"“{label}”填写的“{Short(text)}”小于0，请填0或正数");
            }
        });

    /// <summary>Empty, or a number that is no money.</summary>
    public static void Number<T>(this IRuleBuilder<T, string?> rule, string label, bool required = false) =>
        rule.Custom((text, context) =>
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                if (required)
                {
                    context.AddFailure($"请填写“{label}”");
                }
            }
            else if (!Money.TryParseNumber(text, out var number, out _))
            {
                context.AddFailure($"“{label}”填写的“{Short(text)}”不是数字，请填数字，如 12 或 99.5");
            }
            else if (Numbers.Fault(number) is { } fault)
            {
                context.AddFailure($"“{label}”填写的“{Short(text)}”{fault}，请检查后重新填写");
            }
        });

    /// <summary>Empty, or a whole number between two.</summary>
    public static void Whole<T>(this IRuleBuilder<T, string?> rule, string label, int least, int most, bool required = false) =>
        rule.Custom((text, context) =>
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                if (required)
                {
                    context.AddFailure($"请填写“{label}”");
                }
            }
            else if (ToWhole(text) is not { } number || number < least || number > most)
            {
                context.AddFailure($"“{label}”填写的“{Short(text)}”应是{least}至{most}之间的整数");
            }
        });

    /// <summary>The whole number of a text that was checked before; null for an empty one.</summary>
    public static int? ToWhole(string? text) =>
        ToNumber(text) is { } number && number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue ? (int)number : null;

    /// <summary>Empty, or a date of the years that are evaluated.</summary>
    public static void Day<T>(this IRuleBuilder<T, string?> rule, string label, bool required = false) =>
        rule.Custom((text, context) =>
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                if (required)
                {
                    context.AddFailure($"请填写“{label}”，如 2024-08-15");
                }
            }
            else if (ToDay(text) is not { } day)
            {
                context.AddFailure($"“{label}”填写的“{Short(text)}”不是日期，请按 2024-08-15 的样式填写");
            }
            else if (!Domain.Projects.FiscalYear.Contains(day))
            {
                context.AddFailure($"“{label}”填写的{text.Trim()}不合常理，应在{Domain.Projects.FiscalYear.FirstDay:yyyy-MM-dd}至{Domain.Projects.FiscalYear.LastDay:yyyy-MM-dd}之间");
            }
        });

    /// <summary>A year whose budget can be evaluated.</summary>
    public static void FiscalYear<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Custom((text, context) =>
        {
            if (ToNumber(text) is not { } year || !Domain.Projects.FiscalYear.IsValid((int)Math.Clamp(year, 0, 9999)) || year != (int)year)
            {
                context.AddFailure($"“预算年度”应填{Domain.Projects.FiscalYear.First}至{Domain.Projects.FiscalYear.Last}之间的年份，如 2024");
            }
        });

    /// <summary>A text of at most so many characters, and some text at all when it is required.</summary>
    public static void Words<T>(this IRuleBuilder<T, string?> rule, string label, int limit, bool required = false) =>
        rule.Custom((text, context) =>
        {
            var length = text?.ReplaceLineEndings("\n").Trim().Length ?? 0;
            if (text?.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')) == true)
            {
                context.AddFailure($"“{label}”里有看不见的控制字符，请删去后重新录入，或粘贴为纯文本");
            }
            else if (length > limit)
            {
                context.AddFailure($"“{label}”有{length}个字，请缩短到{limit}个字以内");
            }
            else if (required && length == 0)
            {
                context.AddFailure($"请填写“{label}”");
            }
        });

    /// <summary>The amount of a text that was checked before; null for an empty one.</summary>
    public static decimal? ToAmount(string? text) => Money.TryParse(text, out var yuan, out _) ? yuan : null;

    /// <summary>The number of a text that was checked before; null for an empty one.</summary>
    public static decimal? ToNumber(string? text) => Money.TryParseNumber(text, out var number, out _) ? number : null;

    /// <summary>The date of a text, as 2024-08-15, 2024/8/15 or 2024年8月15日; null for anything else.</summary>
    public static DateOnly? ToDay(string? text) => DateOnly.TryParseExact(
        text?.Trim(), ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day : null;

    /// <summary>An amount as a field shows it.</summary>
    public static string? ToText(decimal? amount) => amount?.ToString("0.00##", CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
