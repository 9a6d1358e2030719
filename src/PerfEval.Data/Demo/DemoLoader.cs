using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Auditing;
using PerfEval.Data.Identity;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Narratives;
using PerfEval.Domain.Organisations;

namespace PerfEval.Data.Demo;

/// <summary>Fills an empty database with the demo: five published papers, one live draft, one account per role.</summary>
public sealed class DemoLoader(PerfEvalDbContext db, UserManager<User> users, TimeProvider time)
{
    private Dictionary<string, Organisation> organisations = [];
    private Dictionary<string, IndicatorTree> trees = [];
    private Dictionary<string, ReportOutline> outlines = [];

    /// <summary>Loads everything; the database must hold no organisation yet.</summary>
    public async Task LoadAsync(CancellationToken cancel = default)
    {
        await LoadOrganisationsAsync(cancel);
        trees = await db.Trees.Include(t => t.Indicators).ToDictionaryAsync(t => t.Code, cancel);
        outlines = await db.Outlines.Include(o => o.Items).ToDictionaryAsync(o => o.Code, cancel);
        foreach (var paper in DemoFiles.Papers())
        {
            await LoadAsync(paper, isLive: false, cancel);
        }

        await LoadAsync(DemoFiles.Live(), isLive: true, cancel);
        foreach (var account in DemoAccounts.All)
        {
            await LoadAsync(account);
        }

        db.Installation.Add(new Installation(Installation.DemoFact, "true"));
        await db.Doing("system", "载入演示数据").SaveChangesAsync(cancel);
    }

    private async Task LoadOrganisationsAsync(CancellationToken cancel)
    {
        foreach (var document in DemoFiles.Organisations())
        {
            var parent = document.Parent is { } code ? organisations[code] : null;
            var organisation = Organisation.Found(parent, document.Code, document.Name, document.Kind);
            organisations[document.Code] = organisation;
            db.Organisations.Add(organisation);
        }

        await db.Doing(AuditChain.Organisations, "载入演示单位").SaveChangesAsync(cancel);
    }

    private async Task LoadAsync(ReportDocument document, bool isLive, CancellationToken cancel)
    {
        var outline = isLive ? outlines[document.OutlineCode] : null;
        var tree = document.TreeCode is { } code ? trees[code] : null;
        var project = DemoProject.Of(document, organisations[document.Organisation], tree, outline, time.GetUtcNow().UtcDateTime);
        db.Projects.Add(project);
        await db.Doing(AuditChain.Of(project), isLive ? "载入演示草稿" : "录入已公开的评价报告").SaveChangesAsync(cancel);
    }

    private async Task LoadAsync(DemoAccount account)
    {
        var user = new User
        {
            UserName = account.UserName,
            DisplayName = account.DisplayName,
            Role = account.Role,
            OrganisationId = organisations[account.Organisation].Id,
            ScopeOrganisationId = account.Scope is { } scope ? organisations[scope].Id : null,
            PasswordChangedAt = time.GetUtcNow().UtcDateTime,
        };
        db.Doing(AuditChain.Users, "载入演示用户");
        var created = await users.CreateAsync(user, DemoAccounts.Password);
        if (!created.Succeeded)
        {
            throw new InvalidOperationException(string.Join("; ", created.Errors.Select(e => e.Description)));
        }
    }
}
