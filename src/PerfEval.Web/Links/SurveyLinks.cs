using Microsoft.AspNetCore.Mvc;

namespace PerfEval.Web.Links;

/// <summary>The pages of a survey.</summary>
internal static class SurveyLinks
{
    public const string Results = "/Projects/Survey";
    public const string Edit = "/Projects/SurveyEdit";
    public const string Sheets = "/Projects/SurveySheets";
    public const string Tally = "/Projects/SurveyTally";
    public const string Print = "/Projects/SurveyPrint";
    public const string Answer = "/Surveys/Answer";
    public const string Thanks = "/Surveys/Thanks";

    /// <summary>The public link as it is printed and sent: with host, so that a phone finds it.</summary>
    public static string PublicLink(this IUrlHelper url, string token)
    {
        var request = url.ActionContext.HttpContext.Request;
        return url.Page(Answer, null, new { token }, request.Scheme, request.Host.Value)!;
    }
}
