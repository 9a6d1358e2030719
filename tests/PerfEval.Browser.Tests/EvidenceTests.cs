using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>佐证材料 with the script at work: chosen, dropped, refused, looked at, deleted.</summary>
public sealed class EvidenceTests(Stage stage) : IClassFixture<Stage>
{
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public Task Files_are_dropped_chosen_shown_and_deleted() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/evidence");
        var uploads = page.GetByRole(AriaRole.Status, new() { Name = "上传进度" }).GetByRole(AriaRole.Listitem);
        await page.Field("属于").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.EvaluateAsync(
            """
            picture => {
              const bytes = Uint8Array.from(atob(picture), c => c.charCodeAt(0));
              const dropped = new DataTransfer();
              dropped.items.add(new File([bytes], '现场“照片”（一）.png', { type: 'text/html' }));
              const send = (type, target) => target.dispatchEvent(new DragEvent(type, { dataTransfer: dropped, bubbles: true, cancelable: true }));
              send('dragenter', document.body);
              if (!document.querySelector('.evidence-upload.is-over')) { throw new Error('nothing shows where to drop'); }
              if (send('dragover', document.body)) { throw new Error('the browser would open the file itself'); }
              send('drop', document.body);
            }
            """, Convert.ToBase64String(Picture));
        await Expect(uploads).ToHaveTextAsync(["现场“照片”（一）.png已上传"]);
        await Expect(page.Row("现场“照片”（一）.png")).ToContainTextAsync("图片");

        var report = await (await page.APIRequest.GetAsync("/projects/6/report.pdf")).BodyAsync();
        var large = new byte[6 * 1024 * 1024];
        Encoding.ASCII.GetBytes("%PDF-1.4\n").CopyTo(large, 0);
        await page.Locator("#Files").SetInputFilesAsync(new FilePayload[]
        {
            new() { Name = "评价报告.pdf", MimeType = "application/pdf", Buffer = report },
            new() { Name = "程序.pdf", MimeType = "application/pdf", Buffer = [0x4D, 0x5A, 0x90, 0, 3, 0] },
            new() { Name = "大文件.pdf", MimeType = "application/pdf", Buffer = large },
            new() { Name = "太大.pdf", MimeType = "application/pdf", Buffer = new byte[21 * 1024 * 1024] },
        });
        await Expect(uploads).ToHaveTextAsync(
        [
            "现场“照片”（一）.png已上传", "评价报告.pdf已上传", "程序.pdf文件“程序.pdf”的内容是程序或脚本，不能上传", "大文件.pdf已上传", "太大.pdf超过 20 MB，没有上传；请压缩或分成几份",
        ], new() { Timeout = 20_000 });
        Assert.Equal(100, await uploads.Nth(3).Locator("progress").EvaluateAsync<int>("bar => bar.value"));
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = ".pdf" })).ToHaveCountAsync(2);
        await NothingSeriousAsync(page);

        await page.Link("查看 现场“照片”（一）.png").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "现场“照片”（一）.png" })).ToHaveJSPropertyAsync("naturalWidth", 1);
        await NothingSeriousAsync(page);
        await page.Link("下一个").ClickAsync();
        await Expect(page.FrameLocator("iframe.report-preview").Locator("embed")).ToHaveAttributeAsync("type", "application/pdf");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Link("下载").ClickAsync());
        Assert.Equal("评价报告.pdf", download.SuggestedFilename);
        Assert.Equal(report, await File.ReadAllBytesAsync((await download.PathAsync())!));

        await page.Link("返回列表").ClickAsync();
        await page.PressAsync(page.Row("大文件.pdf").GetByRole(AriaRole.Button), "删除");
        await page.ExpectDoneAsync("已删除“大文件.pdf”");
        await Expect(page.Row("大文件.pdf")).ToHaveCountAsync(0);
    });

    private static async Task NothingSeriousAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Passes.Length > 10, "axe looked at nothing.");
        Assert.Empty(found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page is wider than the screen.");
    }
}
