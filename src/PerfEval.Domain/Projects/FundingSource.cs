namespace PerfEval.Domain.Projects;

/// <summary>Where money comes from (自评表“项目资金”各行).</summary>
public enum FundingKind
{
    /// <summary>财政拨款</summary>
    FiscalAppropriation,

    /// <summary>上年结转资金</summary>
    CarriedOver,

    /// <summary>单位自筹</summary>
    SelfRaised,

    /// <summary>其他资金</summary>
    Other,
}

/// <summary>The kinds in the users' words.</summary>
public static class FundingKindWords
{
    /// <summary>财政拨款, 单位自筹, …</summary>
    public static string Word(this FundingKind kind) => kind switch
    {
        FundingKind.FiscalAppropriation => "财政拨款",
        FundingKind.CarriedOver => "上年结转资金",
        FundingKind.SelfRaised => "单位自筹",
        _ => "其他资金",
    };
}

/// <summary>What a person enters for a funding source. Amounts in 元; null means not known yet.</summary>
/// <param name="Kind">Where the money comes from.</param>
/// <param name="Name">How the unit calls it.</param>
/// <param name="InitialBudget">年初预算.</param>
/// <param name="Received">到位.</param>
/// <param name="Executed">执行; stays empty when the spending lines say it.</param>
/// <param name="HandedBack">已交回财政.</param>
/// <param name="Note">Remark.</param>
public sealed record FundingEntry(
    FundingKind Kind, string Name, decimal? InitialBudget, decimal? Received, decimal? Executed, decimal? HandedBack, string? Note);

/// <summary>资金来源: one source with its budget, its adjustments, what arrived and what was used.</summary>
public sealed class FundingSource : IVersioned
{
    /// <summary>Most characters of a name.</summary>
    public const int NameLength = 100;

    /// <summary>Most characters of a note.</summary>
    public const int NoteLength = 500;

    private readonly List<BudgetAdjustment> adjustments = [];

    private FundingSource()
    {
    }

    internal FundingSource(Guid id, int position, FundingEntry entry)
    {
        Id = id;
        Position = position;
        Set(entry);
    }

    /// <summary>Key, made where the row was made.</summary>
    public Guid Id { get; private set; }

    /// <summary>The project.</summary>
    public int ProjectId { get; private set; }

    /// <summary>Order on the page, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Where the money comes from.</summary>
    public FundingKind Kind { get; private set; }

    /// <summary>How the unit calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>年初预算, 元.</summary>
    public decimal? InitialBudget { get; private set; }

    /// <summary>到位, 元.</summary>
    public decimal? Received { get; private set; }

    /// <summary>执行, 元; null when the spending lines say it.</summary>
    public decimal? Executed { get; private set; }

    /// <summary>已交回财政, 元.</summary>
    public decimal? HandedBack { get; private set; }

    /// <summary>Remark.</summary>
    public string? Note { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>预算调整 in the course of the year, oldest first.</summary>
    public IReadOnlyList<BudgetAdjustment> Adjustments => adjustments;

    /// <summary>全年预算 = 年初预算 + 各次调整, 元; null while the initial budget is unknown.</summary>
    public decimal? AdjustedBudget => InitialBudget + adjustments.Sum(a => a.Amount);

    /// <summary>The source as a person enters it.</summary>
    internal FundingEntry Entry => new(Kind, Name, InitialBudget, Received, Executed, HandedBack, Note);

    internal void Set(FundingEntry entry) =>
        (Kind, Name, InitialBudget, Received, Executed, HandedBack, Note) =
        (entry.Kind, entry.Name.Trim(), entry.InitialBudget, entry.Received, entry.Executed, entry.HandedBack, entry.Note);

    internal void Adjust(BudgetAdjustment adjustment)
    {
        adjustments.Add(adjustment);
        adjustments.Sort((a, b) => (a.Date, a.Document).CompareTo((b.Date, b.Document)));
    }

    internal void Remove(BudgetAdjustment adjustment) => adjustments.Remove(adjustment);
}

/// <summary>预算调整: an amount by which the budget was changed, with the document that says so.</summary>
public sealed class BudgetAdjustment
{
    /// <summary>Most characters of a document number.</summary>
    public const int DocumentLength = 100;

    private BudgetAdjustment()
    {
    }

    internal BudgetAdjustment(Guid id, DateOnly date, string document, decimal amount) =>
        (Id, Date, Document, Amount) = (id, date, document.Trim(), amount);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The funding source.</summary>
    public Guid FundingSourceId { get; private set; }

    /// <summary>Date of the document.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>文号, such as 呈财预〔2024〕36号.</summary>
    public string Document { get; private set; } = "";

    /// <summary>追加 (positive) or 调减 (negative), 元.</summary>
    public decimal Amount { get; private set; }
}
