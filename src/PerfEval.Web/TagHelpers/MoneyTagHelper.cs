using Microsoft.AspNetCore.Razor.TagHelpers;
using PerfEval.Domain;

namespace PerfEval.Web.TagHelpers;

/// <summary>
/// <c>&lt;money value="line.Spent" /&gt;</c>: an amount with thousands separators. In a table cell it fills the cell and is
/// right-aligned. Nothing known is “—”, a negative amount has a minus sign and is vermilion.
/// </summary>
[HtmlTargetElement("money")]
public sealed class MoneyTagHelper : TagHelper
{
    /// <summary>The amount in 元.</summary>
    public decimal? Value { get; set; }

    /// <summary>yuan (default) or wan: the unit in which it is shown. The unit itself is printed on the table.</summary>
    public string Unit { get; set; } = "yuan";

    /// <summary>The text of an amount, with a real minus sign.</summary>
    internal static string Show(decimal? value, string unit) => value is { } yuan
        ? (unit == "wan" ? Money.ShowWan(yuan) : Money.Show(yuan)).Replace('-', '−')
        : "—";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", Value switch { null => "money money-none", < 0 => "money money-negative", _ => "money" });
        output.Content.SetContent(Show(Value, Unit));
    }
}
