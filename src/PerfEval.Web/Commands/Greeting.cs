using PerfEval.Data.Demo;
using PerfEval.Domain.Access;

namespace PerfEval.Web.Commands;

/// <summary>What the console says once the pages are served: where, and in demo mode with which accounts.</summary>
internal static class Greeting
{
    /// <summary>Prints as soon as the server listens.</summary>
    public static void PrintWhenStarted(WebApplication app, bool isDemo) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            Console.WriteLine($"项目支出绩效评价已启动：{string.Join(" ", app.Urls)}　（按 Ctrl+C 停止）");
            if (isDemo)
            {
                Console.WriteLine($"演示账号，口令均为 {DemoAccounts.Password}：");
                foreach (var account in DemoAccounts.All)
                {
                    Console.WriteLine($"  {account.UserName,-10}{account.Role.Word()}　{account.DisplayName}");
                }
            }
        });
}
