using PerfEval.Documents.Reading;

namespace PerfEval.Documents.Tests;

public sealed class PastedTextTests
{
    [Theory]
    [InlineData("a\tb\r\nc\td\r\n", "a|b;c|d")]
    [InlineData("a\tb\nc", "a|b;c")]
    [InlineData("\"两行\n文字\"\tb", "两行\n文字|b")]
    [InlineData("\"说\"\"好\"\"\n的\"\tb", "说\"好\"\n的|b")]
    [InlineData("\"七一\"走访\tb", "\"七一\"走访|b")]
    [InlineData("\"全称\"\tb", "\"全称\"|b")]
    [InlineData("\"没有关上\tb\nc", "\"没有关上|b;c")]
    [InlineData("a\t\tc\n\n\t\t\nd\n\n", "a||c;;||;d")]
    [InlineData("a\t", "a|")]
    [InlineData("　甲 \t１", "甲|１")]
    [InlineData("a\rb", "a;b")]
    public void Cells_come_apart_as_Excel_and_WPS_put_them_together(string text, string cells) =>
        Assert.Equal(cells, string.Join(';', PastedText.Cells(text).Select(row => string.Join('|', row))));

    [Fact]
    public void Too_many_rows_are_refused_with_the_remedy()
    {
        var refused = Assert.Throws<UnreadableTable>(() => PastedText.Cells(string.Concat(Enumerable.Repeat("a\n", PastedText.MostRows + 1))));
        Assert.Contains("5001行", refused.Message, StringComparison.Ordinal);
        Assert.Equal(PastedText.MostRows, PastedText.Cells(string.Concat(Enumerable.Repeat("a\n", PastedText.MostRows))).Count);
    }
}
