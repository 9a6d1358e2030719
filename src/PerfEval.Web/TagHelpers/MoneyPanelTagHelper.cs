using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PerfEval.Domain;

namespace PerfEval.Web.TagHelpers;

/// <summary>
/// The money panel: 全年预算, 到位, 拨款, 支出, 结余 and the execution rate in one line that stays in view while entering.
/// Child content is a list of <c>&lt;identity&gt;</c>. Sticky panels stand inside an element with class has-money-panel.
/// </summary>
[HtmlTargetElement("money-panel")]
public sealed class MoneyPanelTagHelper : TagHelper
{
    /// <summary>全年预算.</summary>
    public decimal? Budget { get; set; }

    /// <summary>资金到位.</summary>
    public decimal? Received { get; set; }

    /// <summary>实际拨款.</summary>
    public decimal? Allocated { get; set; }

    /// <summary>实际支出.</summary>
    public decimal? Spent { get; set; }

    /// <summary>结余.</summary>
    public decimal? Balance { get; set; }

    /// <summary>预算执行率 in percent.</summary>
    public decimal? Rate { get; set; }

    /// <summary>The rate's name with its denominator.</summary>
    public string RateName { get; set; } = "预算执行率";

    /// <summary>yuan or wan.</summary>
    public string Unit { get; set; } = "yuan";

    /// <summary>Stays at the top of the window.</summary>
    public bool Sticky { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var identities = await output.GetChildContentAsync();
        output.Become("section", Sticky ? "money-panel is-sticky" : "money-panel");
        output.Attributes.SetAttribute("aria-label", "资金一览");
        var content = output.Content;
        content.AppendHtml("<dl>");
        Amount("budget", "全年预算", Budget);
        Amount("received", "资金到位", Received);
        Amount("allocated", "实际拨款", Allocated);
        Amount("spent", "实际支出", Spent);
        Amount("balance", "结余", Balance);
        content.AppendHtml("<div class=\"money-panel-rate\">").AppendHtml(Html.Element("dt", "", RateName)).AppendHtml("<dd><span class=\"percent has-bar\">").AppendHtml(Html.Bar(Rate ?? 0));
        if (Rate > 100m)
        {
            content.AppendHtml(Html.Element("span", "over", "超"));
        }

        content.AppendHtml(Named("rate", Html.Element("span", "percent-figure", Percent.Show(Rate))));
        content.AppendHtml("</span></dd></div></dl><div class=\"money-panel-foot\">");
        content.AppendHtml("<ul class=\"identities\">").AppendHtml(identities).AppendHtml("</ul>");
        content.AppendHtml(Html.Element("span", "unit-note", Unit == "wan" ? "单位：万元" : "单位：元")).AppendHtml("</div>");

        // The grid writes the figures that the server sends with each saved row.
        static TagBuilder Named(string name, TagBuilder element)
        {
            element.Attributes["data-figure"] = name;
            return element;
        }

        void Amount(string name, string word, decimal? value)
        {
            content.AppendHtml("<div>").AppendHtml(Html.Element("dt", "", word)).AppendHtml("<dd>")
                .AppendHtml(Named(name, Html.Element("span", value < 0 ? "money money-negative" : "money", MoneyTagHelper.Show(value, Unit))))
                .AppendHtml("</dd></div>");
        }
    }
}

/// <summary>
/// <c>&lt;identity holds="true"&gt;到位 = 拨款 + 自筹&lt;/identity&gt;</c>: something that must add up, with ✓ 相符 or ✗ 不符 and, if it
/// does not, by how much.
/// </summary>
[HtmlTargetElement("identity")]
public sealed class IdentityTagHelper : TagHelper
{
    /// <summary>Whether it adds up; null when it cannot be said yet.</summary>
    public bool? Holds { get; set; }

    /// <summary>The difference in 元, shown when it does not add up.</summary>
    public decimal? Difference { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (css, icon, word) = Holds switch
        {
            true => ("mark mark-ok", "check", "相符"),
            false => ("mark mark-error", "cross", Difference is { } gap ? $"不符，差 {MoneyTagHelper.Show(gap, "yuan")} 元" : "不符"),
            null => ("mark mark-none", "minus", "待填"),
        };
        output.Become("li", "identity");
        output.PostContent.SetHtmlContent($"<span class=\"{css}\">{Icons.Draw(icon)}");
        output.PostContent.Append(word).AppendHtml("</span>");
    }
}
