using Microsoft.AspNetCore.Mvc;

namespace PerfEval.Web.Links;

/// <summary>
/// The pages of the indicator trees, so that nobody writes an address as a string. Addresses begin with ~: pass them
/// through Url.Content, or redirect to them.
/// </summary>
internal static class IndicatorLinks
{
    /// <summary>The list of trees.</summary>
    public const string Index = "~/indicators";

    /// <summary>The comparison of two trees; both may be left open.</summary>
    public const string Compare = "~/indicators/compare";

    /// <summary>The designer of a tree.</summary>
    public static string Tree(int id) => $"{Index}/{id}";

    /// <summary>The designer of a tree, at one of its indicators; a script that follows a redirect sees no fragment, so the query names it too.</summary>
    public static string Node(int id, int indicator) => $"{Tree(id)}?at={indicator}#node-{indicator}";

    /// <summary>The rule of one leaf.</summary>
    public static string Rule(int id, int leafId) => $"{Tree(id)}/rule/{leafId}";

    /// <summary>Scoring old projects by a tree.</summary>
    public static string Replay(int id) => $"{Tree(id)}/replay";

    /// <summary>Comparison of these two.</summary>
    public static string CompareOf(int from, int to) => $"{Compare}?from={from}&to={to}";

    /// <summary>The address as a page writes it.</summary>
    public static string To(this IUrlHelper url, string address) => url.Content(address);
}
