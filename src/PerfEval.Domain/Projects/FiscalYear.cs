namespace PerfEval.Domain.Projects;

/// <summary>预算年度: the calendar year whose budget is evaluated (预算法 §18).</summary>
public static class FiscalYear
{
    /// <summary>First year that can be entered.</summary>
    public const int First = 2010;

    /// <summary>Last year that can be entered.</summary>
    public const int Last = 2099;

    /// <summary>True when a project may belong to the year.</summary>
    public static bool IsValid(int year) => year is >= First and <= Last;

    /// <summary>Earliest date that a document, adjustment or signature of the trade can carry here.</summary>
    public static DateOnly FirstDay { get; } = new(First - 1, 1, 1);

    /// <summary>Latest such date.</summary>
    public static DateOnly LastDay { get; } = new(Last, 12, 31);

    /// <summary>True for dates that can be meant; 1900-01-01 is a spreadsheet's zero, not a date.</summary>
    public static bool Contains(DateOnly date) => date >= FirstDay && date <= LastDay;
}
