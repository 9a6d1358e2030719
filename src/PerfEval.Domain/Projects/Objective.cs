namespace PerfEval.Domain.Projects;

/// <summary>Which 绩效目标 it is.</summary>
public enum ObjectiveKind
{
    /// <summary>总目标</summary>
    Overall,

    /// <summary>年度目标</summary>
    Annual,

    /// <summary>阶段性目标</summary>
    Stage,
}

/// <summary>The kinds in the users' words.</summary>
public static class ObjectiveKindWords
{
    /// <summary>总目标, 年度目标, 阶段性目标.</summary>
    public static string Word(this ObjectiveKind kind) => kind switch
    {
        ObjectiveKind.Overall => "总目标",
        ObjectiveKind.Annual => "年度目标",
        _ => "阶段性目标",
    };
}

/// <summary>绩效目标 of the project as a whole, in words. One per kind.</summary>
public sealed class Objective : IVersioned
{
    /// <summary>Most characters.</summary>
    public const int TextLength = 2000;

    private Objective()
    {
    }

    internal Objective(Guid id, ObjectiveKind kind, string text) => (Id, Kind, Text) = (id, kind, Domain.Text.Lines(text));

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The project.</summary>
    public int ProjectId { get; private set; }

    /// <summary>Which objective.</summary>
    public ObjectiveKind Kind { get; private set; }

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Year from which the row was copied; null once somebody edited or confirmed it.</summary>
    public int? CarriedFrom { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    internal void Set(string text)
    {
        var lines = Domain.Text.Lines(text);
        (CarriedFrom, Text) = (lines == Text ? CarriedFrom : null, lines);
    }

    internal void CarryFrom(int? year) => CarriedFrom = year;
}

/// <summary>项目实施情况: what a unit did with its part, one row of the table of 004.</summary>
public sealed class ImplementationNote : IVersioned
{
    /// <summary>Most characters of the description.</summary>
    public const int DescriptionLength = 2000;

    private ImplementationNote()
    {
    }

    internal ImplementationNote(Guid id, int position, string implementingUnit, string activity, string description)
    {
        Id = id;
        Position = position;
        Set(implementingUnit, activity, description);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The project.</summary>
    public int ProjectId { get; private set; }

    /// <summary>Order on the page, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>实施单位.</summary>
    public string ImplementingUnit { get; private set; } = "";

    /// <summary>项目名称.</summary>
    public string Activity { get; private set; } = "";

    /// <summary>项目实施情况.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Year from which the row was copied; null once somebody edited or confirmed it.</summary>
    public int? CarriedFrom { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    internal void Set(string? implementingUnit, string? activity, string? description)
    {
        var before = (ImplementingUnit, Activity, Description);
        (ImplementingUnit, Activity, Description) = (implementingUnit?.Trim() ?? "", activity?.Trim() ?? "", Text.Lines(description));
        CarriedFrom = before == (ImplementingUnit, Activity, Description) ? CarriedFrom : null;
    }

    internal void CarryFrom(int? year) => CarriedFrom = year;
}
