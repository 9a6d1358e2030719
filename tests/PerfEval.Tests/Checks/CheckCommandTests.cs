using System.Text.Json;
using PerfEval.Web.Commands;

namespace PerfEval.Tests.Checks;

/// <summary>The command line: exit codes, folders, JSON.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("perfeval-check-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Errors_make_the_exit_code_1_and_unreadable_files_2()
    {
        var right = Write("a.txt", "预算500万元，实际支出480万元，执行率96%。");
        var wrong = Write("b.txt", "预算500万元，实际支出480万元，执行率98%。");
        var doubt = Write("c.txt", "（附相关评分表）");
        Assert.Equal(0, (await RunAsync(right, doubt)).Code);
        Assert.Equal(1, (await RunAsync(right, wrong)).Code);
        Assert.Equal(2, (await RunAsync(wrong, Path.Combine(folder, "没有.txt"))).Code);
        Assert.Equal(2, (await RunAsync(Write("d.pdf", "%PDF-1.7"))).Code);
        Assert.Equal(2, (await RunAsync()).Code);
        Assert.Equal(2, (await RunAsync("--json")).Code);
        var (_, text) = await RunAsync(wrong);
        Assert.Contains("错误 第1行 完成率：480万元 ÷ 500万元 = 96%，文中写98%。", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_places_of_findings_and_of_what_is_right()
    {
        const string Text = "概况\n合计60万元，其中：甲20万元，乙30万元，丙20万元。\n预算500万元，实际支出480万元，执行率96%。";
        Directory.CreateDirectory(Path.Combine(folder, "下级"));
        Write(Path.Combine("下级", "x.txt"), Text);
        Write("略过.png", "x");
        var (code, output) = await RunAsync(folder, "--json");
        Assert.Equal(1, code);
        var file = Assert.Single(JsonDocument.Parse(output).RootElement.EnumerateArray());
        var finding = Assert.Single(file.GetProperty("findings").EnumerateArray());
        Assert.Equal(("sum", "error", "60万元", "70万元"), (Of(finding, "kind"), Of(finding, "severity"), Of(finding, "stated"), Of(finding, "computed")));
        Assert.Equal(Of(finding, "quote"), Text.Substring(finding.GetProperty("start").GetInt32(), finding.GetProperty("length").GetInt32()));
        var verified = Assert.Single(file.GetProperty("verified").EnumerateArray());
        Assert.Equal(("completion", "ok", "96%", "96%"), (Of(verified, "kind"), Of(verified, "severity"), Of(verified, "stated"), Of(verified, "computed")));
        Assert.Equal("预算500万元，实际支出480万元，执行率96%"[2..], Of(verified, "quote"));
    }

    private static string? Of(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static async Task<(int Code, string Output)> RunAsync(params string[] words)
    {
        using var output = new StringWriter();
        return (await CheckCommand.RunAsync(words, output), output.ToString());
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
