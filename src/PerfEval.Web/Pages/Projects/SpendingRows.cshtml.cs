using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Data.Versioning;
using PerfEval.Documents.Reading;
using PerfEval.Domain;
using PerfEval.Domain.Projects;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>The grid's door to the spending lines: JSON in, JSON out. Rules and sums are computed here, none in the browser.</summary>
public sealed class SpendingRowsModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    private const int MostRows = 5000;
    private const int Tries = 3;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) =>
        await db.Projects.AsNoTrackingWithIdentityResolution().VisibleTo(me.Actor).LoadMoneyAsync(id, cancel) is { } project
            ? new JsonResult(GridState.Of(project, project.Lines))
            : NotFound();

    /// <summary>Saves the rows, all or none; says which of them stop it.</summary>
    public async Task<IActionResult> OnPostSaveAsync(int id, [FromBody] List<GridChange>? rows, CancellationToken cancel)
    {
        if (rows is null or { Count: 0 or > MostRows } || rows.Any(r => r is null) || rows.DistinctBy(r => r.Id).Count() < rows.Count)
        {
            return Refused($"没有收到可保存的行，或一次超过{MostRows}行，请刷新页面后重试");
        }

        return await ChangeAsync(id, rows.Count == 1 ? "保存支出明细" : $"保存支出明细{rows.Count}行", project =>
        {
            var (changes, faults) = (new List<LineChange>(rows.Count), new List<GridFault>());
            var stored = project.Lines.ToDictionary(l => l.Id);
            for (var i = 0; i < rows.Count; i++)
            {
                LineEntry? entry = null;
                if (rows[i].Typed is not null)
                {
                    var typing = rows[i].ToTyping();
                    if (stored.TryGetValue(rows[i].Id, out var line))
                    {
                        typing.FollowProduct(line);
                    }

                    entry = typing.Read(out var found);
                    faults.AddRange(found.Select(f => new GridFault(i, f.Field, f.Message)));
                }

                changes.Add(new(rows[i].Id, rows[i].Seen, entry, rows[i].Before));
            }

            var outcome = faults.Count == 0 ? project.Apply(new(changes)) : project.Stale(new(changes));
            return outcome.Applied && faults.Count == 0
                ? (outcome.Touched, null)
                : ([], new GridRefusal(faults, [.. outcome.Stale.Select(s => new GridStale(s.Row, s.Theirs is { } theirs ? GridRow.Of(project, theirs) : null))]));
        }, cancel);
    }

    /// <summary>Puts a line before another one; the last place without one.</summary>
    public Task<IActionResult> OnPostMoveAsync(int id, [FromBody] GridMove? move, CancellationToken cancel) => move is null
        ? Task.FromResult<IActionResult>(Refused("没有收到要移动的行，请刷新页面后重试"))
        : ChangeAsync(id, "移动支出明细", project =>
        {
            project.MoveLine(move.Id, move.Before);
            return ([], null);
        }, cancel);

    /// <summary>Understands a pasted block; stores nothing.</summary>
    public async Task<IActionResult> OnPostReadAsync(int id, [FromBody] GridPaste? paste, CancellationToken cancel)
    {
        if (await db.Projects.AsNoTrackingWithIdentityResolution().VisibleTo(me.Actor).LoadMoneyAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        try
        {
            return paste is { Text: not null, Shown: not null, Targets: not null }
                ? new JsonResult(paste.Read(PastedText.Cells(paste.Text), ProjectMoney.Of(project)))
                : Refused("没有收到粘贴的内容，请重新复制后粘贴");
        }
        catch (UnreadableTable unreadable)
        {
            return Refused(unreadable.Message);
        }
    }

    private async Task<IActionResult> ChangeAsync(
        int id, string act, Func<Project, (IReadOnlyList<BudgetLine> Touched, GridRefusal? Refusal)> change, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await db.Projects.VisibleTo(me.Actor).LoadMoneyAsync(id, cancel) is not { } project)
            {
                return NotFound();
            }

            try
            {
                var (touched, refusal) = change(project);
                if (refusal is not null)
                {
                    return new JsonResult(refusal) { StatusCode = refusal.Stale.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest };
                }

                await db.Doing(AuditChain.Of(project), act).SaveChangesAsync(cancel);
                return new JsonResult(GridState.Of(project, touched));
            }
            catch (RuleBroken broken)
            {
                return Refused([.. broken.Faults.Select(f => f.Message)]);
            }
            catch (RowStale stale)
            {
                return new JsonResult(new GridRefusal([new(null, "", stale.Message)], [])) { StatusCode = StatusCodes.Status409Conflict };
            }
            catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || UniqueViolation.Is(e))
            {
                // A colleague was faster between our look and our save: look again, and say whose row it is. A key that
                // stays taken belongs to another project.
                db.ChangeTracker.Clear();
                if (attempt == Tries)
                {
                    return new JsonResult(new GridRefusal([new(null, "", new RowStale("该行").Message)], [])) { StatusCode = StatusCodes.Status409Conflict };
                }
            }
        }
    }

    private static JsonResult Refused(params string[] messages) =>
        new(new GridRefusal([.. messages.Select(m => new GridFault(null, "", m))], [])) { StatusCode = StatusCodes.Status400BadRequest };
}
