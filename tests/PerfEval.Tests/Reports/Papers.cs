using Microsoft.EntityFrameworkCore;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Reports;

/// <summary>The five published papers as the program prints them, fetched over HTTP once.</summary>
public sealed class Papers : IAsyncLifetime
{
    private static readonly (string Key, string Project)[] Filed =
    [
        ("000", "斗南花卉产业园区党群活动中心示范点创建工作经费补助"), ("001", "吴家营街道党建工作经费"), ("002", "街道工作经费"),
        ("003", "“五个先锋”奖励经费项目"), ("004", "2020年春节系列活动经费"),
    ];

    private readonly Dictionary<string, Pdf> files = [];

    public static TheoryData<string> Keys => [.. Filed.Select(f => f.Key)];

    public App App { get; } = new();

    public IEnumerable<Pdf> All => Filed.Select(f => files[f.Key]);

    public Pdf this[string key] => files[key];

    public async Task InitializeAsync()
    {
        var client = await App.SignedInAsync("lingdao");
        foreach (var (key, name) in Filed)
        {
            // Two projects share a name: the paper is the one that was published.
            var id = await App.WithDatabaseAsync(db => db.Projects.Where(p => p.Name == name).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync());
            files[key] = new Pdf(await client.GetByteArrayAsync($"/projects/{id}/report.pdf"));
        }
    }

    public Task DisposeAsync()
    {
        App.Dispose();
        foreach (var file in files.Values)
        {
            file.Dispose();
        }

        return Task.CompletedTask;
    }
}
