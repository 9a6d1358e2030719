using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PerfEval.Web.TagHelpers;

/// <summary>
/// <c>&lt;field for="Input.Name" label="项目名称" hint="……" required&gt;&lt;input asp-for="Input.Name" /&gt;&lt;/field&gt;</c>: label, control,
/// hint and error, tied together for screen readers. Without a control of its own it makes a text input.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The property of the form.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>The label; the property's display name when not given.</summary>
    public string? Label { get; set; }

    /// <summary>What to know before typing.</summary>
    public string? Hint { get; set; }

    /// <summary>Says 必填 beside the label.</summary>
    public bool Required { get; set; }

    /// <summary>In a table cell: the label is only heard, not seen.</summary>
    public bool Cell { get; set; }

    /// <summary>A checkbox: the label stands at its right.</summary>
    public bool Check { get; set; }

    /// <summary>Set by the framework.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, generator.IdAttributeDotReplacement);
        ViewContext.ViewData.ModelState.TryGetValue(name, out var entry);
        var error = entry?.Errors.Count > 0 ? string.Join("；", entry.Errors.Select(e => e.ErrorMessage)) : null;
        var described = string.Join(' ', new[] { Hint is null ? "" : id + "-hint", error is null ? "" : id + "-error" }.Where(s => s.Length > 0));

        context.Items[typeof(FieldTagHelper)] = new FieldScope(name, described, Required);
        var child = await output.GetChildContentAsync();

        output.Become("div", "field" + (Cell ? " is-cell" : "") + (Check ? " is-check" : ""));
        output.Content.AppendHtml(LabelFor(id));
        output.Content.AppendHtml(child.IsEmptyOrWhiteSpace ? TextBox(described, error is not null) : child);
        if (error is not null)
        {
            var message = new TagBuilder("p");
            message.AddCssClass("field-error");
            message.Attributes["id"] = id + "-error";
            message.InnerHtml.AppendHtml(Icons.Draw("error")).AppendHtml(Html.Element("span", "", error));
            output.Content.AppendHtml(message);
        }

        if (Hint is not null)
        {
            var hint = Html.Element("p", Cell ? "visually-hidden" : "field-hint", Hint);
            hint.Attributes["id"] = id + "-hint";
            output.Content.AppendHtml(hint);
        }
    }

    private TagBuilder LabelFor(string id)
    {
        var label = Html.Element("label", Cell ? "visually-hidden" : "", Label ?? For.Metadata.DisplayName ?? For.Name);
        label.Attributes["for"] = id;
        if (Required)
        {
            label.InnerHtml.AppendHtml(Html.Element("span", "field-required", "必填"));
        }

        return label;
    }

    private TagBuilder TextBox(string described, bool invalid)
    {
        var money = For.ModelExplorer.ModelType == typeof(decimal) || For.ModelExplorer.ModelType == typeof(decimal?);
        var box = generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, money ? "{0:0.00}" : null, null);
        box.AddCssClass("form-control");
        if (money)
        {
            box.AddCssClass("money-input");
            box.Attributes["inputmode"] = "decimal";
            box.Attributes["autocomplete"] = "off";
        }

        if (described.Length > 0)
        {
            box.Attributes["aria-describedby"] = described;
        }

        if (Required)
        {
            box.Attributes["aria-required"] = "true";
        }

        if (invalid)
        {
            box.AddCssClass("is-invalid");
            box.Attributes["aria-invalid"] = "true";
        }

        return box;
    }
}

/// <summary>What a field tells the control inside it.</summary>
/// <param name="Name">Full name of the form field.</param>
/// <param name="DescribedBy">Ids of hint and error.</param>
/// <param name="Required">Whether it must be filled before 送审.</param>
internal sealed record FieldScope(string Name, string DescribedBy, bool Required);
