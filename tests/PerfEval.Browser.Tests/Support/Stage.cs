using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Demo;
using PerfEval.Data.Identity;
using PerfEval.Domain.Access;
using PerfEval.Domain.Indicators;

// One chromium, one server at a time: a small machine gives the same times on every run.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace PerfEval.Browser.Tests.Support;

/// <summary>A running server for the tests of one class, and the one chromium of the test run.</summary>
public sealed class Stage : IAsyncLifetime
{
    /// <summary>How long a test waits for what must come, in milliseconds.</summary>
    internal const int Patience = 20_000;

    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly Lazy<Task<IBrowser>> Browser = new(LaunchAsync);

    private Server? server;

    /// <summary>http://127.0.0.1:port.</summary>
    public string Address => server!.Address;

    public Task InitializeAsync()
    {
        server = Server.Start();
        return Task.CompletedTask;
    }

    /// <summary>Adds an accountant of a unit that has no account in the demo.</summary>
    public async Task AddAccountantAsync(string userName, string unit)
    {
        await using var work = server!.Services.CreateAsyncScope();
        var organisation = await work.ServiceProvider.GetRequiredService<PerfEvalDbContext>().Organisations.FirstAsync(o => o.Code == unit);
        var created = await work.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(
            new() { UserName = userName, DisplayName = $"{organisation.Name}会计", Role = Role.Accountant, OrganisationId = organisation.Id }, DemoAccounts.Password);
        Assert.True(created.Succeeded);
    }

    /// <summary>Adds a draft tree of one leaf, worth 10 points, without a rule, and says where its rule is written.</summary>
    public async Task<string> AddDraftLeafAsync(string code)
    {
        await using var work = server!.Services.CreateAsyncScope();
        var db = work.ServiceProvider.GetRequiredService<PerfEvalDbContext>();
        var tree = new IndicatorTree(code, "试拟指标体系");
        var leaf = tree.AddIndicator(new("A1", "预算执行率", 10));
        db.Trees.Add(tree);
        await db.Doing(AuditChain.Templates, "试拟").SaveChangesAsync();
        return $"/indicators/{tree.Id}/rule/{leaf.Id}";
    }

    public async Task DisposeAsync() => await server!.DisposeAsync();

    /// <summary>Runs a script with any number of people. What goes wrong leaves a picture of every open page behind.</summary>
    public async Task PlayAsync(Func<Play, Task> script, [CallerMemberName] string name = "")
    {
        await using var play = new Play(this, await Browser.Value);
        try
        {
            await script(play);
        }
        catch
        {
            await play.PictureAsync(name);
            throw;
        }

        Assert.True(play.Faults.Count == 0, string.Join("\n", play.Faults));
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        Assert.True(File.Exists(Chromium), $"The browser tests need {Chromium}. Install it with: apt-get install chromium");
        // Other tests run beside these: what comes late is waited for, what does not come fails all the same.
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
    }
}
