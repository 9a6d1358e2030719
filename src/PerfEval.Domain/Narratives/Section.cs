namespace PerfEval.Domain.Narratives;

/// <summary>章节: one heading of the report with the text below it.</summary>
public sealed class Section : IVersioned
{
    /// <summary>Most characters of a heading.</summary>
    public const int HeadingLength = 200;

    /// <summary>Most characters of a body.</summary>
    public const int BodyLength = 8000;

    private Section()
    {
    }

    internal Section(Guid id, OutlineItem item)
    {
        (Id, Position, Level, Heading) = (id, item.Position, item.Level, item.Heading);
        (Required, Guidance) = (item.Required, item.Guidance);
        Body = item.Table?.Mark() ?? "";
    }

    internal Section(Guid id, int position, int level, string? statedNumber, string? heading, bool runIn, string? body)
    {
        (Id, Position, Level, StatedNumber, Heading, RunIn) = (id, position, level, statedNumber, heading ?? "", runIn);
        Write(body);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The project.</summary>
    public int ProjectId { get; private set; }

    /// <summary>Order, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>0: text before the first chapter; 1 to 4: 一、（一）1.（1）.</summary>
    public int Level { get; private set; }

    /// <summary>The number as a published paper prints it; null for the regular one.</summary>
    public string? StatedNumber { get; private set; }

    /// <summary>Heading without number; empty on level 0.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>True when heading and text stand in one paragraph.</summary>
    public bool RunIn { get; private set; }

    /// <summary>Paragraphs, one per line; tables and live figures as {{…}}.</summary>
    public string Body { get; private set; } = "";

    /// <summary>True when 送审 needs text here.</summary>
    public bool Required { get; private set; }

    /// <summary>What the accountant should write.</summary>
    public string? Guidance { get; private set; }

    /// <summary>Year from which the text was copied; null once somebody edited or confirmed it.</summary>
    public int? CarriedFrom { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>True when somebody wrote something besides the table.</summary>
    public bool IsWritten => LiveText.Blocks(Body).Any(b => b.Table is null);

    internal void Write(string? body)
    {
        var text = Text.Lines(body);
        (CarriedFrom, Body) = (text == Body ? CarriedFrom : null, text);
    }

    internal void CarryFrom(int? year) => CarriedFrom = year;

    internal void MoveTo(int position) => Position = position;
}
