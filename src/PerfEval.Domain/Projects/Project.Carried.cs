using PerfEval.Domain.Narratives;

namespace PerfEval.Domain.Projects;

/// <summary>What was carried over from last year's project (结转).</summary>
public sealed partial class Project
{
    /// <summary>The project from which this one was carried over.</summary>
    public int? CarriedFromId { get; private set; }

    /// <summary>Year from which 立项背景 was copied; null once somebody edited or confirmed it.</summary>
    public int? BackgroundCarriedFrom { get; private set; }

    /// <summary>Year from which 立项目的 was copied; null once somebody edited or confirmed it.</summary>
    public int? PurposeCarriedFrom { get; private set; }

    /// <summary>Every text that still stands as it was copied, in the order of the pages.</summary>
    public IReadOnlyList<CarriedText> Carried()
    {
        var carried = new List<CarriedText>();
        void Add(CarriedPart part, Guid id, long version, string what, string? body, int? from)
        {
            if (from is { } year)
            {
                carried.Add(new(new(part, id, version), what, body ?? "", year, FiscalYear));
            }
        }

        Add(CarriedPart.Background, Guid.Empty, Version, "", Background, BackgroundCarriedFrom);
        Add(CarriedPart.Purpose, Guid.Empty, Version, "", Purpose, PurposeCarriedFrom);
        objectives.ForEach(o => Add(CarriedPart.Objective, o.Id, o.Version, o.Kind.Word(), o.Text, o.CarriedFrom));
        targets.ForEach(t => Add(CarriedPart.Target, t.Id, t.Version, $"第{t.Position}条", string.Join(" ", new[] { t.Activity, t.Goal, t.IndicatorName, t.Shown }.Where(s => !string.IsNullOrEmpty(s))), t.CarriedFrom));
        implementation.ForEach(i => Add(CarriedPart.Implementation, i.Id, i.Version, $"第{i.Position}条 {i.ImplementingUnit}", i.Activity.Length > 0 ? $"{i.Activity}：{i.Description}" : i.Description, i.CarriedFrom));
        var numbers = Numbering.Of(sections);
        sections.ForEach(s => Add(CarriedPart.Section, s.Id, s.Version, s.Level == 0 ? "前言" : numbers[s.Id] + s.Heading, s.Body, s.CarriedFrom));
        return carried;
    }

    /// <summary>确认沿用: a person has read these texts and says that they hold for this year too. All of them or none.</summary>
    /// <param name="read">What was read, in the version that was read.</param>
    /// <exception cref="RuleBroken">The project is not open, or nothing was chosen.</exception>
    /// <exception cref="RowStale">A text was changed, confirmed or deleted meanwhile.</exception>
    public void ConfirmCarried(IReadOnlyCollection<CarriedKey> read)
    {
        Evaluation.RefuseUnlessOpen();
        if (read.Count == 0)
        {
            throw new RuleBroken("请先勾选看过并确认沿用的内容");
        }

        var open = Carried().ToDictionary(c => c.Key);
        foreach (var key in read.Where(k => !open.ContainsKey(k)))
        {
            throw new RowStale($"沿用的{key.Part.Word()}");
        }

        foreach (var (part, id, _) in read)
        {
            switch (part)
            {
                case CarriedPart.Background:
                    BackgroundCarriedFrom = null;
                    break;
                case CarriedPart.Purpose:
                    PurposeCarriedFrom = null;
                    break;
                case CarriedPart.Objective:
                    objectives.First(o => o.Id == id).CarryFrom(null);
                    break;
                case CarriedPart.Target:
                    targets.First(t => t.Id == id).CarryFrom(null);
                    break;
                case CarriedPart.Implementation:
                    implementation.First(i => i.Id == id).CarryFrom(null);
                    break;
                default:
                    sections.First(s => s.Id == id).CarryFrom(null);
                    break;
            }
        }
    }

    internal void CarryFrom(Project source, int? background, int? purpose) =>
        (CarriedFromId, BackgroundCarriedFrom, PurposeCarriedFrom) = (source.Id, background, purpose);

    /// <summary>Puts a section of another project's report into this one; everything behind it moves down.</summary>
    internal Section InsertSection(int at, Section like)
    {
        var section = new Section(Guid.NewGuid(), 0, like.Level, null, like.Heading, like.RunIn, like.Body);
        sections.Insert(at, section);
        for (var i = 0; i < sections.Count; i++)
        {
            sections[i].MoveTo(i + 1);
        }

        return section;
    }
}
