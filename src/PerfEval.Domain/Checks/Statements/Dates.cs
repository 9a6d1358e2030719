using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>Dates that cannot be, periods that end before they begin, and lengths of time that do not fit the dates.</summary>
internal static class Dates
{
    private static readonly string[] Until = ["至", "到", "-", "—", "——", "~", "起至", "至于"];
    private static readonly string[] Lasting = ["为期", "工期", "历时", "共", "周期", "期限", "时长"];
    private static readonly string[] Begin = ["开工", "启动", "开始", "签订", "立项", "动工", "开展", "实施"];
    private static readonly string[] Finish = ["完工", "竣工", "结束", "验收", "完成", "交付", "投入使用"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        foreach (var n in text.Numbers)
        {
            if (n is { Measure: Measure.Time, Unit: "年", Places: 0, Value: >= 1000 and < 10_000 } && n.Length <= 6)
            {
                notes.Report(StatementKind.Date, Severity.Doubt, new(n.Start, n.End), text.Shown(n), "", $"{text.Shown(n)}不像是年份。", "请核对年份。");
            }
        }

        for (var i = 0; i < text.Dates.Count; i++)
        {
            var date = text.Dates[i];
            if (!date.Exists)
            {
                var shown = text.Quote(date.Start, date.Length);
                notes.Report(StatementKind.Date, Severity.Error, new(date.Start, date.End), shown, "", $"没有{shown}这一天。", "请核对日期。");
            }
            else if (i + 1 < text.Dates.Count && text.Dates[i + 1].Exists)
            {
                Period(text, notes, date, text.Dates[i + 1]);
            }
        }
    }

    private static void Period(ReadText text, Notes notes, ReadDate from, ReadDate to)
    {
        var between = text.Plain.AsSpan(from.End, Math.Max(0, to.Start - from.End)).Trim(' ');
        // 2023年3月至11月: the year of the second date is the year of the first.
        to = to.Year is null ? to with { Year = from.Year } : to;
        if (Words.End(between, Until) && between.Length <= 3)
        {
            Judge(text, notes, from, to, true);
        }
        else if (between.Length <= 24 && between.IndexOf('。') < 0 && Words.Any(between, Begin) && Words.Any(text.Plain.AsSpan(to.End, Math.Min(10, text.Plain.Length - to.End)), Finish)
            && !Words.Any(between, Finish))
        {
            Judge(text, notes, from, to, false);
        }
    }

    private static void Judge(ReadText text, Notes notes, ReadDate from, ReadDate to, bool period)
    {
        if (from.First is not { } first || to.Last is not { } last)
        {
            return;
        }

        var place = new Stretch(from.Start, to.End);
        if (last < first)
        {
            notes.Report(StatementKind.Date, Severity.Error, place, text.Quote(to.Start, to.Length), text.Quote(from.Start, from.Length),
                $"{text.Quote(to.Start, to.Length)}早于{text.Quote(from.Start, from.Length)}，结束在开始之前。", "请核对起止日期。");
        }
        else if (period)
        {
            Duration(text, notes, from, to, first, last);
        }
    }

    /// <summary>为期、工期、共 N 天 or N 个月 right behind a period.</summary>
    private static void Duration(ReadText text, Notes notes, ReadDate from, ReadDate to, DateOnly first, DateOnly last)
    {
        if (Length(text, from, to) is not { } length)
        {
            return;
        }

        var days = last.DayNumber - first.DayNumber + 1;
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + (last.Day >= first.Day - 1 ? last.Day >= first.Day && from.Day is null ? 1 : 0 : -1);
        months = from.Day is not null && last.AddDays(1).Day == first.Day ? ((last.AddDays(1).Year - first.Year) * 12) + last.AddDays(1).Month - first.Month : months;
        var (fits, computed) = length.Unit switch
        {
            "天" when from.Day is not null && to.Day is not null => (length.Value == days || length.Value == days - 1, $"{days}天"),
            "月" => (Math.Abs(length.Value - months) <= (from.Day is null ? 0 : 1), $"{months}个月"),
            "年" => (Math.Abs((length.Value * 12) - months) <= 1, Numbers.Plainly(Scoring.Rounding.Round(months / 12m, 1)) + "年"),
            _ => (true, ""),
        };
        var words = new Stretch(Math.Min(from.Start, length.Start), Math.Max(to.End, length.End));
        if (!fits)
        {
            notes.Report(StatementKind.Date, Severity.Error, words, text.Shown(length), computed, $"{text.Quote(from.Start, to.End - from.Start)}为{computed}，文中写{text.Shown(length)}。", "请核对起止日期和期限。");
        }
        else if (computed.Length > 0)
        {
            notes.Verify(StatementKind.Date, words, text.Shown(length), computed, $"{text.Quote(from.Start, to.End - from.Start)} = {computed}");
        }
    }

    /// <summary>2023年3月至11月，为期9个月; 服务期12个月，自2023年2月1日起至2024年1月31日止.</summary>
    private static ReadNumber? Length(ReadText text, ReadDate from, ReadDate to)
    {
        var index = text.FirstAt(to.End);
        if (index < text.Numbers.Count && text.Numbers[index] is { Measure: Measure.Time, Firm: true } after && after.Start - to.End <= 12 && Words.Any(text.Lead(index), Lasting))
        {
            return after;
        }

        var before = text.FirstAt(from.Start) - 1;
        return before >= 0 && text.Numbers[before] is { Measure: Measure.Time, Firm: true } n && n.End <= from.Start && text.Plain.AsSpan(n.End, from.Start - n.End) is "，自" or "，从" or "(自" or "(" or "，" or "，即"
            && Words.Any(text.Lead(before), [.. Lasting, "服务期", "合同期", "实施期", "建设期", "租期", "运维期"]) ? n : null;
    }
}
