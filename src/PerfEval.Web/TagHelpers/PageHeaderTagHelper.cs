using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PerfEval.Web.TagHelpers;

/// <summary>
/// <c>&lt;page-header title="…" subtitle="…" state="Draft"&gt;buttons&lt;/page-header&gt;</c>: title, state and the next possible
/// act, always at the same place. Write it in <c>@section Header</c>.
/// </summary>
[HtmlTargetElement("page-header")]
public sealed class PageHeaderTagHelper : TagHelper
{
    /// <summary>The page's one h1.</summary>
    public string Title { get; set; } = "";

    /// <summary>One quiet line below: code, unit, year.</summary>
    public string? Subtitle { get; set; }

    /// <summary>State of the evaluation, see <see cref="StateBadgeTagHelper"/>.</summary>
    public string? State { get; set; }

    /// <summary>Grade, when there is one.</summary>
    public string? Grade { get; set; }

    /// <summary>Project tabs follow: no line between.</summary>
    public bool Tabs { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var acts = await output.GetChildContentAsync();
        output.Become("div", Tabs ? "page-header with-tabs" : "page-header");
        var content = output.Content;
        content.AppendHtml("<div class=\"page-header-text\"><h1><span>").Append(Title).AppendHtml("</span>");
        if (!string.IsNullOrEmpty(State))
        {
            content.AppendHtml(Render(new StateBadgeTagHelper { State = State }, context));
        }

        if (!string.IsNullOrEmpty(Grade))
        {
            content.AppendHtml(Render(new GradeBadgeTagHelper { Grade = Grade }, context));
        }

        content.AppendHtml("</h1>");
        if (!string.IsNullOrEmpty(Subtitle))
        {
            content.AppendHtml(Html.Element("p", "page-header-subtitle", Subtitle));
        }

        content.AppendHtml("</div>");
        if (!acts.IsEmptyOrWhiteSpace)
        {
            content.AppendHtml("<div class=\"page-actions\">").AppendHtml(acts).AppendHtml("</div>");
        }
    }

    private static TagHelperOutput Render(TagHelper helper, TagHelperContext context)
    {
        var inner = new TagHelperOutput("span", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(context, inner);
        return inner;
    }
}
