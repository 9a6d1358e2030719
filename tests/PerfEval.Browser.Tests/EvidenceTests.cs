using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>佐证材料 with the script at work: chosen, dropped, refused, looked at, deleted.</summary>
public sealed class EvidenceTests(Stage stage) : IClassFixture<Stage>, IDisposable
{
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    // On the disk, as people have them: the browser is told where they lie.
    private readonly string folder = Directory.CreateTempSubdirectory("perfeval-evidence-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

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
        await page.Locator("#Files").SetInputFilesAsync(
        [
            Put("评价报告.pdf", report), Put("程序.pdf", [0x4D, 0x5A, 0x90, 0, 3, 0]), Put("大文件.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n"), 6), Put("太大.pdf", [], 21),
        ]);
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
        await ReaderOpensAsync(page);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Link("下载").ClickAsync());
        Assert.Equal("评价报告.pdf", download.SuggestedFilename);
        Assert.Equal(report, await File.ReadAllBytesAsync((await download.PathAsync())!));

        await page.Link("返回列表").ClickAsync();
        await page.PressAsync(page.Row("大文件.pdf").GetByRole(AriaRole.Button), "删除");
        await page.ExpectDoneAsync("已删除“大文件.pdf”");
        await Expect(page.Row("大文件.pdf")).ToHaveCountAsync(0);
    });

    private string Put(string name, byte[] begin, int megabytes = 0)
    {
        using var file = File.Create(Path.Combine(folder, name));
        file.Write(begin);
        file.SetLength(Math.Max(begin.Length, megabytes * 1024L * 1024));
        return file.Name;
    }

    /// <summary>Chromium's own reader runs in a frame inside ours once it has the PDF; a refused one leaves an error page there.</summary>
    private static async Task ReaderOpensAsync(IPage page)
    {
        for (var waited = 0; waited < 80; waited++)
        {
            foreach (var frame in page.Frames.Where(f => f != page.MainFrame))
            {
                if (await frame.Locator("embed[type='application/x-google-chrome-pdf']").CountAsync() > 0)
                {
                    return;
                }
            }

            await page.WaitForTimeoutAsync(100);
        }

        Assert.Fail($"No reader opened the PDF: {string.Join(", ", page.Frames.Select(f => f.Url))}");
    }

    private static async Task NothingSeriousAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Passes.Length > 10, "axe looked at nothing.");
        Assert.Empty(found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page is wider than the screen.");
    }
}
