namespace PerfEval.Domain.Checks.Reading;

/// <summary>A date that was read in a text, to the day, the month or the year.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">Characters.</param>
/// <param name="Year">1900 to 2100; null when only month and day are written.</param>
/// <param name="Month">As written, also when there is no such month; null when only the year is written.</param>
/// <param name="Day">As written; null when not written.</param>
public sealed record ReadDate(int Start, int Length, int? Year, int? Month, int? Day)
{
    /// <summary>First character after it.</summary>
    public int End => Start + Length;

    /// <summary>False for the 31st of April, month 13 and the like.</summary>
    public bool Exists => Month is null or (>= 1 and <= 12)
        && (Day is null || (Day >= 1 && Day <= (Month is { } m && m is >= 1 and <= 12 ? DateTime.DaysInMonth(Year ?? 2024, m) : 31)));

    /// <summary>First day it may mean; null without a year or when it does not exist.</summary>
    public DateOnly? First => Year is { } y && Exists ? new DateOnly(y, Month ?? 1, Day ?? 1) : null;

    /// <summary>Last day it may mean; null without a year or when it does not exist.</summary>
    public DateOnly? Last => First is not { } first ? null
        : Day is not null ? first
        : Month is not null ? first.AddMonths(1).AddDays(-1)
        : first.AddYears(1).AddDays(-1);
}
