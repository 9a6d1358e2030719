using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PerfEval.Web.TagHelpers;

/// <summary><c>&lt;icon name="plus" /&gt;</c>: a drawing of <see cref="Icons"/>.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>One of <see cref="Icons.Names"/>.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icons.Draw(Name));
    }
}
