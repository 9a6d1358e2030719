using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PerfEval.Web.TagHelpers;

/// <summary>
/// Every control bound with <c>asp-for</c> gets the look of its kind and says when it is wrong; inside a
/// <see cref="FieldTagHelper"/> it also names its hint and error. Runs after the framework's own helpers.
/// </summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class ControlTagHelper : TagHelper
{
    /// <summary>The property of the form.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>Set by the framework.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override int Order => 2000;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var type = output.Attributes["type"]?.Value?.ToString();
        if (type == "hidden")
        {
            return;
        }

        Add(output, output.TagName == "select" ? "form-select" : type is "checkbox" or "radio" ? "form-check-input" : "form-control");
        if (output.Attributes["class"]?.Value?.ToString()?.Contains("money-input", StringComparison.Ordinal) == true)
        {
            Default(output, "inputmode", "decimal");
            Default(output, "autocomplete", "off");
        }

        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var scope = context.Items.TryGetValue(typeof(FieldTagHelper), out var found) ? found as FieldScope : null;
        if (scope?.Name == name)
        {
            if (scope.DescribedBy.Length > 0)
            {
                Default(output, "aria-describedby", scope.DescribedBy);
            }

            if (scope.Required)
            {
                Default(output, "aria-required", "true");
            }
        }

        if (ViewContext.ViewData.ModelState.GetFieldValidationState(name) == ModelValidationState.Invalid)
        {
            Add(output, "is-invalid");
            Default(output, "aria-invalid", "true");
        }
    }

    private static void Add(TagHelperOutput output, string css) => output.AddClass(css, System.Text.Encodings.Web.HtmlEncoder.Default);

    private static void Default(TagHelperOutput output, string name, string value)
    {
        if (!output.Attributes.ContainsName(name))
        {
            output.Attributes.SetAttribute(name, value);
        }
    }
}
