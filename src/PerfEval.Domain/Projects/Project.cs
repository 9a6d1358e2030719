using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Organisations;

namespace PerfEval.Domain.Projects;

/// <summary>What a person enters about the project itself.</summary>
/// <param name="FiscalYear">预算年度.</param>
/// <param name="Name">项目名称.</param>
/// <param name="SupervisingDepartment">主管部门.</param>
/// <param name="Background">立项背景.</param>
/// <param name="Purpose">立项目的.</param>
public sealed record ProjectEntry(int FiscalYear, string Name, string? SupervisingDepartment, string? Background, string? Purpose);

/// <summary>项目: what a unit was given budget money for in one year, with everything its evaluation is computed from.</summary>
public sealed partial class Project : IVersioned
{
    /// <summary>Most characters of a name.</summary>
    public const int NameLength = 200;

    /// <summary>Most characters of the supervising department.</summary>
    public const int SupervisingDepartmentLength = 100;

    /// <summary>Most characters of 立项背景 and 立项目的.</summary>
    public const int TextLength = 4000;

    private Project()
    {
    }

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Names the project's chain of audit rows; known before the database has given the key.</summary>
    public Guid ChainId { get; private set; } = Guid.NewGuid();

    /// <summary>预算年度.</summary>
    public int FiscalYear { get; private set; }

    /// <summary>项目名称.</summary>
    public string Name { get; private set; } = "";

    /// <summary>项目单位.</summary>
    public int OrganisationId { get; private set; }

    /// <summary>项目单位, when loaded.</summary>
    public Organisation? Organisation { get; private set; }

    /// <summary>主管部门.</summary>
    public string? SupervisingDepartment { get; private set; }

    /// <summary>立项背景.</summary>
    public string? Background { get; private set; }

    /// <summary>立项目的.</summary>
    public string? Purpose { get; private set; }

    /// <summary>Title, signature and date of the report.</summary>
    public ReportHeader Header { get; private set; } = new();

    /// <summary>Totals as a published paper prints them; all empty in our own evaluations.</summary>
    public StatedTotals Stated { get; private set; } = new();

    /// <summary>
    /// Sums kept for lists and dashboards, so that they never add up lines. The data layer renews them in the same
    /// transaction as the rows; rules compute from the rows instead.
    /// </summary>
    public KeptTotals Kept { get; private set; } = new();

    /// <summary>The evaluation of the project.</summary>
    public Evaluation Evaluation { get; private set; } = null!;

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Opens a project with its evaluation.</summary>
    /// <param name="organisation">项目单位; must be active.</param>
    /// <param name="entry">What was entered.</param>
    /// <param name="kind">单位自评, 部门评价 or 财政评价.</param>
    /// <exception cref="RuleBroken">The unit is closed or the year cannot be meant.</exception>
    public static Project Open(Organisation organisation, ProjectEntry entry, EvaluationKind kind)
    {
        if (!organisation.IsActive)
        {
            throw new RuleBroken($"单位“{organisation.Name}”已停用，不能新建项目");
        }

        var project = new Project
        {
            Organisation = organisation,
            OrganisationId = organisation.Id,
            Evaluation = new Evaluation(kind),
        };
        project.Set(entry);
        return project;
    }

    /// <summary>Changes what was entered about the project.</summary>
    /// <param name="entry">The new values.</param>
    /// <param name="seen">Version the person saw.</param>
    public void Change(ProjectEntry entry, long seen)
    {
        Evaluation.RefuseUnlessOpen();
        RowStale.Refuse(this, seen, $"项目“{Name}”");
        Set(entry);
    }

    /// <summary>Sets title, signature and date of the report.</summary>
    public void Head(ReportHeader header) => Header = header;

    /// <summary>Records the totals a published paper prints.</summary>
    public void State(StatedTotals stated) => Stated = stated;

    private void Set(ProjectEntry entry)
    {
        if (!Projects.FiscalYear.IsValid(entry.FiscalYear))
        {
            throw new RuleBroken($"预算年度应在{Projects.FiscalYear.First}年至{Projects.FiscalYear.Last}年之间", nameof(FiscalYear));
        }

        var (background, purpose) = (Text.OrNull(entry.Background), Text.OrNull(entry.Purpose));
        BackgroundCarriedFrom = background == Background ? BackgroundCarriedFrom : null;
        PurposeCarriedFrom = purpose == Purpose ? PurposeCarriedFrom : null;
        (FiscalYear, Name, SupervisingDepartment, Background, Purpose) =
            (entry.FiscalYear, entry.Name.Trim(), Text.OrNull(entry.SupervisingDepartment), background, purpose);
    }

    private static T Find<T>(List<T> rows, Func<T, Guid> id, Guid wanted, string what) where T : class =>
        rows.FirstOrDefault(r => id(r) == wanted) ?? throw new RowStale(what);

    private static int Next<T>(List<T> rows, Func<T, int> position) => rows.Count == 0 ? 1 : rows.Max(position) + 1;
}
