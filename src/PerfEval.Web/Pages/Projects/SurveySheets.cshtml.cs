using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain;
using PerfEval.Domain.Surveys;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>问卷 one by one: typed in from paper, looked at, taken back.</summary>
public sealed class SurveySheetsModel(PerfEvalDbContext db, CurrentPerson me, TimeProvider time) : PageModel
{
    /// <summary>Sheets on the page: the latest.</summary>
    public const int Shown = 50;

    [BindProperty]
    public SurveySheetForm Form { get; set; } = new();

    /// <summary>Number of a sheet that is looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    public ProjectFrame Frame { get; private set; } = null!;

    public Survey Survey => Frame.Project.Survey!;

    public IReadOnlyList<SurveySheet> Sheets { get; private set; } = [];

    /// <summary>The sheet that is about to be taken back.</summary>
    public SurveySheet? Chosen { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>True when sheets can be typed in now.</summary>
    public bool MayType => Frame.MayEnter && Survey.Status == SurveyStatus.Open;

    public async Task<IActionResult> OnGetAsync(int id, Guid? sheet, CancellationToken cancel)
    {
        if (await LoadAsync(id, sheet, cancel) is { } refused)
        {
            return refused;
        }

        Form.Number = (((await db.Set<SurveySheet>().Where(s => s.SurveyId == Survey.Id).MaxAsync(s => s.Number, cancel)) ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(int id, CancellationToken cancel)
    {
        if (await LoadAsync(id, null, cancel) is { } refused)
        {
            return refused;
        }

        if (this.Accepts(Form, new SurveySheetFormRules(), nameof(Form)) && await this.TryAsync(nameof(Form), () => TakeAsync(FormRules.ToWhole(Form.Number)!.Value, cancel)))
        {
            TempData["Flash"] = $"已录入第{Form.Number!.Trim()}号问卷。";
            return ProjectLinks.To(SurveyLinks.Sheets, id);
        }

        db.ChangeTracker.Clear();
        return await LoadAsync(id, null, cancel) ?? Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int id, Guid row, string? reason, CancellationToken cancel)
    {
        if (await LoadAsync(id, row, cancel) is { } refused)
        {
            return refused;
        }

        var (project, name) = (Frame.Project, NameOf(Chosen!));
        if (await this.SaveAsync(db, project, $"撤回{name}", "", () => project.WithdrawSheet(row, reason), reason?.Trim(), cancel))
        {
            TempData["Flash"] = $"已撤回{name}。";
            return ProjectLinks.To(SurveyLinks.Sheets, id);
        }

        Reason = reason;
        db.ChangeTracker.Clear();
        return await LoadAsync(id, row, cancel) ?? Page();
    }

    /// <summary>第12号问卷, or that it came by the link.</summary>
    public static string NameOf(SurveySheet sheet) => sheet.Number is { } number ? $"第{number}号问卷" : $"{sheet.ReceivedOn:yyyy-MM-dd}由链接填写的一份问卷";

    private async Task TakeAsync(int number, CancellationToken cancel)
    {
        var project = Frame.Project;
        if (await db.Set<SurveySheet>().AnyAsync(s => s.Id == Form.Id && s.SurveyId == Survey.Id, cancel))
        {
            // The same sheet, sent twice.
            return;
        }

        if (await db.Set<SurveySheet>().AnyAsync(s => s.SurveyId == Survey.Id && s.Number == number, cancel))
        {
            throw new RuleBroken($"第{number}号问卷已经录入过，请核对编号；确需重录的，先撤回原来那一份", nameof(Form.Number));
        }

        project.TakePaperSheet(Form.Id, number, Form.ToEntry(), !Form.Invalid, time.GetUtcNow().Day());
        await db.Doing(Data.Auditing.AuditChain.Of(project), $"录入第{number}号问卷").SaveChangesAsync(cancel);
    }

    private static void Pad(List<string?> fields, int count)
    {
        while (fields.Count < count)
        {
            fields.Add(null);
        }
    }

    private async Task<IActionResult?> LoadAsync(int id, Guid? sheet, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { Survey: { } survey } project)
        {
            return NotFound();
        }

        Frame = new(project, "survey", me.Actor);
        var all = db.Set<SurveySheet>().AsNoTracking().Where(s => s.SurveyId == survey.Id);
        var number = FormRules.ToWhole(Find);
        Sheets = await (number is null ? all : all.Where(s => s.Number == number))
            .OrderByDescending(s => s.ReceivedOn).ThenByDescending(s => s.Number).ThenBy(s => s.Id).Take(Shown).ToListAsync(cancel);
        Chosen = sheet is { } wanted ? await db.Set<SurveySheet>().FirstOrDefaultAsync(s => s.SurveyId == survey.Id && s.Id == wanted, cancel) : null;
        Pad(Form.Marks, survey.Closed.Count);
        Pad(Form.Texts, survey.Written.Count);
        return sheet is not null && Chosen is null ? NotFound() : null;
    }
}
