namespace PerfEval.Domain.Narratives;

/// <summary>报告提纲: the chapters that a kind of report has.</summary>
public sealed class ReportOutline
{
    /// <summary>Most characters of a code.</summary>
    public const int CodeLength = 40;

    /// <summary>Most characters of a name.</summary>
    public const int NameLength = 100;

    private readonly List<OutlineItem> items = [];

    private ReportOutline()
    {
    }

    /// <summary>Makes an outline.</summary>
    public ReportOutline(string code, string name) => (Code, Name) = (code, name);

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Short code, unique.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name for choosing it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Chapters in their order.</summary>
    public IReadOnlyList<OutlineItem> Items => items;

    /// <summary>Appends a chapter.</summary>
    /// <param name="level">1 to 4.</param>
    /// <param name="heading">Heading without number.</param>
    /// <param name="required">True when 送审 needs text here.</param>
    /// <param name="guidance">What the accountant should write.</param>
    /// <param name="table">The table that belongs here, if any.</param>
    public void Add(int level, string heading, bool required, string? guidance, ReportTable? table) =>
        items.Add(new OutlineItem(items.Count + 1, level, heading, required, guidance, table));
}

/// <summary>One chapter of an outline.</summary>
public sealed class OutlineItem
{
    /// <summary>Most characters of the guidance.</summary>
    public const int GuidanceLength = 300;

    private OutlineItem()
    {
    }

    internal OutlineItem(int position, int level, string heading, bool required, string? guidance, ReportTable? table) =>
        (Position, Level, Heading, Required, Guidance, Table) = (position, level, heading, required, guidance, table);

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The outline.</summary>
    public int OutlineId { get; private set; }

    /// <summary>Order, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>1 to 4: 一、（一）1.（1）.</summary>
    public int Level { get; private set; }

    /// <summary>Heading without number.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>True when 送审 needs text here.</summary>
    public bool Required { get; private set; }

    /// <summary>What the accountant should write.</summary>
    public string? Guidance { get; private set; }

    /// <summary>The table that belongs here.</summary>
    public ReportTable? Table { get; private set; }
}
