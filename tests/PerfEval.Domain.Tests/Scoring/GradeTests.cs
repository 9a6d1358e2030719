using System.Globalization;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Scoring;

public class GradeTests
{
    [Theory]
    [InlineData("100", "优")]
    [InlineData("90", "优")]
    [InlineData("89.996", "优")]
    [InlineData("89.995", "优")]
    [InlineData("89.994", "良")]
    [InlineData("80", "良")]
    [InlineData("79.99", "中")]
    [InlineData("60", "中")]
    [InlineData("59.994999", "差")]
    [InlineData("0", "差")]
    public void A_total_is_judged_on_two_places(string total, string word) =>
        Assert.Equal(word, Grades.Of(decimal.Parse(total, CultureInfo.InvariantCulture)).Word());
}
