namespace PerfEval.Domain.Projects;

/// <summary>What stands above and below the text of the report.</summary>
public sealed record ReportHeader
{
    /// <summary>Most characters of a title.</summary>
    public const int TitleLength = 300;

    /// <summary>Most characters of the annex label.</summary>
    public const int AnnexLabelLength = 50;

    /// <summary>Most characters of the signatory.</summary>
    public const int SignatoryLength = 100;

    /// <summary>附件4-4, when the report is an annex.</summary>
    public string? AnnexLabel { get; init; }

    /// <summary>Title; line breaks as wanted. Null means the title made from unit, project and year.</summary>
    public string? Title { get; init; }

    /// <summary>署名.</summary>
    public string? Signatory { get; init; }

    /// <summary>成文日期.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>True when the report ends with the annex 数据核对表.</summary>
    public bool WithChecks { get; init; }
}

/// <summary>Totals as a published paper prints them, 元. Compared by checks, never computed with.</summary>
/// <param name="Allocated">拨款（投入）合计.</param>
/// <param name="Spent">支出合计.</param>
/// <param name="Balance">结余合计.</param>
public sealed record StatedTotals(decimal? Allocated = null, decimal? Spent = null, decimal? Balance = null);

/// <summary>Sums kept on the project row for lists, 元; null while no row says the amount, which is not the same as 0.</summary>
/// <param name="InitialBudget">年初预算.</param>
/// <param name="AdjustedBudget">全年预算.</param>
/// <param name="Received">到位.</param>
/// <param name="Allocated">实际拨款.</param>
/// <param name="Spent">实际支出: of the lines, or of the sources where no line says it.</param>
public sealed record KeptTotals(
    decimal? InitialBudget = null, decimal? AdjustedBudget = null, decimal? Received = null, decimal? Allocated = null, decimal? Spent = null);
