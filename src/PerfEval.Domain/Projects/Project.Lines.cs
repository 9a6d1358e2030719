namespace PerfEval.Domain.Projects;

/// <summary>The spending lines (预算明细).</summary>
public sealed partial class Project
{
    private readonly List<BudgetLine> lines = [];

    /// <summary>预算明细 in their order.</summary>
    public IReadOnlyList<BudgetLine> Lines => lines;

    /// <summary>
    /// The one way in which spending lines change. Either all rows are applied or none: all faults of all rows and all
    /// stale rows come back at once. A new row that is already there by its id (a resend) is applied once.
    /// </summary>
    /// <param name="changes">The rows.</param>
    /// <returns>What became of them.</returns>
    /// <exception cref="RuleBroken">The project is not open for entering.</exception>
    public LineOutcome Apply(LineChanges changes)
    {
        Evaluation.RefuseUnlessOpen();
        var byId = lines.ToDictionary(l => l.Id);
        var faults = changes.Rows.SelectMany((change, i) => (change.Entry?.Faults() ?? []).Select(f => new LineFault(i, f))).ToList();
        var stale = StaleOf(changes, byId);
        return faults.Count > 0 || stale.Count > 0
            ? new(faults, stale, [])
            : new([], [], [.. changes.Rows.Select(c => ApplyOne(c, byId)).OfType<BudgetLine>()]);
    }

    /// <summary>The rows that somebody else changed meanwhile, for a door that cannot read all rows yet; nothing is applied.</summary>
    /// <param name="changes">The rows.</param>
    public LineOutcome Stale(LineChanges changes) => new([], StaleOf(changes, lines.ToDictionary(l => l.Id)), []);

    /// <summary>
    /// Puts a line before another one, or at the end. Its place is no content: colleagues who type in other lines, or in
    /// this one, do not notice.
    /// </summary>
    /// <param name="id">The line to move.</param>
    /// <param name="before">The line it shall stand before; null, or one that is gone, for the end.</param>
    /// <exception cref="RowStale">The line is gone.</exception>
    public void MoveLine(Guid id, Guid? before)
    {
        Evaluation.RefuseUnlessOpen();
        Place(Find(lines, l => l.Id, id, "该支出明细"), before);
    }

    /// <summary>Records what a published paper prints as the balance of a line.</summary>
    public void StateBalance(Guid line, decimal? balance) => Find(lines, l => l.Id, line, "该支出明细").State(balance);

    // A row sent as new that is there already: a resend says the same; anything else would overwrite a colleague.
    private static bool IsOtherThanResent(BudgetLine? stored, LineChange change) =>
        stored is not null && (change.Entry is null || new BudgetLine(change.Id, 0, change.Entry).Entry != stored.Entry);

    private static List<(int, BudgetLine?)> StaleOf(LineChanges changes, Dictionary<Guid, BudgetLine> byId)
    {
        var stale = new List<(int, BudgetLine?)>();
        for (var i = 0; i < changes.Rows.Count; i++)
        {
            var change = changes.Rows[i];
            var stored = byId.GetValueOrDefault(change.Id);
            if (change.SeenVersion is { } seen ? stored?.Version != seen : IsOtherThanResent(stored, change))
            {
                stale.Add((i, stored));
            }
        }

        return stale;
    }

    private BudgetLine? ApplyOne(LineChange change, Dictionary<Guid, BudgetLine> byId)
    {
        var stored = byId.GetValueOrDefault(change.Id);
        if (change.Entry is null)
        {
            if (stored is not null)
            {
                KeepEvidenceOf(EvidencePlace.Line(stored.Id), stored.Item);
                lines.Remove(stored);
                byId.Remove(change.Id);
            }

            return null;
        }

        if (stored is null)
        {
            stored = new BudgetLine(change.Id, Next(lines, l => l.Position), change.Entry);
            lines.Add(stored);
            byId.Add(change.Id, stored);
            if (change.Before is { } before && byId.ContainsKey(before))
            {
                Place(stored, before);
            }
        }
        else
        {
            stored.Set(change.Entry);
        }

        return stored;
    }

    private void Place(BudgetLine line, Guid? before)
    {
        lines.Sort((a, b) => a.Position.CompareTo(b.Position));
        lines.Remove(line);
        var at = before is { } b ? lines.FindIndex(l => l.Id == b) : -1;
        lines.Insert(at < 0 ? lines.Count : at, line);
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i].MoveTo(i + 1);
        }
    }
}
