using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>
/// The same quantity in two places with two neighbouring digits exchanged: 绿地总面积186.4万平方米 here, 管养绿地184.6万平方米 there.
/// Figures of several digits that happen to differ so, and are called alike, are rare; still a doubt.
/// </summary>
internal static class NearTwins
{
    private const int FewestDigits = 3;
    private const int UsualDigits = 4;
    private const int ManyDigits = 6;
    private const int Most = 400;
    private const int LabelLength = 2;
    private const int LongestLead = 10;
    private const int LongestTail = 3;
    private const int LongName = 4;
    private static readonly string[] OtherTime = ["上年", "去年", "同期", "上月", "由", "从", "较", "比", "增加", "减少", "计划", "目标", "原"];
    private static readonly string[] Empty = ["资金", "万元", "全年", "累计", "合计", "共计", "年度", "金额", "其中", "实际", "总计", "项目", "完成", "本年"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        var numbers = Enumerable.Range(0, text.Numbers.Count).Where(i => text.Numbers[i] is { Firm: true, Per: "", Measure: Measure.Money or Measure.Count or Measure.Quantity } n && n.Shown != "大写" && Digits(n) >= FewestDigits && !text.IsInTable(n.Start) && !text.Roles.IsOperand[i] && !Words.Any(text.Lead(i), OtherTime)).Take(Most).ToList();
        foreach (var group in numbers.GroupBy(i => (text.Numbers[i].Unit, text.Numbers[i].Scale, text.Numbers[i].Places, Sorted(text.Numbers[i]))))
        {
            var members = group.ToList();
            for (var k = 1; k < members.Count; k++)
            {
                foreach (var first in members[..k].Where(i => AreTwins(text, i, members[k]) && !(notes.IsVerified(text.Numbers[i]) && notes.IsVerified(text.Numbers[members[k]]))).Take(1))
                {
                    Report(text, notes, first, members[k]);
                }
            }
        }
    }

    private static void Report(ReadText text, Notes notes, int first, int second)
    {
        // What another check found right is the right one.
        var (wrong, right) = notes.IsVerified(text.Numbers[second]) ? (text.Numbers[first], text.Numbers[second]) : (text.Numbers[second], text.Numbers[first]);
        notes.Report(StatementKind.Sum, Severity.Doubt, new(wrong.Start, wrong.End), text.Shown(wrong), text.Shown(right),
            $"文中写{text.Shown(wrong)}，另一处写{text.Shown(right)}，名称相近而相邻两位数字互换，可能是同一数字写颠倒。", "请核对两处数字；如确是两项不同的数字，请说明。");
    }

    private static bool AreTwins(ReadText text, int a, int b)
    {
        var (first, second) = (text.Numbers[a], text.Numbers[b]);
        return first.Printed != second.Printed && IsPlanned(text, first) == IsPlanned(text, second) && text.SentenceAt(first.Start) != text.SentenceAt(second.Start) && LikelySlips.AreSwapped(first, second)
            && (Digits(first) >= ManyDigits || (Digits(first) >= UsualDigits ? SameName(Around(text, a), Around(text, b)) : SameWords(text.Lead(a), text.Lead(b))));
    }

    /// <summary>A plan and what was done are two numbers, and may differ in any way.</summary>
    private static bool IsPlanned(ReadText text, ReadNumber number) => text.SentenceAt(number.Start) is var s && Words.Any(text.Plain.AsSpan(s.Start, Math.Max(0, number.Start - s.Start)), ["计划", "目标", "任务"]);

    /// <summary>The words before a number, and those of its own clause after it: 全年2,148次巡查.</summary>
    private static string Around(ReadText text, int index)
    {
        var lead = text.Lead(index);
        var tail = text.Tail(index);
        return string.Concat(lead.Length > LongestLead ? lead[^LongestLead..] : lead, "|", tail.Length > LongestTail ? tail[..LongestTail] : tail);
    }

    /// <summary>退出对象 here and there: a number of three digits must be called by the same four characters.</summary>
    private static bool SameWords(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length >= LongName && b.EndsWith(a[^LongName..], StringComparison.Ordinal) && !Words.Any(a[^LongName..], Empty);

    /// <summary>True when two neighbouring characters of one name stand in the other.</summary>
    private static bool SameName(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        for (var i = 0; i + LabelLength <= a.Length; i++)
        {
            var label = a.Slice(i, LabelLength);
            if (b.Contains(label, StringComparison.Ordinal) && !Words.Any(label, Empty) && label.IndexOfAnyInRange('0', '9') < 0 && !label.Contains('年') && !label.Contains('|'))
            {
                return true;
            }
        }

        return false;
    }

    private static int Digits(ReadNumber n) => Plain(n).Trim('0').Length;

    private static string Sorted(ReadNumber n) => string.Concat(Plain(n).Order());

    private static string Plain(ReadNumber n) => n.Printed.ToString("F" + n.Places, System.Globalization.CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal);
}
