using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace PerfEval.Web.TagHelpers;

/// <summary><c>&lt;qr text="http://…" /&gt;</c>: a QR code as one path, drawn with attributes because the page allows no inline style.</summary>
[HtmlTargetElement("qr", Attributes = "text")]
public sealed class QrTagHelper : TagHelper
{
    /// <summary>What the code says.</summary>
    public string Text { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (code.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append('M').Append(x).Append(' ').Append(y).Append("h1v1h-1z");
                }
            }
        }

        output.Become("svg", "qr");
        output.Attributes.SetAttribute("viewBox", $"0 0 {rows.Count} {rows.Count}");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", "二维码，内容与旁边的地址相同");
        output.Attributes.SetAttribute("shape-rendering", "crispEdges");
        output.Content.SetHtmlContent($"""<rect class="qr-paper" width="{rows.Count}" height="{rows.Count}"/><path class="qr-ink" d="{path}"/>""");
    }
}
