using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PerfEval.Domain.Scoring;

namespace PerfEval.Web.TagHelpers;

/// <summary>Small pieces of markup that several tag helpers share.</summary>
internal static class Html
{
    /// <summary>Makes the output an element of this name with this class, keeping classes the page wrote itself.</summary>
    public static void Become(this TagHelperOutput output, string tag, string css)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(own) ? css : css + " " + own);
    }

    /// <summary>A difference of points with its sign: +0.5, −1.5, 0.</summary>
    public static string Signed(decimal difference) =>
        (difference > 0 ? "+" : difference < 0 ? "−" : "") + Domain.Numbers.Plainly(Math.Abs(difference));

    /// <summary>An element with encoded text.</summary>
    public static TagBuilder Element(string tag, string css, string text)
    {
        var element = new TagBuilder(tag);
        if (css.Length > 0)
        {
            element.AddCssClass(css);
        }

        element.InnerHtml.Append(text);
        return element;
    }

    /// <summary>A proportional bar, drawn with attributes because the page allows no inline style.</summary>
    /// <param name="percent">0 to 100; above 100 the bar is full and takes the colour of a doubt.</param>
    public static string Bar(decimal percent)
    {
        var over = percent > 100m;
        var width = Rounding.Round(Math.Clamp(percent, 0m, 100m), 2).ToString(CultureInfo.InvariantCulture);
        return $"""<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="bar-track" width="100" height="8"/><rect class="{(over ? "bar-over" : "bar-fill")}" width="{width}" height="8"/></svg>""";
    }
}
