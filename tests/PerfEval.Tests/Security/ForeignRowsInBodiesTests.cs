using Microsoft.EntityFrameworkCore;
using PerfEval.Domain.Access;
using PerfEval.Web.Security;

namespace PerfEval.Tests.Security;

/// <summary>Somebody who edits the hidden fields of a form so that they name rows of another project.</summary>
public sealed class ForeignRowsInBodiesTests(Sweep sweep) : IClassFixture<Sweep>
{
    [Fact]
    public async Task Another_project_never_changes_and_nothing_breaks()
    {
        var findings = new Findings();
        var before = await sweep.SnapshotAsync(Sweep.Foreign);
        var numbers = await sweep.App.WithDatabaseAsync(async db =>
        {
            var foreign = await db.Projects.Where(p => p.Id == Sweep.Foreign).Select(p => p.Evaluation.TreeId).FirstAsync();
            var leaf = await db.Set<Domain.Indicators.Indicator>().Where(i => EF.Property<int>(i, "TreeId") == foreign).Select(i => i.Id).FirstAsync();
            return new[] { leaf, foreign!.Value, 999_999, -1 };
        });
        var person = new Dictionary<Role, Person> { [Role.Accountant] = sweep["kuaiji"], [Role.Reviewer] = sweep["pingshen"], [Role.Leader] = sweep["lingdao"] };
        foreach (var handler in sweep.ProjectPages.Where(h => h.Verb == "POST"))
        {
            var roles = AccessTable.Find(handler.Page, "POST", handler.Name)!.Roles!;
            foreach (var row in sweep.ForeignRows)
            {
                foreach (var version in new[] { null, "1" })
                {
                    foreach (var body in Bodies.NamingOneByOne(handler, row, version).Append(Bodies.Naming(handler, row, numbers[0], version)))
                    {
                        var answer = await sweep.SendAsync(person[roles[0]], "POST", handler.Url($"{Sweep.Draft}"), body);
                        findings.Expect(answer.Code < 500, $"{handler} naming {row}, version {version ?? "none"}: {answer.Code}");
                    }
                }
            }

            foreach (var number in numbers)
            {
                var answer = await sweep.SendAsync(person[roles[0]], "POST", handler.Url($"{Sweep.Draft}"), Bodies.Naming(handler, Guid.NewGuid(), number, "1"));
                findings.Expect(answer.Code < 500, $"{handler} naming {number}: {answer.Code}");
            }

            findings.Expect(await sweep.SnapshotAsync(Sweep.Foreign) == before, $"{handler} changed project {Sweep.Foreign}");
        }

        findings.Settle(300);
        Assert.Empty(await sweep.App.WithDatabaseAsync(db => Data.Auditing.AuditTrail.VerifyAsync(db)));
    }

    [Fact]
    public async Task Bodies_of_all_other_forms_break_nothing_either()
    {
        var findings = new Findings();
        var before = await sweep.SnapshotAsync(Sweep.Foreign);
        foreach (var handler in sweep.Pages.Where(h => h.Verb == "POST" && !sweep.ProjectPages.Contains(h) && h.Page is not ("/Error" or "/Account/Password")))
        {
            foreach (var person in sweep.Everybody.Where(p => AccessTable.Allows(AccessTable.Find(handler.Page, "POST", handler.Name), p.SignedIn, p.Role)))
            {
                foreach (var number in new[] { 1, 999_999, -1, 0 })
                {
                    var answer = await sweep.SendAsync(person, "POST", handler.Url(sweep.IdFor(handler)), Bodies.Naming(handler, Guid.NewGuid(), number, "1"));
                    findings.Expect(answer.Code < 500 && answer.Code != 403, $"{person.Name} {handler} naming {number}: {answer.Code}");
                }
            }
        }

        Assert.Equal(before, await sweep.SnapshotAsync(Sweep.Foreign));
        findings.Settle(30);
    }

    [Fact]
    public void The_sweep_names_rows_in_the_handlers_that_take_them() =>
        Assert.True(sweep.ProjectPages.Count(h => h.Verb == "POST" && Bodies.NamesRows(h)) >= 12);
}
