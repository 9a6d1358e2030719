using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Demo;
using PerfEval.Data.Identity;
using PerfEval.Domain.Access;
using PerfEval.Domain.Organisations;
using PerfEval.Web.Setup;

namespace PerfEval.Web.Commands;

/// <summary>What can be done from the command line, and what happens before the first page is served.</summary>
internal static class CommandLine
{
    private const string Usage = """
        用法：
          PerfEval.Web [--urls 地址] [--Data:Folder 目录] [--Demo true]   启动服务
          PerfEval.Web migrate                                            建立或升级数据库后退出
          PerfEval.Web create-admin 用户名 单位名称                        新建第一个系统管理员和安全管理员后退出
          PerfEval.Web health 地址                                        询问运行中的服务是否就绪，就绪为0，否则为1
          PerfEval.Web check 文件或文件夹… [--json]                       核对文稿中的数字，不用数据库；有错误为1，有不能读取的文件为2
        """;

    /// <summary>Runs a command or prepares the database for serving.</summary>
    /// <returns>An exit code, or null when the pages shall be served.</returns>
    public static async Task<int?> RunAsync(WebApplication app, string[] args)
    {
        var words = args.TakeWhile(a => !a.StartsWith('-')).ToArray();
        using var scope = app.Services.CreateScope();
        var services = scope.ServiceProvider;
        try
        {
#if TRIMMED_FEED
            if (app.Configuration.UsesSqlServer())
            {
                return Fail("本机的程序是用精简软件源编译的，缺少 Microsoft.SqlServer.Server，不能连接 SQL Server。请在完整软件源上重新编译，或使用 Docker 镜像。");
            }
#endif
            return words switch
            {
                [] => await PrepareAsync(app, services),
                ["migrate"] => await MigrateAsync(services),
                ["create-admin", var name, var organisation] => await CreateAdministratorsAsync(services, name, organisation),
                _ => Fail(Usage, 2),
            };
        }
        catch (RefusedStart refused)
        {
            return Fail(refused.Message);
        }
        catch (DbException e)
        {
            app.Logger.LogCritical(e, "The database cannot be used");
            return Fail($"数据库不能使用：{e.Message}");
        }
    }

    private static async Task<int?> PrepareAsync(WebApplication app, IServiceProvider services)
    {
        var db = services.GetRequiredService<PerfEvalDbContext>();
        var wantsDemo = app.Configuration.GetValue("Demo", false);
        if (app.Configuration.UsesSqlServer())
        {
            Refuse(wantsDemo, "演示模式只能用于内置数据库，不能用于 SQL Server。");
            Refuse((await db.Database.GetPendingMigrationsAsync()).Any(), "数据库结构不是最新的，请先运行 PerfEval.Web migrate。");
        }
        else
        {
            await db.Database.MigrateAsync();
        }

        await Templates.FileAsync(db);
        var isDemo = await db.Installation.AnyAsync(f => f.Name == Installation.DemoFact);
        var hasPeople = await db.Users.AnyAsync();
        Refuse(isDemo && !wantsDemo, "该数据目录含演示数据和公开的演示口令，只能以演示模式启动（Demo=true）；正式使用请换一个数据目录。");
        Refuse(!isDemo && wantsDemo && hasPeople, "该数据目录已有正式数据，不能以演示模式启动；请换一个数据目录或去掉 Demo。");
        if (wantsDemo && !isDemo)
        {
            await ActivatorUtilities.CreateInstance<DemoLoader>(services).LoadAsync();
        }

        if (!wantsDemo && !hasPeople)
        {
            Console.WriteLine("尚无任何用户。请运行 create-admin 用户名 单位名称 新建第一个管理员（见 README“首次使用”）。");
        }

        Greeting.PrintWhenStarted(app, wantsDemo);
        return null;
    }

    private static async Task<int?> MigrateAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<PerfEvalDbContext>();
        await db.Database.MigrateAsync();
        await Templates.FileAsync(db);
        Console.WriteLine("数据库已是最新结构。");
        return 0;
    }

    private static async Task<int?> CreateAdministratorsAsync(IServiceProvider services, string name, string organisationName)
    {
        var db = services.GetRequiredService<PerfEvalDbContext>();
        await db.Database.MigrateAsync();
        await Templates.FileAsync(db);
        Refuse(await db.Users.AnyAsync(), "已有用户，不能再用命令新建管理员；请由系统管理员在“用户”页面新建。");
        await using var transaction = await db.Database.BeginTransactionAsync();
        var root = Organisation.Found(null, "ROOT", organisationName, OrganisationKind.District);
        db.Organisations.Add(root);
        await db.Doing(AuditChain.Organisations, "首次使用：建立顶级单位").SaveChangesAsync();

        // Separate powers from the first day: one creates people, the other grants roles.
        foreach (var (user, shown, role) in new[] { (name, "系统管理员", Role.SystemAdministrator), ($"{name}-anquan", "安全管理员", Role.SecurityAdministrator) })
        {
            var password = OneTimePassword();
            db.Doing(AuditChain.Users, $"首次使用：新建{shown}");
            var created = await services.GetRequiredService<UserManager<User>>().CreateAsync(
                new User { UserName = user, DisplayName = shown, Role = role, OrganisationId = root.Id, MustChangePassword = true }, password);
            Refuse(!created.Succeeded, string.Join("；", created.Errors.Select(e => e.Description)));
            Console.WriteLine($"{shown}：{user}　一次性口令：{password}　（首次登录须修改）");
        }

        await transaction.CommitAsync();
        return 0;
    }

    /// <summary>A password that is typed once: four groups of characters that are not mistaken for each other.</summary>
    internal static string OneTimePassword() =>
        RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ", 3) + "-" + RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", 4)
        + "-" + RandomNumberGenerator.GetString("23456789", 4);

    private static void Refuse(bool when, string message)
    {
        if (when)
        {
            throw new RefusedStart(message);
        }
    }

    private static int Fail(string message, int exitCode = 1)
    {
        Console.Error.WriteLine(message);
        return exitCode;
    }

    private sealed class RefusedStart(string message) : Exception(message);
}
