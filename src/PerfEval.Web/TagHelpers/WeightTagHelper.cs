using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PerfEval.Web.TagHelpers;

/// <summary><c>&lt;weight-bar value="20" of="100" level="1" /&gt;</c>: the weight of an indicator as a proportional bar and a figure.</summary>
[HtmlTargetElement("weight-bar")]
public sealed class WeightTagHelper : TagHelper
{
    /// <summary>The weight in points.</summary>
    public decimal Value { get; set; }

    /// <summary>What the full bar stands for.</summary>
    public decimal Of { get; set; } = 100m;

    /// <summary>Level 1 to 4: deeper levels are paler.</summary>
    public int Level { get; set; } = 1;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", $"weight weight-{Level}");
        output.Content.AppendHtml(Html.Bar(Of == 0 ? 0 : Value / Of * 100m));
        output.Content.AppendHtml(Html.Element("span", "weight-figure", Value.ToString("0.##", CultureInfo.InvariantCulture) + " 分"));
    }
}

/// <summary><c>&lt;share-bar value="18.5" of="20" /&gt;</c>: a bar alone, for a score beside its weight.</summary>
[HtmlTargetElement("share-bar")]
public sealed class ShareBarTagHelper : TagHelper
{
    /// <summary>The part.</summary>
    public decimal? Value { get; set; }

    /// <summary>The whole.</summary>
    public decimal Of { get; set; } = 100m;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Html.Bar(Of == 0 || Value is not { } part ? 0 : part / Of * 100m));
    }
}
