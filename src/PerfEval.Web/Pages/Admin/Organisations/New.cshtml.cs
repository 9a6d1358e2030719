using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PerfEval.Data;
using PerfEval.Domain.Organisations;
using PerfEval.Web.Filters;

namespace PerfEval.Web.Pages.Admin.Organisations;

/// <summary>新建单位.</summary>
public sealed class NewModel(PerfEvalDbContext db) : PageModel
{
    [BindProperty]
    public OrganisationForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public async Task OnGetAsync(int? parent, CancellationToken cancel)
    {
        Form.ParentId ??= parent;
        Parents = await OrganisationChoices.LoadAsync(db, null, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (this.Accepts(Form, new OrganisationFormRules(isNew: true), nameof(Form)) && await this.TryAsync(nameof(Form), () => FoundAsync(cancel)))
        {
            TempData["Flash"] = $"已新建单位“{Form.Name!.Trim()}”。";
            return RedirectToPage("/Admin/Organisations/Index");
        }

        await OnGetAsync(null, cancel);
        return Page();
    }

    private async Task FoundAsync(CancellationToken cancel)
    {
        var units = new Units(db);
        var unit = Organisation.Found(await units.ParentAsync(Form.ParentId, null, cancel), Form.Code!, Form.Name!, Form.Kind!.Value);
        await units.RefuseSameAsync(unit, cancel);
        db.Organisations.Add(unit);
        await units.SaveAsync("新建单位", unit.Name, cancel);
    }
}
