using PerfEval.Domain.Narratives;

namespace PerfEval.Domain.Projects;

/// <summary>The text of the report (报告正文).</summary>
public sealed partial class Project
{
    private readonly List<Section> sections = [];

    /// <summary>Sections of the report in their order.</summary>
    public IReadOnlyList<Section> Sections => sections;

    /// <summary>Lays out the report after an outline; sections that are there already stay.</summary>
    /// <param name="outline">The chapters.</param>
    public void Outline(ReportOutline outline)
    {
        if (sections.Count > 0)
        {
            throw new RuleBroken("报告提纲已经生成");
        }

        sections.AddRange(outline.Items.OrderBy(i => i.Position).Select(i => new Section(Guid.NewGuid(), i)));
    }

    /// <summary>Adds a section as a published paper has it.</summary>
    /// <param name="level">0 for the text before the first chapter, else 1 to 4.</param>
    /// <param name="statedNumber">The number as printed; null for the regular one.</param>
    /// <param name="heading">Heading without number; null on level 0.</param>
    /// <param name="runIn">True when heading and text stand in one paragraph.</param>
    /// <param name="body">Paragraphs, one per line.</param>
    public void AddSection(int level, string? statedNumber, string? heading, bool runIn, string? body) =>
        sections.Add(new Section(Guid.NewGuid(), Next(sections, s => s.Position), level, statedNumber, heading, runIn, body));

    /// <summary>Writes the text of a section.</summary>
    /// <param name="id">The section.</param>
    /// <param name="seen">Version the person saw.</param>
    /// <param name="body">Paragraphs, one per line; tables and live figures as {{…}}.</param>
    public Section WriteSection(Guid id, long seen, string? body)
    {
        Evaluation.RefuseUnlessOpen();
        var section = Find(sections, s => s.Id, id, "该章节");
        RowStale.Refuse(section, seen, $"章节“{section.Heading}”");
        section.Write(body);
        return section;
    }
}
