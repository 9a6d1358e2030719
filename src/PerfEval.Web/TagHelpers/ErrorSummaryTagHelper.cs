using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PerfEval.Web.TagHelpers;

/// <summary>
/// <c>&lt;error-summary /&gt;</c>: all errors of the form at once, each a link to its field. The layout already holds one; a page
/// never writes it again. Nothing is drawn when nothing is wrong.
/// </summary>
[HtmlTargetElement("error-summary")]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>What did not happen; the layout passes <c>ViewData["ErrorTitle"]</c>.</summary>
    public string? Title { get; set; }

    /// <summary>Set by the framework.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(pair => pair.Value?.Errors.Select(error => (pair.Key, error.ErrorMessage)) ?? [])
            .Where(error => !string.IsNullOrWhiteSpace(error.ErrorMessage))
            .Distinct()
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("div", "notice notice-error");
        output.Attributes.SetAttribute("id", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        var content = output.Content;
        content.AppendHtml(Icons.Draw("error")).AppendHtml("<div>");
        content.AppendHtml(Html.Element("h2", "", string.IsNullOrEmpty(Title) ? $"没有保存，有 {errors.Count} 处需要改正（已填内容都保留）" : Title));
        content.AppendHtml("<ul>");
        foreach (var (key, message) in errors)
        {
            var item = Html.Element(key.Length == 0 ? "span" : "a", "", message);
            if (key.Length > 0)
            {
                item.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(key, "_");
            }

            content.AppendHtml("<li>").AppendHtml(item).AppendHtml("</li>");
        }

        content.AppendHtml("</ul></div>");
    }
}
