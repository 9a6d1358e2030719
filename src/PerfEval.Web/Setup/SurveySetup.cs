using PerfEval.Web.Surveys;

namespace PerfEval.Web.Setup;

/// <summary>The public door of surveys.</summary>
internal static class SurveySetup
{
    public static void AddSurveys(this WebApplicationBuilder builder) => builder.Services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy<string, AnswerPace>(AnswerPace.Name);
    });
}
