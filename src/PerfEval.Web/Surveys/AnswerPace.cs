using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace PerfEval.Web.Surveys;

/// <summary>
/// How fast answers may come through the public link: so many a minute for one link from one address. A village office
/// sends all its phones through one address, so the pace is set for a queue of people and not for a script. A survey also
/// states how many sheets its link takes in all.
/// </summary>
public sealed class AnswerPace(IConfiguration configuration) : IRateLimiterPolicy<string>
{
    /// <summary>Name of the policy.</summary>
    public const string Name = "survey";

    /// <summary>Answers a minute, unless <c>Survey:AnswersPerMinute</c> says otherwise.</summary>
    public const int Usual = 30;

    private readonly int perMinute = Math.Max(1, configuration.GetValue("Survey:AnswersPerMinute", Usual));

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

    /// <summary>Reading is free; what is sent is counted per link and address.</summary>
    public RateLimitPartition<string> GetPartition(HttpContext httpContext)
    {
        if (!HttpMethods.IsPost(httpContext.Request.Method))
        {
            return RateLimitPartition.GetNoLimiter("");
        }

        var key = $"{httpContext.Request.RouteValues["token"]} {httpContext.Connection.RemoteIpAddress}";
        return RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
    }
}
