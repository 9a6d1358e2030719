using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PerfEval.Web.TagHelpers;

/// <summary>
/// <c>&lt;empty-state title="还没有支出明细" text="……"&gt;&lt;a class="btn btn-primary"&gt;…&lt;/a&gt;&lt;/empty-state&gt;</c>: says what
/// belongs here and offers the act that fills it.
/// </summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    /// <summary>What is not here yet.</summary>
    public string Title { get; set; } = "";

    /// <summary>What belongs here and how it comes.</summary>
    public string? Text { get; set; }

    /// <summary>A drawing of <see cref="Icons"/>.</summary>
    public string Icon { get; set; } = "empty";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var acts = await output.GetChildContentAsync();
        output.Become("div", "empty");
        output.Content.AppendHtml(Icons.Draw(Icon));
        output.Content.AppendHtml(Html.Element("h2", "", Title));
        if (!string.IsNullOrEmpty(Text))
        {
            output.Content.AppendHtml(Html.Element("p", "", Text));
        }

        if (!acts.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml("<div class=\"empty-acts\">").AppendHtml(acts).AppendHtml("</div>");
        }
    }
}
