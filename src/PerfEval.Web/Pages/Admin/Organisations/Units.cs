using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Versioning;
using PerfEval.Domain;
using PerfEval.Domain.Organisations;

namespace PerfEval.Web.Pages.Admin.Organisations;

/// <summary>What the pages about units share: the place of a unit, and names that are taken.</summary>
internal sealed class Units(PerfEvalDbContext db)
{
    /// <summary>The unit above, which must be open unless it was the one above already.</summary>
    public async Task<Organisation?> ParentAsync(int? id, int? before, CancellationToken cancel) => id is null ? null
        : await db.Organisations.FirstOrDefaultAsync(o => o.Id == id && (o.IsActive || o.Id == before), cancel)
        ?? throw new RuleBroken("所选上级单位不存在或已停用，请重新选择", nameof(OrganisationForm.ParentId));

    /// <summary>Says which of code and name is taken, both at once.</summary>
    public async Task RefuseSameAsync(Organisation unit, CancellationToken cancel)
    {
        var faults = new List<Fault>();
        if (await db.Organisations.AnyAsync(o => o.Id != unit.Id && o.Code == unit.Code, cancel))
        {
            faults.Add(new(nameof(OrganisationForm.Code), $"编码 {unit.Code} 已被使用，请换一个"));
        }

        if (await db.Organisations.AnyAsync(o => o.Id != unit.Id && o.ParentId == unit.ParentId && o.Name == unit.Name, cancel))
        {
            faults.Add(new(nameof(OrganisationForm.Name), $"同一上级下已有“{unit.Name}”，请换一个名称"));
        }

        if (faults.Count > 0)
        {
            throw new RuleBroken(faults);
        }
    }

    public async Task SaveAsync(string act, string why, CancellationToken cancel)
    {
        try
        {
            await db.Doing(AuditChain.Organisations, act, why).SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            throw new RuleBroken("编码或名称刚被他人使用，请换一个");
        }
    }
}
