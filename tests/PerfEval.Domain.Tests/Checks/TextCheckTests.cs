using PerfEval.Domain.Checks;

namespace PerfEval.Domain.Tests.Checks;

/// <summary>Two hundred small texts: right ones, wrong ones, and traps.</summary>
public class TextCheckTests
{
    private static readonly TextCase[] Every = [.. SumCases.All, .. ProductCases.All, .. RateCases.All, .. WordCases.All];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Every.Length)];

    /// <summary>All invented texts that are right, for the mutation test.</summary>
    public static IEnumerable<string> RightTexts => Every.Where(c => c.Expect == Expect.Right).Select(c => c.Text);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_text_brings_to_light_what_it_should(int number) => Assert.True(Every[number].Fault() is not { } fault, Every[number].Fault());

    [Fact]
    public void There_are_enough_of_each_sort()
    {
        Assert.True(Every.Length >= 150, $"{Every.Length} texts");
        Assert.All(Enum.GetValues<Expect>(), e => Assert.True(Every.Count(c => c.Expect == e) >= 25, $"{e}"));
        Assert.Empty(Enum.GetValues<StatementKind>().Except(Every.Where(c => c.Expect != Expect.Quiet).Select(c => c.Kind)));
        Assert.Equal(Every.Length, Every.Select(c => c.Text).Distinct().Count());
    }

    [Fact]
    public void A_finding_says_where_what_and_what_to_do()
    {
        const string Text = "概况。\n合计60万元，其中：甲20万元，乙30万元，丙20万元。";
        var finding = Assert.Single(TextCheck.Of(Text, "s7").Findings);
        var place = Assert.IsType<CheckPlace.Words>(finding.Place);
        Assert.Equal("s7", place.Section);
        Assert.Equal(finding.Quote, Text.Substring(place.Start, place.Length));
        Assert.Equal("60万元，其中：甲20万元，乙30万元，丙20万元", finding.Quote);
        Assert.Equal(("60万元", "70万元", "T-SUM"), (finding.Stated, finding.Computed, finding.Rule.Code));
        Assert.Equal("20万元 + 30万元 + 20万元 = 70万元，文中写60万元。", finding.Explanation);
        Assert.NotEmpty(finding.Remedy);
        Assert.Equal(["60万元", "20万元", "30万元", "20万元"], finding.Related.Cast<CheckPlace.Words>().Select(w => Text.Substring(w.Start, w.Length)));
    }

    [Fact]
    public void A_verified_number_shows_what_it_was_matched_to()
    {
        const string Text = "预算５００万元，实际支出480万元，执行率96%。";
        var statement = Assert.Single(TextCheck.Of(Text).Verified);
        Assert.Equal(["480万元", "５００万元"], statement.MatchedTo.Select(w => Text.Substring(w.Start, w.Length)));
        Assert.Equal("96%", Text.Substring(statement.Number.Start, statement.Number.Length));
        Assert.Equal("480万元 ÷ ５００万元 = 96.00%", statement.Formula);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n\t ")]
    [InlineData("没有数字的一句话。")]
    public void A_text_without_numbers_is_clean(string? text) => Assert.Equal((0, 0), (TextCheck.Of(text).Findings.Count, TextCheck.Of(text).Verified.Count));
}
