using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Auditing;
using PerfEval.Data.Sqlite;
using PerfEval.Domain.Access;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Organisations;
using PerfEval.Domain.Projects;

namespace PerfEval.Tests.Storage;

/// <summary>A migrated SQLite file with one unit and one project of twenty lines.</summary>
public sealed class Database : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("perfeval-data-").FullName;

    public int ProjectId { get; private set; }

    public static Actor Me { get; } = new(7, "测试会计", Role.Accountant, 1, "/A/");

    public SqliteContext Open()
    {
        var options = new DbContextOptionsBuilder<SqliteContext>();
        SqliteContext.Configure(options, $"Data Source={Path.Combine(folder, "test.db")}");
        return new(options.Options, new Undertaking { Actor = Me, Address = "10.0.0.1" }, TimeProvider.System);
    }

    public async Task InitializeAsync()
    {
        await using var db = Open();
        Assert.NotEmpty(await db.Database.GetPendingMigrationsAsync());
        await db.Database.MigrateAsync();
        var unit = Organisation.Found(null, "A", "测试街道", OrganisationKind.StreetOffice);
        db.Organisations.Add(unit);
        await db.SaveChangesAsync();
        var project = Project.Open(unit, new(2024, "测试项目", null, null, null), EvaluationKind.SelfEvaluation);
        project.SaveFunding(Guid.NewGuid(), null, new(FundingKind.FiscalAppropriation, "财政拨款", 1000, 900, null, null, null));
        Assert.True(project.Apply(new([.. Enumerable.Range(1, 20).Select(i => new LineChange(Guid.NewGuid(), null, new(null, $"第{i}项", null, null, null, null, 10, 5, null)))])).Applied);
        db.Projects.Add(project);
        await db.SaveChangesAsync();
        ProjectId = project.Id;
    }

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }
}
