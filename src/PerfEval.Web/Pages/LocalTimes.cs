using System.Globalization;

namespace PerfEval.Web.Pages;

/// <summary>Stored UTC as the clock on the wall shows it, in China wherever the server stands.</summary>
internal static class LocalTimes
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static string Shown(this DateTime utc, string format = "yyyy-MM-dd HH:mm") => (utc + China).ToString(format, CultureInfo.InvariantCulture);

    /// <summary>The day in China.</summary>
    public static DateOnly Day(this DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime + China);

    /// <summary>The moment at which a day begins, UTC.</summary>
    public static DateTime Begin(this DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - China, DateTimeKind.Utc);
}
