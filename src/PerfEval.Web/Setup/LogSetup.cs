using System.Globalization;
using Serilog;
using Serilog.Events;

namespace PerfEval.Web.Setup;

/// <summary>Serilog behind the framework's logging: console, and a file per day beside the data.</summary>
internal static class LogSetup
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} [{Level:u3}] {TraceId} {SourceContext} {Message:lj}{NewLine}{Exception}";

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var logs = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture)
            .ReadFrom.Configuration(builder.Configuration);
        if (!builder.Environment.IsEnvironment("Testing"))
        {
            logs.WriteTo.File(
                Path.Combine(builder.DataFolder(), "logs", "perfeval-.log"), outputTemplate: Line,
                formatProvider: CultureInfo.InvariantCulture, rollingInterval: RollingInterval.Day, retainedFileCountLimit: 200);
        }

        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logs.CreateLogger(), dispose: true);
    }
}
