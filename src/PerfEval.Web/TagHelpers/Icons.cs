namespace PerfEval.Web.TagHelpers;

/// <summary>The small drawings, 16 × 16, one stroke, in the colour of the text around them.</summary>
public static class Icons
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["check"] = "M3 8.5l3.2 3.2L13 4.8",
        ["cross"] = "M4 4l8 8M12 4l-8 8",
        ["warn"] = "M8 2.2l6.2 11.3H1.8zM8 6.5v3.4M8 11.7v.1",
        ["error"] = "M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 4.8v4M8 11v.1",
        ["info"] = "M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 7.2v4M8 5v.1",
        ["plus"] = "M8 3v10M3 8h10",
        ["minus"] = "M3 8h10",
        ["up"] = "M8 13V3M4.2 6.8L8 3l3.8 3.8",
        ["down"] = "M8 3v10M4.2 9.2L8 13l3.8-3.8",
        ["lock"] = "M3.5 7.2h9v6.3h-9zM5.5 7V5a2.5 2.5 0 015 0v2",
        ["download"] = "M8 2.5v7.5M4.8 7L8 10.2 11.2 7M3 13.5h10",
        ["upload"] = "M8 10V2.5M4.8 5.7L8 2.5l3.2 3.2M3 13.5h10",
        ["search"] = "M7 2.8a4.2 4.2 0 100 8.4 4.2 4.2 0 000-8.4zM10.2 10.2l3.3 3.3",
        ["undo"] = "M5.5 3L2.5 6l3 3M2.5 6h7a3.5 3.5 0 010 7H6",
        ["send"] = "M2.5 8h10.5M9 4l4 4-4 4",
        ["print"] = "M4.5 6V2.5h7V6M4.5 11h-2V6h11v5h-2M4.5 9.2h7v4.3h-7z",
        ["file"] = "M4 1.8h5l3 3v9.4H4zM9 1.8v3h3",
        ["clock"] = "M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 4.5V8l2.4 1.6",
        ["home"] = "M2.5 7.5L8 2.8l5.5 4.7M4 6.5v7h8v-7M6.8 13.5V10h2.4v3.5",
        ["folder"] = "M2 4h4.2l1.5 1.8H14v7.4H2z",
        ["review"] = "M3.5 2.5h9v11h-9zM5.8 6l1 1 1.6-1.8M9.8 6.2h1M5.8 10l1 1 1.6-1.8M9.8 10.2h1",
        ["users"] = "M6 7.5a2.4 2.4 0 100-4.8 2.4 2.4 0 000 4.8zM1.8 13.2c.3-2.6 2-3.9 4.2-3.9s3.9 1.3 4.2 3.9M10.5 3a2.2 2.2 0 010 4.2M12 9.7c1.3.5 2.1 1.7 2.3 3.5",
        ["building"] = "M3 13.8V3.2l6-1.2v11.8M9 6l4 1v6.8M1.8 13.8h12.4M5 5.5h1.8M5 8h1.8M5 10.5h1.8",
        ["shield"] = "M8 1.8l5 1.8v4c0 3.2-2 5.4-5 6.6-3-1.2-5-3.4-5-6.6v-4zM5.8 8l1.6 1.6 2.9-3",
        ["chart"] = "M2.5 13.5h11M4.5 11V8M8 11V3.5M11.5 11V6",
        ["edit"] = "M3 13l.6-2.8 7-7 2.2 2.2-7 7zM9.4 4.4l2.2 2.2",
        ["trash"] = "M3 4.5h10M6.2 4.2V2.5h3.6v1.7M4.3 4.5l.6 9h6.2l.6-9M6.8 7v4M9.2 7v4",
        ["eye"] = "M1.5 8C3 5.2 5.3 3.8 8 3.8S13 5.2 14.5 8c-1.5 2.8-3.8 4.2-6.5 4.2S3 10.8 1.5 8zM8 6.2a1.8 1.8 0 100 3.6 1.8 1.8 0 000-3.6z",
        ["empty"] = "M2.5 9.5l2-6h7l2 6v4h-11zM2.5 9.5h3.2l.8 1.6h3l.8-1.6h3.2",
        ["sum"] = "M12 4.5V3H4l4 5-4 5h8v-1.5",
        ["link"] = "M6.8 9.2a2.6 2.6 0 003.7 0l2-2a2.6 2.6 0 00-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 00-3.7 0l-2 2a2.6 2.6 0 003.7 3.7l.9-.9",
        ["tree"] = "M2 3h4v3H2zM10 6.5h4v3h-4zM10 11h4v3h-4zM4 6v6.5h6M4 8h6",
        ["left"] = "M13 8H3.5M7 4.5L3.5 8 7 11.5",
        ["right"] = "M3 8h9.5M9 4.5l3.5 3.5L9 11.5",
        ["copy"] = "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
        ["child"] = "M3 2.5v7h5M11.5 6.5v6M8.5 9.5h6",
    };

    /// <summary>The names that can be drawn.</summary>
    public static IReadOnlyCollection<string> Names => Paths.Keys;

    /// <summary>The drawing as markup, hidden from screen readers: a word always stands beside it.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static string Draw(string name) =>
        $"""<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="{Paths[name]}"/></svg>""";
}
