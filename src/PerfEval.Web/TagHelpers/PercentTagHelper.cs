using Microsoft.AspNetCore.Razor.TagHelpers;
using PerfEval.Domain;

namespace PerfEval.Web.TagHelpers;

/// <summary>
/// <c>&lt;percent value="line.Rate" bar /&gt;</c>: a rate with two places, if asked with a bar beside it. Above 100% the word
/// 超 stands beside the figure.
/// </summary>
[HtmlTargetElement("percent")]
public sealed class PercentTagHelper : TagHelper
{
    /// <summary>In percent: 96.8757 means 96.8757%. Null is “—”.</summary>
    public decimal? Value { get; set; }

    /// <summary>Draw the bar.</summary>
    public bool Bar { get; set; }

    /// <summary>Above this it is flagged with 超: 100 for money, 130 for targets.</summary>
    public decimal Limit { get; set; } = 100m;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", Bar ? "percent has-bar" : "percent");
        if (Bar)
        {
            output.Content.AppendHtml(Html.Bar(Value > 100m && Value <= Limit ? 100m : Value ?? 0m));
        }

        if (Value > Limit)
        {
            var over = Html.Element("span", "over", "超");
            over.Attributes["title"] = $"超过 {Limit:0}%";
            output.Content.AppendHtml(over);
        }

        output.Content.AppendHtml(Html.Element("span", "percent-figure", Percent.Show(Value)));
    }
}
