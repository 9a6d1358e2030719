using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests.Support;

/// <summary>The grid of the spending page, as a person uses it: cells by row number and column word, keys, the clipboard.</summary>
internal sealed class Grid(IPage page)
{
    public static async Task<Grid> OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        return await ReadyAsync(page);
    }

    public static async Task<Grid> ReadyAsync(IPage page)
    {
        await Expect(page.Locator("#lines[data-ready=true]")).ToHaveCountAsync(1);
        return new(page);
    }

    public ILocator State => page.Locator("[data-part=state]");

    public ILocator Problems => page.Locator("[data-part=problems]");

    public ILocator Detail => page.Locator("[data-part=detail]");

    public ILocator Notices => page.Locator("[data-part=notices]");

    public ILocator Editor => page.Locator(".grid-editor");

    public ILocator Total => page.Locator(".tabulator-calcs");

    /// <summary>A row by the number it shows.</summary>
    public ILocator Row(int number) => page.Locator(".tabulator-table .tabulator-row").Filter(
        new() { Has = page.Locator(".is-handle").Filter(new() { HasTextRegex = new Regex($"^{number}$") }) });

    public ILocator Group(string name) => page.Locator(".tabulator-row.group-row").Filter(new() { HasText = name });

    public ILocator Cell(int number, string column) => Row(number).Locator($"[tabulator-field={column}]");

    public async Task ClickAsync(int number, string column)
    {
        await Cell(number, column).ClickAsync();
        await Expect(Editor).ToBeFocusedAsync();
    }

    /// <summary>Types texts into the cells from the active one on, with Tab after each.</summary>
    public async Task TypeAsync(params string[] cells)
    {
        foreach (var cell in cells)
        {
            await page.Keyboard.TypeAsync(cell);
            await page.Keyboard.PressAsync("Tab");
        }
    }

    /// <summary>Replaces what stands in a cell.</summary>
    public async Task SetAsync(int number, string column, string text)
    {
        await ClickAsync(number, column);
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>What Ctrl+V does with this text on the clipboard.</summary>
    public Task PasteAsync(string text) => Editor.EvaluateAsync(
        """
        (editor, text) => {
          editor.focus();
          const data = new DataTransfer();
          data.setData('text/plain', text);
          editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """, text);

    /// <summary>What Ctrl+C puts on the clipboard.</summary>
    public Task<string> CopyAsync() => Editor.EvaluateAsync<string>(
        """
        editor => {
          const data = new DataTransfer();
          editor.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
          return data.getData('text/plain');
        }
        """);

    public Task ExpectSavedAsync() => Expect(State).ToHaveTextAsync("全部已保存");

    /// <summary>A new project with this much money, opened at its grid.</summary>
    public static async Task<Grid> OfNewProjectAsync(IPage page, string name, string received)
    {
        await page.GotoAsync("/projects/new");
        await page.Field("项目名称").FillAsync(name);
        await page.Button("新建").ClickAsync();
        await page.ExpectDoneAsync("已新建");
        await page.Field("年初预算").FillAsync(received);
        await page.Field("到位").FillAsync(received);
        await page.RowOfField("年初预算").Button("添加").ClickAsync();
        await page.ExpectDoneAsync("已保存资金来源");
        return await OpenAsync(page, new Uri(page.Url).AbsolutePath.Replace("/funding", "/spending", StringComparison.Ordinal));
    }

    /// <summary>A new project with eight lines in three activities, each spent in full.</summary>
    public static async Task<Grid> OfEightLinesAsync(IPage page, string name)
    {
        var grid = await OfNewProjectAsync(page, name, "80000");
        await grid.PasteAsync(string.Join('\n', Enumerable.Range(1, 8).Select(i => $"{(i <= 3 ? "慰问活动" : i <= 6 ? "文化活动" : "城市管理")}\t第{i}项\t区委办\t10000\t10000")));
        await page.GetByRole(AriaRole.Dialog).Button("粘贴 8 行").ClickAsync();
        await grid.ExpectSavedAsync();
        return grid;
    }

    /// <summary>Drags a row by its number to just below another one.</summary>
    public async Task DragAsync(int from, int below)
    {
        await Row(from).ScrollIntoViewIfNeededAsync();
        var (start, end) = (await Row(from).Locator(".is-handle").BoundingBoxAsync(), await Row(below).Locator(".is-handle").BoundingBoxAsync());
        await page.Mouse.MoveAsync(start!.X + 20, start.Y + 15);
        await page.Mouse.DownAsync();
        await page.WaitForTimeoutAsync(400);
        await page.Mouse.MoveAsync(end!.X + 20, end.Y + 15, new() { Steps = 8 });
        await page.Mouse.MoveAsync(end.X + 20, end.Y + end.Height - 4, new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }
}
