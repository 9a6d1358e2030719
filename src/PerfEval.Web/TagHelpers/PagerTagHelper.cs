using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PerfEval.Web.TagHelpers;

/// <summary>
/// <c>&lt;pager page="Model.P" page-count="Model.PageCount" total="Model.Total" /&gt;</c>: links to the other pages of a list,
/// keeping the filters of the address. The query key is <c>p</c>, because Razor Pages keeps <c>page</c> for itself.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    private const int Beside = 2;

    /// <summary>The page shown, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>How many pages there are.</summary>
    public int PageCount { get; set; } = 1;

    /// <summary>How many rows there are in all.</summary>
    public int? Total { get; set; }

    /// <summary>What a row is called, such as 个项目.</summary>
    public string Noun { get; set; } = "条";

    /// <summary>The query key of the page number.</summary>
    public string QueryKey { get; set; } = "p";

    /// <summary>Set by the framework.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("nav", "pager");
        output.Attributes.SetAttribute("aria-label", "分页");
        var sum = Total is { } total ? $"共 {total} {Noun}" : "";
        var where = PageCount > 1 ? $"第 {Page} 页，共 {PageCount} 页" : "";
        output.Content.AppendHtml(Html.Element("span", "", string.Join("，", new[] { sum, where }.Where(s => s.Length > 0))));
        if (PageCount <= 1)
        {
            return;
        }

        output.Content.AppendHtml("<ul>");
        Step("上一页", Page - 1, Page > 1);
        var last = 0;
        for (var number = 1; number <= PageCount; number++)
        {
            if (number != 1 && number != PageCount && Math.Abs(number - Page) > Beside)
            {
                continue;
            }

            if (number > last + 1)
            {
                output.Content.AppendHtml("<li><span class=\"gap\">…</span></li>");
            }

            Number(number);
            last = number;
        }

        Step("下一页", Page + 1, Page < PageCount);
        output.Content.AppendHtml("</ul>");

        void Step(string word, int target, bool possible)
        {
            var link = Html.Element(possible ? "a" : "span", "", word);
            link.Attributes[possible ? "href" : "aria-disabled"] = possible ? Address(target) : "true";
            output.Content.AppendHtml("<li>").AppendHtml(link).AppendHtml("</li>");
        }

        void Number(int number)
        {
            var here = number == Page;
            var link = Html.Element(here ? "span" : "a", "", $"{number}");
            link.Attributes[here ? "aria-current" : "href"] = here ? "page" : Address(number);
            output.Content.AppendHtml("<li>").AppendHtml(link).AppendHtml("</li>");
        }
    }

    private string Address(int number)
    {
        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != QueryKey)) { { QueryKey, $"{number}" } };
        return request.PathBase + request.Path + query.ToString();
    }
}
