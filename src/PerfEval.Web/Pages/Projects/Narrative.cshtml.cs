using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Domain.Narratives;
using PerfEval.Web.Checks;
using PerfEval.Web.Filters;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

public sealed class NarrativeModel(PerfEvalDbContext db, CurrentPerson me, ProjectChecks checks) : PageModel
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

    /// <summary>The section as it is printed, with what 体检 found in it.</summary>
    public SectionCheck? Check { get; private set; }

    public IEnumerable<Section> Sections => Frame.Project.Sections;

    public async Task<IActionResult> OnGetAsync(int id, Guid? section, int? from, int? length, CancellationToken cancel)
    {
        if (await ShowAsync(id, section, cancel) is { } refused)
        {
            return refused;
        }

        Check = Current is null ? null : Check! with { From = from, Length = length };
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
            Check = null;
            Form.SeenVersion = Current.Version;
            ModelState.Remove($"{nameof(Form)}.{nameof(Form.SeenVersion)}");
        }

        return Page();
    }

    /// <summary>Checks the section as it is being typed; stores nothing.</summary>
    public async Task<IActionResult> OnPostCheckAsync(int id, [FromBody] SectionTyping? typing, CancellationToken cancel)
    {
        if (typing is not null && typing.Text?.Length > Section.BodyLength * 2)
        {
            return BadRequest();
        }

        return await ShowAsync(id, typing?.Id ?? Guid.Empty, cancel, typing?.Text ?? "") is { } refused ? refused : Partial("_SectionCheck", Check);
    }

    /// <summary>The text that somebody else saved meanwhile, shown beside what was typed.</summary>
    public string? Theirs { get; private set; }

    private async Task<IActionResult?> ShowAsync(int id, Guid? section, CancellationToken cancel, string? typed = null)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        Frame = new(project, "narrative", me.Actor);
        var facts = await checks.FactsAsync(project, cancel);
        (Numbers, Figures) = (Numbering.Of(project.Sections), facts.Figures);
        var sections = project.Sections.ToList();
        Current = section is { } wanted
            ? sections.Find(s => s.Id == wanted)
            : sections.Find(s => s.Required && !s.IsWritten) ?? sections.FirstOrDefault();
        if (section is not null && Current is null)
        {
            return NotFound();
        }

        Check = Current is null ? null : SectionCheck.Of(typed is null ? facts : facts.Typing(Current.Id, typed), Current.Id);
        Next = Current is null ? null : sections.Find(s => s.Position > Current.Position);
        return null;
    }
}
