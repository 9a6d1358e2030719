using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Domain;
using PerfEval.Domain.Projects;

namespace PerfEval.Tests.Storage;

/// <summary>What every save does besides saving: versions, audit, kept totals, exact values.</summary>
public sealed class SavingTests : IAsyncLifetime
{
    private readonly Database database = new();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Every_save_raises_the_versions_of_changed_rows_only()
    {
        await using var db = database.Open();
        var project = await LoadAsync(db);
        Assert.All(db.ChangeTracker.Entries<IVersioned>(), e => Assert.Equal(1, e.Entity.Version));
        var line = project.Lines[0];
        Set(project, line, 6);
        await db.SaveChangesAsync();
        Set(project, line, 7);
        await db.SaveChangesAsync();
        Assert.Equal(3, line.Version);
        await using var fresh = database.Open();
        var again = await LoadAsync(fresh);
        Assert.Equal(3, again.Lines.Single(l => l.Id == line.Id).Version);
        Assert.All(again.Lines.Where(l => l.Id != line.Id), l => Assert.Equal(1, l.Version));
        Assert.Equal((1L, 1L), (again.Version, again.Evaluation.Version));
    }

    [Fact]
    public async Task The_second_of_two_saves_of_one_row_is_refused_and_leaves_nothing_behind()
    {
        await using var mine = database.Open();
        await using var theirs = database.Open();
        var (my, their) = (await LoadAsync(mine), await LoadAsync(theirs));
        Set(their, their.Lines[0], 8);
        await theirs.SaveChangesAsync();
        Set(my, my.Lines[0], 9);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync());

        await using var fresh = database.Open();
        Assert.Equal(8, (await LoadAsync(fresh)).Lines.Single(l => l.Id == my.Lines[0].Id).Spent);
        Assert.Equal(2, await fresh.Audit.CountAsync(a => a.Chain.StartsWith("project:")));
        Assert.Empty(await AuditTrail.VerifyAsync(fresh));
    }

    [Fact]
    public async Task A_stale_original_value_is_refused_for_every_versioned_kind()
    {
        await using var model = database.Open();
        var kinds = model.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IVersioned))).ToList();
        Assert.True(kinds.Count >= 10);
        Assert.All(kinds, t => Assert.True(t.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken, t.Name));

        await using var db = database.Open();
        var project = await LoadAsync(db);
        foreach (var row in new object[] { project, project.Organisation!, project.Evaluation, project.Funding[0], project.Lines[0] })
        {
            var entry = db.Entry(row);
            entry.Property(nameof(IVersioned.Version)).OriginalValue = 41L;
            entry.State = EntityState.Modified;
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
            entry.State = EntityState.Unchanged;
        }
    }

    [Fact]
    public async Task One_audit_row_per_save_says_who_what_why_and_old_and_new()
    {
        await using var db = database.Open();
        var project = await LoadAsync(db);
        var before = await db.Audit.CountAsync();
        Set(project, project.Lines[3], 6.5m);
        await db.Doing(AuditChain.Of(project), "保存支出明细", "更正").SaveChangesAsync();
        var row = await db.Audit.OrderByDescending(a => a.Id).FirstAsync();
        Assert.Equal(before + 1, await db.Audit.CountAsync());
        Assert.Equal(
            ("保存支出明细", "更正", "测试会计", 7, "10.0.0.1", 2L, AuditChain.Of(project)),
            (row.Act, row.Reason, row.UserName, row.UserId, row.Address, row.Sequence, row.Chain));
        var change = JsonDocument.Parse(row.Changes).RootElement.EnumerateArray().Single();
        Assert.Equal(("BudgetLine", "Modified", project.Lines[3].Id.ToString()), (change.GetProperty("row").GetString(), change.GetProperty("change").GetString(), change.GetProperty("key").GetString()));
        var field = Assert.Single(change.GetProperty("fields").EnumerateObject());
        Assert.Equal(("Spent", "5.0", "6.5"), (field.Name, field.Value[0].GetString(), field.Value[1].GetString()));
        Assert.Empty(await AuditTrail.VerifyAsync(db));
    }

    [Fact]
    public async Task No_change_no_row()
    {
        await using var db = database.Open();
        var project = await LoadAsync(db);
        var before = await db.Audit.CountAsync();
        Set(project, project.Lines[0], project.Lines[0].Spent!.Value);
        await db.SaveChangesAsync();
        Assert.Equal((before, 1L), (await db.Audit.CountAsync(), project.Lines[0].Version));
        await db.RecordAsync(AuditChain.SignIns, "下载", null);
        Assert.Equal(before + 1, await db.Audit.CountAsync());
    }

    [Theory]
    [InlineData("UPDATE Audit SET Reason = 'x' WHERE Sequence = 2 AND Chain LIKE 'project:%'", 2, "内容被改动")]
    [InlineData("UPDATE Audit SET Changes = '[]' WHERE Sequence = 1 AND Chain LIKE 'project:%'", 1, "内容被改动")]
    [InlineData("UPDATE Audit SET UserName = '别人' WHERE Sequence = 3 AND Chain LIKE 'project:%'", 3, "内容被改动")]
    [InlineData("UPDATE Audit SET At = '2001-01-01 00:00:00' WHERE Sequence = 2 AND Chain LIKE 'project:%'", 2, "内容被改动")]
    [InlineData("DELETE FROM Audit WHERE Sequence = 2 AND Chain LIKE 'project:%'", 3, "记录缺失")]
    [InlineData("DELETE FROM Audit WHERE Sequence = 1 AND Chain LIKE 'project:%'", 2, "记录缺失")]
    [InlineData("UPDATE Audit SET PreviousHash = '' WHERE Sequence = 3 AND Chain LIKE 'project:%'", 3, "不衔接")]
    [InlineData("UPDATE Audit SET Hash = 'f00' WHERE Sequence = 2 AND Chain LIKE 'project:%'", 2, "内容被改动")]
    public async Task Tampering_is_found(string sql, long sequence, string fault)
    {
        await using var db = database.Open();
        var project = await LoadAsync(db);
        foreach (var spent in new[] { 6, 7 })
        {
            Set(project, project.Lines[0], spent);
            await db.SaveChangesAsync();
        }

        Assert.Empty(await AuditTrail.VerifyAsync(db));
        Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(sql));
        var broken = Assert.Single(await AuditTrail.VerifyAsync(db));
        Assert.Equal((AuditChain.Of(project), sequence), (broken.Chain, broken.Sequence));
        Assert.Contains(fault, broken.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_colleagues_on_twenty_lines_all_save_and_the_sums_are_those_of_the_rows()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            await using var db = database.Open();
            var project = await LoadAsync(db);
            Set(project, project.Lines.OrderBy(l => l.Position).ElementAt(i), i + 0.25m);
            await db.Doing(AuditChain.Of(project), $"第{i}人").SaveChangesAsync();
        })));

        await using var fresh = database.Open();
        var saved = await LoadAsync(fresh);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => (decimal?)(i + 0.25m)), saved.Lines.OrderBy(l => l.Position).Select(l => l.Spent));
        Assert.Equal(new KeptTotals(1000, 1000, 900, 200, saved.Lines.Sum(l => l.Spent!.Value)), saved.Kept);
        Assert.Equal(Enumerable.Range(1, 21).Select(i => (long)i), await fresh.Audit.Where(a => a.Chain == AuditChain.Of(saved)).OrderBy(a => a.Sequence).Select(a => a.Sequence).ToListAsync());
        Assert.Empty(await AuditTrail.VerifyAsync(fresh));
    }

    [Fact]
    public async Task Kept_sums_follow_adjustments_deletions_and_unknown_amounts()
    {
        await using var db = database.Open();
        var project = await LoadAsync(db);
        project.AdjustBudget(project.Funding[0].Id, Guid.NewGuid(), new(2024, 5, 1), "文号", -100.5m);
        await db.SaveChangesAsync();
        Assert.Equal(new KeptTotals(1000, 899.5m, 900, 200, 100), await KeptAsync());
        Assert.True(project.Apply(new([.. project.Lines.Select(l => new LineChange(l.Id, l.Version, null))])).Applied);
        await db.SaveChangesAsync();
        Assert.Equal(new KeptTotals(1000, 899.5m, 900, null, null), await KeptAsync());
        project.RemoveFunding(project.Funding[0].Id, project.Funding[0].Version);
        await db.SaveChangesAsync();
        Assert.Equal(new KeptTotals(), await KeptAsync());
    }

    [Theory]
    [InlineData("0.01"), InlineData("1119231.68"), InlineData("9999999999999999.99"), InlineData("-0.10"), InlineData("123456789012345.67")]
    public async Task Amounts_come_back_exactly(string text)
    {
        var amount = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        await using var db = database.Open();
        var project = await LoadAsync(db);
        Set(project, project.Lines[0], amount);
        await db.SaveChangesAsync();
        await using var fresh = database.Open();
        Assert.Equal(amount, (await LoadAsync(fresh)).Lines.Single(l => l.Id == project.Lines[0].Id).Spent);
    }

    [Fact]
    public async Task Times_come_back_as_UTC()
    {
        await using var db = database.Open();
        var row = await db.Audit.AsNoTracking().OrderBy(a => a.Id).FirstAsync();
        Assert.Equal(DateTimeKind.Utc, row.At.Kind);
        Assert.True((DateTime.UtcNow - row.At).Duration() < TimeSpan.FromMinutes(5));
        Assert.Equal(1, await db.Audit.CountAsync(a => a.Id == row.Id && a.At == row.At));
    }

    private static async Task<Project> LoadAsync(PerfEvalDbContext db) => (await db.Projects.LoadWholeAsync(await db.Projects.Select(p => p.Id).SingleAsync()))!;

    private static void Set(Project project, BudgetLine line, decimal spent) => Assert.True(project.Apply(LineChanges.Of(new(
        line.Id, line.Version, new(line.ActivityGroup, line.Item, line.ImplementingUnit, line.Quantity, line.Measure, line.UnitPrice, line.Allocated, spent, line.BalanceReason)))).Applied);

    private async Task<KeptTotals> KeptAsync()
    {
        await using var db = database.Open();
        return await db.Projects.Where(p => p.Id == database.ProjectId).Select(p => p.Kept).SingleAsync();
    }
}
