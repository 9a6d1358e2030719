using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Domain.Narratives;
using PerfEval.Domain.Projects;
using PerfEval.Web.Filters;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

public sealed class NarrativeModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    [BindProperty]
    public SectionForm Form { get; set; } = new();

    public ProjectFrame Frame { get; private set; } = null!;

    public Section? Current { get; private set; }

    public Section? Next { get; private set; }

    public IReadOnlyDictionary<Guid, string> Numbers { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyDictionary<string, string> Figures { get; private set; } = new Dictionary<string, string>();

    /// <summary>Names in {{…}} of the text shown that are neither a figure nor a table.</summary>
    public IReadOnlyList<string> Unknown { get; private set; } = [];

    public IEnumerable<Section> Sections => Frame.Project.Sections;

    public async Task<IActionResult> OnGetAsync(int id, Guid? section, CancellationToken cancel)
    {
        if (await ShowAsync(id, section, cancel) is { } refused)
        {
            return refused;
        }

        Form = new() { Id = Current?.Id ?? Guid.Empty, SeenVersion = Current?.Version ?? 0, Body = Current?.Body };
        Unknown = [.. LiveText.Unknown(Form.Body ?? "", Figures)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (await ShowAsync(id, Form.Id, cancel) is { } refused)
        {
            return refused;
        }

        var project = Frame.Project;
        var done = this.Accepts(Form, new SectionFormRules(), nameof(Form)) && await this.TryAsync(nameof(Form), async () =>
        {
            project.WriteSection(Form.Id, Form.SeenVersion, Form.Body);
            var act = $"写报告正文：{Current!.Heading}";
            await db.Doing(AuditChain.Of(project), act[..Math.Min(AuditRow.ActLength, act.Length)]).SaveChangesAsync(cancel);
        });
        if (done)
        {
            TempData["Flash"] = $"已保存“{Current!.Heading}”。";
            return RedirectToPage(new { id, section = Form.GoOn ? Next?.Id ?? Form.Id : Form.Id });
        }

        if (Response.StatusCode == StatusCodes.Status409Conflict)
        {
            db.ChangeTracker.Clear();
            await ShowAsync(id, Form.Id, cancel);
            Theirs = Current!.Body;
            Form.SeenVersion = Current.Version;
            ModelState.Remove($"{nameof(Form)}.{nameof(Form.SeenVersion)}");
        }

        return Page();
    }

    /// <summary>The text that somebody else saved meanwhile, shown beside what was typed.</summary>
    public string? Theirs { get; private set; }

    // The report quotes the rate by the denominator of its tree, as the score table does.
    private async Task<IReadOnlyDictionary<string, string>> FiguresAsync(Project project, CancellationToken cancel)
    {
        var tree = await db.TreeOfAsync(project, cancel);
        return ProjectFigures.Quotable(project, tree, await db.SheetOfAsync(project, tree, cancel));
    }

    private async Task<IActionResult?> ShowAsync(int id, Guid? section, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        Frame = new(project, "narrative", me.Actor);
        (Numbers, Figures) = (Numbering.Of(project.Sections), await FiguresAsync(project, cancel));
        var sections = project.Sections.ToList();
        Current = section is { } wanted
            ? sections.Find(s => s.Id == wanted)
            : sections.Find(s => s.Required && !s.IsWritten) ?? sections.FirstOrDefault();
        if (section is not null && Current is null)
        {
            return NotFound();
        }

        Next = Current is null ? null : sections.Find(s => s.Position > Current.Position);
        return null;
    }
}
