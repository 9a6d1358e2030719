using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Auditing;
using PerfEval.Data.Demo;
using PerfEval.Data.Sqlite;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;

namespace PerfEval.Benchmarks;

/// <summary>An open project with many lines.</summary>
internal sealed class GridProject
{
    private const int LinesPerGroup = 12;

    private readonly string folder, chain;
    private readonly List<(Guid Id, long Version)> lines;

    private GridProject(string folder, Project project)
    {
        (this.folder, chain, Page) = (folder, AuditChain.Of(project), $"/projects/{project.Id}/spending");
        lines = [.. project.Lines.Select(l => (l.Id, l.Version))];
    }

    public string Page { get; }

    public string Rows => $"{Page}/rows";

    public int Lines => lines.Count;

    /// <summary>Puts a project of the accountant's unit into the database beside the running program.</summary>
    public static async Task<GridProject> CreateAsync(string folder, int count)
    {
        await using var db = Open(folder);
        var code = DemoAccounts.All.First(a => a.UserName == GridPerson.UserName).Organisation;
        var project = Project.Open(await db.Organisations.FirstAsync(o => o.Code == code), new(2024, $"{count}行明细", null, null, null), EvaluationKind.SelfEvaluation);
        project.SaveFunding(Guid.NewGuid(), null, new(FundingKind.FiscalAppropriation, "财政拨款", count * 1000m, count * 1000m, null, null, null));
        project.Apply(new([.. Enumerable.Range(0, count).Select(i => new LineChange(Guid.NewGuid(), null, Entry(i)))]));
        db.Projects.Add(project);
        await db.Doing(AuditChain.Of(project), "新建项目").SaveChangesAsync();
        return new(folder, project);
    }

    /// <summary>Changes one cell, as somebody does who types down a column.</summary>
    public async Task SaveCellAsync(GridPerson person, int number)
    {
        var at = number % lines.Count;
        var (id, version) = lines[at];
        var entry = Entry(at);
        var answer = await person.PostAsync(Rows + "?handler=Save", new[]
        {
            new
            {
                id,
                seen = version,
                typed = new Dictionary<string, string>
                {
                    [nameof(LineColumn.ActivityGroup)] = entry.ActivityGroup!,
                    [nameof(LineColumn.Item)] = entry.Item!,
                    [nameof(LineColumn.ImplementingUnit)] = entry.ImplementingUnit!,
                    [nameof(LineColumn.Allocated)] = "1000",
                    [nameof(LineColumn.Spent)] = (500 + version).ToString(CultureInfo.InvariantCulture),
                },
            },
        });
        lines[at] = (id, answer.GetProperty("rows")[0].GetProperty("version").GetInt64());
    }

    /// <summary>Characters of the changes in the newest audit row.</summary>
    public async Task<int> LastAuditSizeAsync()
    {
        await using var db = Open(folder);
        return await db.Audit.Where(a => a.Chain == chain).OrderByDescending(a => a.Sequence).Select(a => a.Changes.Length).FirstAsync();
    }

    private static LineEntry Entry(int i) =>
        new($"活动{(i / LinesPerGroup) + 1}", $"第{i + 1}项支出明细", "社区居委会", null, null, null, 1000, 500, null);

    private static SqliteContext Open(string folder)
    {
        var options = new DbContextOptionsBuilder<SqliteContext>();
        SqliteContext.Configure(options, $"Data Source={Path.Combine(folder, "perfeval.db")}");
        return new(options.Options, new Undertaking(), TimeProvider.System);
    }
}
