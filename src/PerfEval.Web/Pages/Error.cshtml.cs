using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PerfEval.Web.Pages;

/// <summary>What a person sees instead of a page. Requests are re-executed here with the verb they came with.</summary>
[IgnoreAntiforgeryToken] // A refused form arrives here with its verb and without its token.
public sealed class ErrorModel : PageModel
{
    public int Status { get; private set; }

    public string Heading { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Number under which the log knows the request.</summary>
    public string RequestId { get; private set; } = "";

    public void OnGet() => Say();

    public void OnPost() => Say();

    private void Say()
    {
        // From the address and not through the binder: that gives up on everything when the form itself cannot be read.
        var status = int.TryParse(RouteData.Values["status"] as string, out var given) ? given : 0;

        // Somebody may type the address themselves: only statuses of errors are errors.
        Status = status is >= 400 and <= 599 ? status : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
        RequestId = Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier;
        (Heading, Text) = Status switch
        {
            400 => ("页面已过期", "页面已过期，请返回刷新后重新提交。刚才的操作没有执行。"),
            403 => ("无权访问", "您的角色不能使用这个页面或这项操作。如工作需要，请联系安全管理员调整角色。"),
            404 => ("没有找到", "没有这个页面或这条记录，可能已被删除，或不在您的管辖范围内。请检查地址。"),
            413 => ("内容太大", "上传的内容超过了大小限制，没有保存。请分几次上传，或把文件压缩、拆分后重新提交。"),
            429 => ("请稍候", "短时间内提交的次数太多，这一次没有收下。请返回上一页，过一分钟再提交。"),
            >= 500 => ("出错了", "系统没有完成这次操作，已记入日志。请稍后再试；如反复出现，请把下面的编号告诉管理员。"),
            _ => ("不能完成", "这次请求不能完成，请返回后重试。"),
        };
    }
}
