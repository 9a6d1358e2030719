using Microsoft.Playwright;

namespace PerfEval.Browser.Tests.Support;

/// <summary>Holds the answers to what a page saves until the test lets them go, one by one.</summary>
internal sealed class SlowSaves : IAsyncDisposable
{
    private const int HeldAtMost = 100;

    private readonly IPage page;
    private readonly Func<string, string> change;
    private readonly SemaphoreSlim gate = new(0);
    private readonly SemaphoreSlim answered = new(0);
    private volatile bool open;
    private int count;

    private SlowSaves(IPage page, Func<string, string> change) => (this.page, this.change) = (page, change);

    /// <summary>How many saves were sent until now.</summary>
    public int Count => count;

    /// <summary>Holds every post of this page from now on; <paramref name="change"/> makes of the answer what the test wants to arrive.</summary>
    public static async Task<SlowSaves> OnAsync(IPage page, Func<string, string>? change = null)
    {
        var slow = new SlowSaves(page, change ?? (text => text));
        await page.RouteAsync("**/*", slow.HoldAsync);
        return slow;
    }

    /// <summary>Lets the next answer go and waits until the page's script has had the time to read it.</summary>
    public async Task AnswerAsync()
    {
        gate.Release();
        Assert.True(await answered.WaitAsync(Stage.Patience), "Nothing was saved.");
        await page.WaitForTimeoutAsync(300);
    }

    /// <summary>Holds nothing from now on.</summary>
    public void AnswerAll()
    {
        open = true;
        gate.Release(HeldAtMost);
    }

    /// <summary>Holds every answer from now on.</summary>
    public void HoldAgain()
    {
        open = false;
        while (gate.Wait(0))
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        AnswerAll();
        await page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        gate.Dispose();
        answered.Dispose();
    }

    private async Task HoldAsync(IRoute route)
    {
        if (route.Request.Method != "POST")
        {
            await route.ContinueAsync();
            return;
        }

        Interlocked.Increment(ref count);
        if (open || route.Request.IsNavigationRequest)
        {
            await route.ContinueAsync();
            return;
        }

        await gate.WaitAsync();
        var answer = await route.FetchAsync();
        await route.FulfillAsync(new() { Response = answer, Body = change(await answer.TextAsync()) });
        answered.Release();
    }
}
