namespace PerfEval.Domain.Tests.Projects;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("¥1,234.00", "1234.00")]
    [InlineData("￥1，234．00元", "1234.00")]
    [InlineData("１２３", "123")]
    [InlineData("１，２３４．５０", "1234.50")]
    [InlineData("1，234.5", "1234.5")]
    [InlineData("(1,234.00)", "-1234.00")]
    [InlineData("（1,234.00）", "-1234.00")]
    [InlineData("−5", "-5")]
    [InlineData("－5", "-5")]
    [InlineData("-5", "-5")]
    [InlineData("+5", "5")]
    [InlineData(" 1 234 ", "1234")]
    [InlineData(".5", "0.5")]
    [InlineData("0", "0")]
    [InlineData("0.10", "0.10")]
    [InlineData("1.200", "1.2")]
    [InlineData("9999999999999999.99", "9999999999999999.99")]
    public void Amounts_are_read_as_people_type_them(string text, string yuan)
    {
        Assert.True(Money.TryParse(text, out var read, out var fault), fault);
        Assert.Equal(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture), read);
        Assert.Equal("", fault);
    }

    [Theory]
    [InlineData(null, "没有填写")]
    [InlineData("", "没有填写")]
    [InlineData("   ", "没有填写")]
    [InlineData("abc", "不是数字")]
    [InlineData("12abc", "不是数字")]
    [InlineData("1.2.3", "不是数字")]
    [InlineData("1e5", "不是数字")]
    [InlineData("--5", "不是数字")]
    [InlineData("()", "不是数字")]
    [InlineData("12万元", "不是数字")]
    [InlineData("一百", "不是数字")]
    [InlineData("1.234", "小数超过两位，请精确到分")]
    [InlineData("0.005", "小数超过两位，请精确到分")]
    [InlineData("123456789012345678901234567890", "数字太长")]
    [InlineData("10000000000000000", "超出可保存的范围")]
    [InlineData("-10000000000000000", "超出可保存的范围")]
    public void What_is_no_amount_is_refused_with_the_reason(string? text, string reason)
    {
        Assert.False(Money.TryParse(text, out var read, out var fault));
        Assert.Equal((0m, reason), (read, fault));
    }

    [Theory]
    [InlineData("99.5345", "99.5345"), InlineData("1/3", null), InlineData("１２．５", "12.5")]
    public void Numbers_may_have_any_decimals(string text, string? number)
    {
        Assert.Equal(number is not null, Money.TryParseNumber(text, out var read, out _));
        Assert.Equal(number, number is null ? null : Numbers.Plainly(read));
    }

    [Theory]
    [InlineData("1119231.68", "1,119,231.68", "1119231.68", "111.92")]
    [InlineData("450000", "450,000.00", "450000", "45.00")]
    [InlineData("-30000", "-30,000.00", "-30000", "-3.00")]
    [InlineData("0", "0.00", "0", "0.00")]
    public void Amounts_are_shown_for_tables_sentences_and_overviews(string yuan, string table, string sentence, string wan)
    {
        var amount = decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((table, sentence, wan), (Money.Show(amount), Money.Plainly(amount), Money.ShowWan(amount)));
    }
}
