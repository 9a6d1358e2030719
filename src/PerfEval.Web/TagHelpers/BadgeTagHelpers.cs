using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PerfEval.Web.TagHelpers;

/// <summary><c>&lt;state-badge state="Draft" /&gt;</c>: the state of an evaluation as a word in a small frame.</summary>
[HtmlTargetElement("state-badge")]
public sealed class StateBadgeTagHelper : TagHelper
{
    /// <summary>Draft, Submitted, UnderReview, Returned, Approved or Published.</summary>
    public string State { get; set; } = "";

    /// <summary>The word of a state; an unknown one shows as it is.</summary>
    internal static string Word(string state) => state switch
    {
        "Draft" => "草稿",
        "Submitted" => "已送审",
        "UnderReview" => "评审中",
        "Returned" => "已退回",
        "Approved" => "已定稿",
        "Published" => "已公开",
        _ => state,
    };

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", "state state-" + State.ToLowerInvariant());
        var icon = State switch { "Returned" => "undo", "Approved" => "check", "Published" => "lock", _ => null };
        if (icon is not null)
        {
            output.Content.AppendHtml(Icons.Draw(icon));
        }

        output.Content.Append(Word(State));
    }
}

/// <summary><c>&lt;grade-badge grade="优" /&gt;</c>: 优 良 中 差, or Excellent Good Fair Poor; nothing yet is “—”.</summary>
[HtmlTargetElement("grade-badge")]
public sealed class GradeBadgeTagHelper : TagHelper
{
    /// <summary>The grade as its character or its English name.</summary>
    public string? Grade { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (word, css) = Grade switch
        {
            "优" or "Excellent" => ("优", "grade grade-excellent"),
            "良" or "Good" => ("良", "grade grade-good"),
            "中" or "Fair" => ("中", "grade grade-fair"),
            "差" or "Poor" => ("差", "grade grade-poor"),
            _ => ("—", "grade grade-none"),
        };
        output.Become("span", css);
        output.Content.SetContent(word);
    }
}

/// <summary>
/// <c>&lt;mark kind="doubt"&gt;结余无原因&lt;/mark&gt;</c>: a small icon with its word. Kinds: doubt (amber), ok (green), error
/// (vermilion), none (grey).
/// </summary>
[HtmlTargetElement("mark", Attributes = "kind")]
public sealed class MarkTagHelper : TagHelper
{
    /// <summary>doubt, ok, error or none.</summary>
    public string Kind { get; set; } = "none";

    /// <summary>The markup around a word.</summary>
    internal static string IconOf(string kind) => kind switch { "doubt" => "warn", "ok" => "check", "error" => "error", _ => "minus" };

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", "mark mark-" + Kind);
        output.PreContent.SetHtmlContent(Icons.Draw(IconOf(Kind)));
    }
}
