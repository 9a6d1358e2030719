using Microsoft.EntityFrameworkCore;
using PerfEval.Data;

namespace PerfEval.Web.Setup;

/// <summary>/health/live: the process answers. /health/ready: the database answers too.</summary>
internal static class HealthSetup
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", async (PerfEvalDbContext db, CancellationToken cancel) =>
        {
            try
            {
                return await db.Organisations.AnyAsync(cancel) ? Results.Text("ready") : Results.Text("ready, empty");
            }
            catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
            {
                return Results.Text("database unavailable", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).AllowAnonymous();
    }
}
