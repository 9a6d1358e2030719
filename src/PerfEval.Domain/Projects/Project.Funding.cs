namespace PerfEval.Domain.Projects;

/// <summary>The funding sources (资金来源).</summary>
public sealed partial class Project
{
    private readonly List<FundingSource> funding = [];

    /// <summary>资金来源 in their order.</summary>
    public IReadOnlyList<FundingSource> Funding => funding;

    /// <summary>Adds or changes a funding source.</summary>
    /// <param name="id">The row; unknown ids make a new one when nothing was seen.</param>
    /// <param name="seen">Version the person saw; null for a new row.</param>
    /// <param name="entry">What was entered.</param>
    public FundingSource SaveFunding(Guid id, long? seen, FundingEntry entry)
    {
        Evaluation.RefuseUnlessOpen();
        return Save(funding, funding.FirstOrDefault(f => f.Id == id), seen, new FundingSource(id, Next(funding, f => f.Position), entry),
            f => f.Entry, f => f.Set(entry), $"资金来源“{entry.Name}”");
    }

    /// <summary>Deletes a funding source with its adjustments.</summary>
    public void RemoveFunding(Guid id, long seen)
    {
        Evaluation.RefuseUnlessOpen();
        var stored = Find(funding, f => f.Id, id, "该资金来源");
        RowStale.Refuse(stored, seen, $"资金来源“{stored.Name}”");
        funding.Remove(stored);
    }

    /// <summary>Records a change of the budget with its document.</summary>
    /// <param name="fundingId">The source whose budget changed.</param>
    /// <param name="id">Key of the adjustment.</param>
    /// <param name="date">Date of the document.</param>
    /// <param name="document">文号.</param>
    /// <param name="amount">追加 positive, 调减 negative, 元.</param>
    /// <exception cref="RuleBroken">The date cannot be meant, the document is missing or the amount is 0.</exception>
    public void AdjustBudget(Guid fundingId, Guid id, DateOnly date, string? document, decimal amount)
    {
        Evaluation.RefuseUnlessOpen();
        var source = Find(funding, f => f.Id, fundingId, "该资金来源");
        var faults = new List<Fault>();
        if (!Projects.FiscalYear.Contains(date))
        {
            faults.Add(new("Date", $"调整日期{date:yyyy-MM-dd}不合常理，应在{Projects.FiscalYear.FirstDay:yyyy-MM-dd}之后"));
        }

        if (string.IsNullOrWhiteSpace(document) || document.Trim().Length > BudgetAdjustment.DocumentLength)
        {
            faults.Add(new("Document", $"请填写调整依据的文号，不超过{BudgetAdjustment.DocumentLength}个字"));
        }

        if (amount == 0)
        {
            faults.Add(new("Amount", "调整金额不能为0，追加填正数，调减填负数"));
        }

        if (faults.Count > 0)
        {
            throw new RuleBroken(faults);
        }

        if (source.Adjustments.All(a => a.Id != id))
        {
            source.Adjust(new BudgetAdjustment(id, date, document!, amount));
        }
    }

    /// <summary>Takes back an adjustment that was entered by mistake.</summary>
    public void RemoveAdjustment(Guid fundingId, Guid id)
    {
        Evaluation.RefuseUnlessOpen();
        var source = Find(funding, f => f.Id, fundingId, "该资金来源");
        source.Remove(source.Adjustments.FirstOrDefault(a => a.Id == id) ?? throw new RowStale("该调整记录"));
    }

    // A row sent as new that is there already is a resend: nothing to do when it says the same, stale when somebody
    // changed it since. A row sent as seen must be there in the version that was seen.
    private static T Save<T, TEntry>(
        List<T> rows, T? stored, long? seen, T fresh, Func<T, TEntry> entry, Action<T> set, string what) where T : class, IVersioned
    {
        if (stored is null)
        {
            if (seen is not null)
            {
                throw new RowStale(what);
            }

            rows.Add(fresh);
            return fresh;
        }

        if (seen is { } version ? stored.Version != version : !Equals(entry(stored), entry(fresh)))
        {
            throw new RowStale(what);
        }

        set(stored);
        return stored;
    }
}
