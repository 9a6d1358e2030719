using PerfEval.Domain.Narratives;

namespace PerfEval.Domain.Tests.Narratives;

public sealed class FilledTextTests
{
    private static readonly Dictionary<string, string> Figures = new() { ["实际支出"] = "117000元", ["得分"] = "" };

    [Theory]
    [InlineData("没有活数字", "没有活数字")]
    [InlineData("支出{{实际支出}}，得{{得分}}。", "支出117000元，得。")]
    [InlineData("{{不认识}}和{{实际支出}}", "{{不认识}}和117000元")]
    [InlineData("{{表:资金}}\n{{实际支出}}", "{{表:资金}}\n117000元")]
    public void The_text_is_what_the_report_prints(string body, string text)
    {
        var filled = FilledText.Of(body, Figures);
        Assert.Equal(text, filled.Text);
        Assert.Equal(LiveText.Fill(body, Figures), filled.Text);
    }

    [Theory]
    [InlineData("支出", "支出", false)]
    [InlineData("117000元", "{{实际支出}}", true)]
    [InlineData("7000", "{{实际支出}}", true)]
    [InlineData("出117", "出{{实际支出}}", true)]
    [InlineData("，共三项", "，共三项", false)]
    [InlineData("支出117000元，共", "支出{{实际支出}}，共", true)]
    public void Printed_words_are_found_in_what_was_typed(string words, string typed, bool live)
    {
        var filled = FilledText.Of("全年支出{{实际支出}}，共三项。", Figures);
        var at = filled.Text.IndexOf(words, StringComparison.Ordinal);
        var (start, length) = filled.ToBody(at, words.Length);
        Assert.Equal((typed, live), (filled.Body.Substring(start, length), filled.IsLive(at, words.Length)));
        Assert.Equal(live ? ["实际支出"] : [], filled.LiveNames(at, words.Length));
        Assert.Equal(live && "117000元".Contains(words, StringComparison.Ordinal), filled.IsAllLive(at, words.Length));
    }
}
