namespace PerfEval.Domain;

/// <summary>
/// A row that two people may edit. The number is raised by every save; a save that started from an older number is
/// refused, so that nobody overwrites a colleague's work without seeing it.
/// </summary>
public interface IVersioned
{
    /// <summary>Number of the last save, starting at 1; 0 before the first.</summary>
    long Version { get; }
}

/// <summary>Somebody else saved the row in the meantime. What was typed is kept by the page; the row shows theirs.</summary>
public sealed class RowStale : Exception
{
    /// <summary>Names the row for the user.</summary>
    /// <param name="what">The row in the user's words, such as 支出明细“办公费”.</param>
    public RowStale(string what) : base($"{what}刚被他人修改或删除。您填写的内容仍在页面上，请对照最新内容后重新保存。")
    {
    }

    /// <summary>Refuses a save that started from another version than the row has now.</summary>
    /// <param name="row">The row as stored.</param>
    /// <param name="seen">The version the person saw.</param>
    /// <param name="what">The row in the user's words.</param>
    public static void Refuse(IVersioned row, long seen, string what)
    {
        if (row.Version != seen)
        {
            throw new RowStale(what);
        }
    }
}
