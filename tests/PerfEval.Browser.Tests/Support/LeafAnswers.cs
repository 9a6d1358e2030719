namespace PerfEval.Browser.Tests.Support;

/// <summary>How the 32 leaves of the 东川 tree are answered in the journey; three of them are taken from the project's data.</summary>
internal static class LeafAnswers
{
    public static readonly string[] Yes = ["A111", "A121", "A122", "A131", "A132", "A211", "A212", "A213", "A221", "A222"];

    public static readonly (string Code, string Level)[] Levels =
    [
        ("B12", "规范"), ("B311", "制订相关制度或采取措施"), ("B321", "有效执行"), ("B322", "有效执行"), ("B323", "有效执行"), ("B324", "部分规范"),
    ];

    /// <summary>Leaves with one number.</summary>
    public static readonly (string Code, string Number)[] Numbers =
    [
        ("B11", "0"), ("B21", "0"), ("B231", "0"), ("B232", "0"), ("B312", "1"), ("B331", "0"), ("B332", "0"), ("C114", "100"), ("C221", "93.5"),
    ];

    /// <summary>Leaves in which nothing is ticked but the answer itself.</summary>
    public static readonly string[] NothingToDeduct = ["B22", "C113"];

    public static readonly string[] Bound = ["B13", "C112", "C115"];
}
