using System.Text;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Demo;

/// <summary>What stands in the database after the demo was loaded.</summary>
public sealed class DemoTests(App app) : IClassFixture<App>
{
    [Fact]
    public Task The_festival_of_2020_stands_as_the_paper_says_it() => app.WithDatabaseAsync(async db =>
    {
        var project = (await db.Projects.LoadWholeAsync(5))!;
        var money = ProjectMoney.Of(project);
        Assert.Equal(("2020年春节系列活动经费", 2020, 29), (project.Name, project.FiscalYear, project.Lines.Count));
        Assert.Equal((2197150m, 2118504.6m), (money.Allocated, money.LinesSpent));
        Assert.Equal(new StatedTotals(2197150m, 2128504.6m, 68645.4m), project.Stated);
        Assert.Equal((97m, Grade.Excellent, EvaluationState.Published), (project.Evaluation.StatedScore, project.Evaluation.StatedGrade, project.Evaluation.State));

        var sheet = (await db.SheetOfAsync(project, await db.TreeOfAsync(project)))!;
        var leaves = sheet.Rows.Where(r => r.IsLeaf).ToList();
        Assert.Equal((32, 97.00m, Grade.Excellent, true), (leaves.Count, sheet.Total, sheet.Grade, sheet.Complete));
        Assert.Equal(["C111", "C112"], leaves.Where(r => r.Overridden).Select(r => r.Code).Order());
        Assert.All(leaves.Where(r => r.Overridden), r => Assert.False(string.IsNullOrWhiteSpace(r.OverrideReason)));
        Assert.All(leaves.Where(r => !r.Overridden), r => Assert.Equal((r.Code, r.Stated), (r.Code, r.Rounded)));
        Assert.All(leaves, r => Assert.Equal((r.Code, r.Stated), (r.Code, r.Points)));
    });

    [Fact]
    public Task Only_two_papers_print_a_score() => app.WithDatabaseAsync(async db =>
    {
        var scores = await db.Projects.OrderBy(p => p.Id).Select(p => new { p.Id, p.Evaluation.StatedScore, p.Evaluation.StatedGrade, p.Evaluation.KeptScore, Sheets = p.Evaluation.Sheets.Count, Lines = p.Lines.Count, p.Evaluation.State }).ToListAsync();
        Assert.Equal([1, 2, 3, 4, 5, 6], scores.Select(s => s.Id));
        Assert.Equal([null, null, null, 90.69m, 97m, null], scores.Select(s => s.StatedScore));
        Assert.Equal([null, null, null, Grade.Excellent, Grade.Excellent, null], scores.Select(s => s.StatedGrade));
        Assert.Equal([0, 0, 0, 0, 1, 0], scores.Select(s => s.Sheets));
        Assert.Equal([null, null, null, null, 97m, null], scores.Select(s => s.KeptScore));
        Assert.Equal((18, EvaluationState.Draft), (scores[5].Lines, scores[5].State));
        Assert.All(scores.Take(5), s => Assert.Equal(EvaluationState.Published, s.State));
    });

    [Fact]
    public Task Kept_sums_are_those_of_the_rows() => app.WithDatabaseAsync(async db =>
    {
        foreach (var id in Enumerable.Range(1, 6))
        {
            var project = (await db.Projects.LoadWholeAsync(id))!;
            var money = ProjectMoney.Of(project);
            Assert.Equal(new KeptTotals(money.InitialBudget, money.AdjustedBudget, money.Received, money.Allocated, money.Spent), project.Kept);
        }

        Assert.Empty(await AuditTrail.VerifyAsync(db));
        Assert.True(await db.Audit.CountAsync() > 10);
    });

    [Fact]
    public void No_person_is_named_anywhere_in_the_file()
    {
        _ = app.Services;
        var bytes = Directory.GetFiles(app.Folder, "perfeval.db*").SelectMany(ReadShared).ToArray();
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("2020年春节系列活动经费", text, StringComparison.Ordinal);
        Assert.All(new[] { "朱辉", "宁功耀", "阳广升", "熊子东" }, name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
    }

    [Fact]
    public Task Every_text_fits_its_limit() => app.WithDatabaseAsync(async db =>
    {
        var looked = 0;
        await db.Database.OpenConnectionAsync();
        foreach (var (table, column, limit) in db.Model.GetEntityTypes().SelectMany(t => t.GetProperties().Where(p => p.GetMaxLength() is not null)
            .Select(p => (t.GetTableName(), p.GetColumnName(), p.GetMaxLength()!.Value))))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT COALESCE(MAX(LENGTH(\"{column}\")), 0) FROM \"{table}\"";
            var longest = Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(longest <= limit, $"{table}.{column}: {longest} > {limit}");
            looked += longest > 0 ? 1 : 0;
        }

        Assert.True(looked > 30, $"Only {looked} columns hold text.");
        Assert.True(await db.Set<Domain.Narratives.Section>().MaxAsync(s => s.Body.Length) <= Domain.Narratives.Section.BodyLength);
    });

    [Fact]
    public Task A_frozen_sheet_comes_back_byte_by_byte() => app.WithDatabaseAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT \"Sheet\" FROM \"FrozenSheets\"";
        var stored = (string)(await command.ExecuteScalarAsync())!;
        var sheet = (await db.Set<FrozenSheet>().AsNoTracking().SingleAsync()).Sheet;
        Assert.Equal(stored, System.Text.Json.JsonSerializer.Serialize(sheet, ScoringJson.Options));
        Assert.True(stored.Length > 10_000);
    });

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
