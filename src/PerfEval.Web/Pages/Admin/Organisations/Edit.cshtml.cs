using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Domain;
using PerfEval.Domain.Organisations;
using PerfEval.Web.Filters;

namespace PerfEval.Web.Pages.Admin.Organisations;

/// <summary>One unit: name, kind, place in the hierarchy, open or closed.</summary>
public sealed class EditModel(PerfEvalDbContext db) : PageModel
{
    [BindProperty]
    public OrganisationForm Form { get; set; } = new();

    public Organisation Unit { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public int People { get; private set; }

    public int Projects { get; private set; }

    public int Below { get; private set; }

    /// <summary>True when a colleague saved first: their values are shown beside what was typed.</summary>
    public bool IsStale => Response.StatusCode == StatusCodes.Status409Conflict;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        TakeStored();
        return await ShowAsync(cancel);
    }

    public Task<IActionResult> OnPostAsync(int id, CancellationToken cancel) => ActAsync(id, nameof(Form), ChangeAsync, "已保存。", cancel,
        () => this.Accepts(Form, new OrganisationFormRules(isNew: false), nameof(Form)));

    public Task<IActionResult> OnPostDisableAsync(int id, CancellationToken cancel) => ActAsync(id, "", DisableAsync, "已停用，不再接收新的用户和项目。", cancel);

    public Task<IActionResult> OnPostEnableAsync(int id, CancellationToken cancel) => ActAsync(id, "", EnableAsync, "已启用。", cancel);

    private async Task ChangeAsync(CancellationToken cancel)
    {
        var units = new Units(db);
        RowStale.Refuse(Unit, Form.Version, $"单位“{Unit.Name}”");
        Unit.Change(Form.Name!, Form.Kind!.Value);
        if (Form.ParentId != Unit.ParentId)
        {
            var parent = await units.ParentAsync(Form.ParentId, Unit.ParentId, cancel);
            var path = Unit.Path;
            Unit.MoveUnder(parent, await db.Organisations.Where(o => o.Path.StartsWith(path)).ToListAsync(cancel));
        }

        await units.RefuseSameAsync(Unit, cancel);
        await units.SaveAsync("修改单位", Unit.Name, cancel);
    }

    private async Task DisableAsync(CancellationToken cancel)
    {
        await CountAsync(cancel);
        var below = await db.Organisations.CountAsync(o => o.ParentId == Unit.Id && o.IsActive, cancel);
        if (People > 0 || below > 0)
        {
            throw new RuleBroken(People > 0
                ? $"“{Unit.Name}”还有{People}个在用的用户，请先停用他们或改到其他单位"
                : $"“{Unit.Name}”还有{below}个在用的下级单位，请先停用或移走");
        }

        Unit.Disable();
        await new Units(db).SaveAsync("停用单位", Unit.Name, cancel);
    }

    private async Task EnableAsync(CancellationToken cancel)
    {
        if (await db.Organisations.AnyAsync(o => o.Id == Unit.ParentId && !o.IsActive, cancel))
        {
            throw new RuleBroken("上级单位已停用，请先启用上级单位");
        }

        Unit.Enable();
        await new Units(db).SaveAsync("启用单位", Unit.Name, cancel);
    }

    private async Task<IActionResult> ActAsync(
        int id, string prefix, Func<CancellationToken, Task> act, string done, CancellationToken cancel, Func<bool>? accepts = null)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.ClearOther(prefix, nameof(Form));
        if ((accepts is null || accepts()) && await this.TryAsync(prefix, () => act(cancel)))
        {
            TempData["Flash"] = done;
            return RedirectToPage(new { id });
        }

        db.ChangeTracker.Clear();
        await FindAsync(id, cancel);
        if (prefix.Length == 0)
        {
            TakeStored();
        }
        else if (IsStale)
        {
            // Theirs stands beside mine now: saving again is a choice, no accident.
            Form.Version = Unit.Version;
            ModelState.Remove($"{nameof(Form)}.{nameof(Form.Version)}");
        }

        return await ShowAsync(cancel);
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancel)
    {
        Unit = (await db.Organisations.Include(o => o.Parent).FirstOrDefaultAsync(o => o.Id == id, cancel))!;
        return Unit is not null;
    }

    private void TakeStored() =>
        Form = new() { Code = Unit.Code, Name = Unit.Name, Kind = Unit.Kind, ParentId = Unit.ParentId, Version = Unit.Version };

    private async Task CountAsync(CancellationToken cancel)
    {
        People = await db.Users.CountAsync(u => u.OrganisationId == Unit.Id && !u.IsDisabled, cancel);
        Projects = await db.Projects.CountAsync(p => p.OrganisationId == Unit.Id, cancel);
        Below = await db.Organisations.CountAsync(o => o.Path.StartsWith(Unit.Path) && o.Id != Unit.Id, cancel);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Parents = [.. (await OrganisationChoices.LoadAsync(db, Unit.ParentId, cancel)).Where(c => c.Value != $"{Unit.Id}")];
        await CountAsync(cancel);
        return Page();
    }
}
