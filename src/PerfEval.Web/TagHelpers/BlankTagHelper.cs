using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PerfEval.Web.TagHelpers;

/// <summary>
/// <c>达到 &lt;blank for="Form.FullAt" label="满分线" size="5" /&gt; 及以上</c>: a blank in a sentence that a person fills in, a choice of
/// words when it has options, or lines of text. The label is heard, the sentence around it is seen; what is wrong stands below it.
/// </summary>
[HtmlTargetElement("blank", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BlankTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The property of the form.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>What is asked for, to be heard.</summary>
    public string Label { get; set; } = "";

    /// <summary>Width in characters; 0 fills the line.</summary>
    public int Size { get; set; } = 5;

    /// <summary>Words to choose from; null: one types.</summary>
    public IEnumerable<(string Value, string Word)>? Options { get; set; }

    /// <summary>Lines of text instead of one.</summary>
    public bool Lines { get; set; }

    /// <summary>A number: right-aligned, with the keypad of digits where there is one.</summary>
    public bool Number { get; set; }

    /// <summary>The browser puts the cursor here.</summary>
    public bool Focus { get; set; }

    /// <summary>Set by the framework.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, generator.IdAttributeDotReplacement);
        ViewContext.ViewData.ModelState.TryGetValue(name, out var entry);
        var error = entry?.Errors.Count > 0 ? string.Join("；", entry.Errors.Select(e => e.ErrorMessage)) : null;
        output.Become("span", Size == 0 ? "blank is-wide" : "blank");

        var control = Control(For.Model?.ToString() ?? "");
        control.Attributes["id"] = id;
        control.Attributes["name"] = name;
        control.Attributes["aria-label"] = Label;
        control.Attributes["autocomplete"] = "off";
        if (Focus)
        {
            control.Attributes["autofocus"] = "autofocus";
        }

        if (error is not null)
        {
            control.AddCssClass("is-invalid");
            control.Attributes["aria-invalid"] = "true";
            control.Attributes["aria-describedby"] = id + "-error";
        }

        output.Content.SetHtmlContent(control);
        if (error is not null)
        {
            var message = new TagBuilder("span");
            message.AddCssClass("field-error");
            message.Attributes["id"] = id + "-error";
            message.InnerHtml.AppendHtml(Icons.Draw("error")).AppendHtml(Html.Element("span", "", error));
            output.Content.AppendHtml(message);
        }
    }

    private TagBuilder Control(string value)
    {
        if (Options is { } options)
        {
            var select = new TagBuilder("select");
            select.AddCssClass("form-select");
            foreach (var (choice, word) in options)
            {
                var option = Html.Element("option", "", word);
                option.Attributes["value"] = choice;
                if (choice == value)
                {
                    option.Attributes["selected"] = "selected";
                }

                select.InnerHtml.AppendHtml(option);
            }

            return select;
        }

        var control = new TagBuilder(Lines ? "textarea" : "input");
        control.AddCssClass("form-control");
        if (Lines)
        {
            control.Attributes["rows"] = "2";
            control.InnerHtml.Append("\n" + value);
            return control;
        }

        control.TagRenderMode = TagRenderMode.SelfClosing;
        control.Attributes["type"] = "text";
        control.Attributes["value"] = value;
        if (Number)
        {
            control.AddCssClass("money-input");
            control.Attributes["inputmode"] = "decimal";
        }

        if (Size > 0)
        {
            control.Attributes["size"] = Size.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return control;
    }
}
