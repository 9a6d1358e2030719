using PerfEval.Domain.Projects;

namespace PerfEval.Web.Pages.Projects;

/// <summary>Which carried texts a person has read and confirms.</summary>
public sealed class CarriedForm
{
    public List<CarriedRow> Rows { get; set; } = [];

    /// <summary>Back to the page the text stands on, where the button was pressed.</summary>
    public bool Back { get; set; }

    public IReadOnlyList<CarriedKey> ToKeys() => [.. Rows.Where(r => r.Chosen).Select(r => new CarriedKey(r.Part, r.Id, r.SeenVersion)).Distinct()];
}

/// <summary>One carried text in the version that was read.</summary>
public sealed class CarriedRow
{
    public CarriedPart Part { get; set; }

    public Guid Id { get; set; }

    public long SeenVersion { get; set; }

    public bool Chosen { get; set; }
}

/// <summary>The mark beside a carried text, with the button that confirms it.</summary>
/// <param name="Project">The project's id.</param>
/// <param name="Text">The text; null when it is not, or no longer, a carried one.</param>
/// <param name="MayConfirm">True when the person may confirm it now.</param>
public sealed record CarriedMark(int Project, CarriedText? Text, bool MayConfirm)
{
    /// <summary>The mark of a row of the project that a page shows.</summary>
    public static CarriedMark Of(ProjectFrame frame, CarriedPart part, Guid? id = null) => new(
        frame.Project.Id, frame.Carried.FirstOrDefault(c => c.Key.Part == part && c.Key.Id == (id ?? Guid.Empty)), frame.MayEnter);
}
