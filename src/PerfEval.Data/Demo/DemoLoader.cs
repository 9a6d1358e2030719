using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Auditing;
using PerfEval.Data.Identity;
using PerfEval.Domain.Access;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Narratives;
using PerfEval.Domain.Organisations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

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
        var project = Project.Open(
            organisations[document.Organisation],
            new(document.FiscalYear, document.ProjectName, document.SupervisingDepartment, document.Background, document.Purpose),
            document.Kind);
        project.Head(new ReportHeader
        {
            AnnexLabel = document.AnnexLabel,
            Title = string.Join('\n', document.Title),
            Signatory = document.Signatory,
            SignedOn = document.SignedOn,
        });
        project.State(document.StatedTotals);
        FillMoney(project, document);
        FillTargets(project, document);
        var tree = document.TreeCode is { } code ? trees[code] : null;
        if (isLive)
        {
            project.Outline(outlines[document.OutlineCode]);
            WriteSections(project, document);
            project.Evaluation.ScoreBy(tree!.Id);
        }
        else
        {
            FileSections(project, document);
            FileScores(project, document, tree);
        }

        db.Projects.Add(project);
        await db.Doing(AuditChain.Of(project), isLive ? "载入演示草稿" : "录入已公开的评价报告").SaveChangesAsync(cancel);
    }

    private static void FillMoney(Project project, ReportDocument document)
    {
        foreach (var source in document.Funding)
        {
            var stored = project.SaveFunding(Guid.NewGuid(), null, new(
                source.Kind, source.Name, source.InitialBudget, source.Received, source.Executed, source.HandedBack, source.Note));
            foreach (var adjustment in source.Adjustments ?? [])
            {
                project.AdjustBudget(stored.Id, Guid.NewGuid(), adjustment.Date, adjustment.Document, adjustment.Amount);
            }
        }

        var rows = document.Lines.Select(l => (Document: l, Change: new LineChange(Guid.NewGuid(), null, new(
            l.Group, l.Item, l.Unit, l.Quantity, l.Measure, l.UnitPrice, l.Allocated, l.Spent, l.BalanceReason)))).ToList();
        var outcome = project.Apply(new LineChanges([.. rows.Select(r => r.Change)]));
        if (!outcome.Applied)
        {
            throw new InvalidOperationException($"Demo lines of {document.Key}: {outcome.Faults[0].Fault.Message}");
        }

        foreach (var (line, change) in rows)
        {
            project.StateBalance(change.Id, line.StatedBalance);
        }
    }

    private static void FillTargets(Project project, ReportDocument document)
    {
        foreach (var objective in document.Objectives)
        {
            project.SaveObjective(objective.Kind, null, objective.Text);
        }

        var targets = document.Targets.Select(t => project.SaveTarget(Guid.NewGuid(), null, new(
            t.Unit, t.Activity, t.Goal, t.Indicator, t.Direction, t.TargetValue, t.Measure))).ToList();
        foreach (var result in document.Results)
        {
            var target = result.Target is { } index ? targets[index] : null;
            project.SaveAchievement(Guid.NewGuid(), null, new(
                target?.Id, result.Unit ?? target?.ImplementingUnit, result.Activity ?? target?.Activity, result.Result,
                result.ActualValue, result.State, result.StateText));
        }

        foreach (var note in document.Implementation)
        {
            project.SaveImplementation(Guid.NewGuid(), null, note.Unit, note.Activity, note.Text);
        }
    }

    private static void FileSections(Project project, ReportDocument document)
    {
        foreach (var section in document.Sections)
        {
            project.AddSection(section.Level, section.Number, section.Heading, section.RunIn, string.Join('\n', section.Body));
        }
    }

    private static void WriteSections(Project project, ReportDocument document)
    {
        var open = new Queue<SectionDocument>(document.Sections);
        foreach (var section in project.Sections.OrderBy(s => s.Position))
        {
            if (open.TryPeek(out var next) && next.Heading == section.Heading)
            {
                open.Dequeue();
                if (next.Body.Count > 0)
                {
                    project.WriteSection(section.Id, section.Version, string.Join('\n', next.Body));
                }
            }
        }

        if (open.TryPeek(out var left))
        {
            throw new InvalidOperationException($"Demo section “{left.Heading}” has no place in its outline.");
        }
    }

    private void FileScores(Project project, ReportDocument document, IndicatorTree? tree)
    {
        var leaves = tree is null ? [] : document.Leaves.Select(l => LeafScore.Filed(
            tree.Indicators.First(i => i.Code == l.Code).Id, l.Input, l.OverridePoints, l.OverrideReason, l.Note, l.Evidence, l.Stated)).ToList();
        project.Evaluation.File(tree?.Id, leaves, document.StatedScore, document.StatedGrade);
        var sheet = tree is null ? null : Scorer.Score(
            tree, [.. leaves.Select(l => l.ToEntry())], new ProjectFigures(project, tree.ExecutionDenominator).Get);
        project.Evaluation.CloseAsPublished(sheet, Actor.System, time.GetUtcNow().UtcDateTime);
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
