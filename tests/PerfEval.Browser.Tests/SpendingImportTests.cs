using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>Excel in and out, as an accountant does it.</summary>
public sealed class SpendingImportTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task The_template_goes_out_comes_back_marked_and_then_goes_in() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/spending/import");
        var template = await DownloadAsync(page, page.Link("下载模板"));

        await UploadAsync(page, Filled(template, "40", ("B", "浏览器导入"), ("G", "很多"), ("H", "400")));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("有 1 行、共 1 处错误，没有导入任何内容");
        await Expect(page.Row("支出明细!G40")).ToContainTextAsync("请填金额，单位为元");
        play.Faults.AddRange(await EveryPageTests.LookAsync(page, "faulty import"));
        var marked = await DownloadAsync(page, page.Button("下载标出错误的原表"));

        await UploadAsync(page, Filled(marked, "40", ("G", "500")));
        await Expect(page.GetByText("新增 1、修改 0")).ToBeVisibleAsync();
        await Expect(page.Row("浏览器导入")).ToContainTextAsync("500.00");
        play.Faults.AddRange(await EveryPageTests.LookAsync(page, "import preview"));
        await page.Button("导入：新增 1 行、修改 0 行").ClickAsync();
        await page.WaitForURLAsync("**/projects/6/spending");
        await Expect(page.GetByText("已导入：新增1行、修改0行。")).ToBeVisibleAsync();
    });

    private static async Task<byte[]> DownloadAsync(IPage page, ILocator button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        using var content = new MemoryStream();
        await using var stream = await download.CreateReadStreamAsync();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }

    private static async Task UploadAsync(IPage page, byte[] content)
    {
        await page.Field("填好的表格").SetInputFilesAsync(new FilePayload { Name = "明细.xlsx", MimeType = "application/octet-stream", Buffer = content });
        await page.Button("上传并校验").ClickAsync();
        await Expect(page.GetByText("已识别")).ToBeVisibleAsync();
    }

    private static byte[] Filled(byte[] content, string row, params (string Column, string Text)[] cells)
    {
        using var file = new MemoryStream();
        file.Write(content);
        using (var book = SpreadsheetDocument.Open(file, true))
        {
            var sheet = (WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Descendants<Sheet>().First().Id!.Value!)!;
            foreach (var (column, text) in cells)
            {
                var cell = sheet.Worksheet.Descendants<Cell>().Single(c => c.CellReference == column + row);
                cell.RemoveAllChildren();
                cell.DataType = CellValues.InlineString;
                cell.Append(new InlineString(new Text(text)));
            }
        }

        return file.ToArray();
    }
}
