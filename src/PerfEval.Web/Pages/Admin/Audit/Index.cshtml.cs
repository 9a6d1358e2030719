using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Domain.Access;

namespace PerfEval.Web.Pages.Admin.Audit;

/// <summary>审计: who did what when and why, newest first, and whether the record itself is whole.</summary>
public sealed class IndexModel(PerfEvalDbContext db) : PageModel
{
    /// <summary>Filter value for all chains of projects.</summary>
    public const string Projects = "project";

    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "who")]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "act")]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true, Name = "chain")]
    public string? Chain { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<AuditLine> Rows { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>How many rows there are without any filter.</summary>
    public int All { get; private set; }

    public IReadOnlyList<(string Chain, string Fault)> Broken { get; private set; } = [];

    public int PageCount => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public bool IsFiltered => new[] { From, To, Who, Act, Chain }.Any(f => !string.IsNullOrWhiteSpace(f));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rows = Filtered();
        (All, Total) = (await db.Audit.CountAsync(cancel), await rows.CountAsync(cancel));
        PageNumber = Math.Clamp(PageNumber, 1, PageCount);
        var found = await rows.OrderByDescending(a => a.Id).Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var broken = await AuditTrail.VerifyAsync(db, cancel);
        var projects = await ProjectNamesAsync([.. found.Select(a => a.Chain), .. broken.Select(b => b.Chain)], cancel);
        var units = await db.Organisations.ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        Rows = [.. found.Select(a => new AuditLine(
            a.At, a.UserName, a.Role, a.Address, a.Act, a.Reason, AuditWords.Chain(a.Chain, projects), a.Sequence, a.Hash, AuditWords.Changes(a.Changes, units)))];
        Broken = [.. broken.Select(b => (AuditWords.Chain(b.Chain, projects), b.Fault))];
    }

    private IQueryable<AuditRow> Filtered()
    {
        var rows = db.Audit.AsNoTracking();
        if (FormRules.ToDay(From) is { } first)
        {
            var begin = first.Begin();
            rows = rows.Where(a => a.At >= begin);
        }

        if (FormRules.ToDay(To) is { } last)
        {
            var end = last.AddDays(1).Begin();
            rows = rows.Where(a => a.At < end);
        }

        if (Who?.Trim() is { Length: > 0 } who)
        {
            rows = rows.Where(a => a.UserName.Contains(who));
        }

        if (Act?.Trim() is { Length: > 0 } act)
        {
            rows = rows.Where(a => a.Act.Contains(act) || a.Reason!.Contains(act));
        }

        return Chain switch
        {
            null or "" => rows,
            Projects => rows.Where(a => a.Chain.StartsWith("project:")),
            _ => rows.Where(a => a.Chain == Chain),
        };
    }

    private async Task<Dictionary<string, string>> ProjectNamesAsync(HashSet<string> chains, CancellationToken cancel)
    {
        var ids = chains.Where(c => c.StartsWith("project:", StringComparison.Ordinal))
            .Select(c => Guid.TryParse(c["project:".Length..], out var id) ? id : Guid.Empty).ToList();
        var named = await db.Projects.Where(p => ids.Contains(p.ChainId)).Select(p => new { p.ChainId, p.Name, p.FiscalYear }).ToListAsync(cancel);
        return named.ToDictionary(p => $"project:{p.ChainId:N}", p => $"{p.FiscalYear} {p.Name}");
    }
}

/// <summary>One act as it is shown.</summary>
public sealed record AuditLine(
    DateTime At, string Person, Role? Role, string? Address, string Act, string? Reason, string Chain, long Sequence, string Hash, IReadOnlyList<ChangedRow> Changes);
