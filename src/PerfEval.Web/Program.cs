using PerfEval.Web.Commands;
using PerfEval.Web.Setup;

// These need neither database nor log file, which the running program holds open.
if (args is ["health", var address])
{
    return await HealthCommand.AskAsync(address);
}

if (args is ["check", .. var files])
{
    return await CheckCommand.RunAsync(files, Console.Out);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddLogs();
builder.AddDatabase();
builder.AddAccounts();
builder.AddEvidence();
builder.AddPages();

var app = builder.Build();
if (await CommandLine.RunAsync(app, args) is { } exitCode)
{
    return exitCode;
}

app.UseSafety();
app.UseStaticFilesAndRouting();
app.UseSignIn();
app.MapPagesAndHealth();
await app.RunAsync();
return 0;

/// <summary>Entry point, visible to the tests' web application factory.</summary>
public partial class Program;
