using PerfEval.Domain.Checks;

namespace PerfEval.Domain.Tests.Checks;

/// <summary>
/// Sentences as other districts write them, most of them traps: lists that are not complete, subsets that overlap, two
/// denominators, rates of something else. What is right stays clean, and what is wrong is told.
/// </summary>
public class WordingTests
{
    private const int FewestVerified = 152;

    public static TheoryData<string> Right => [.. RightWordings.All];

    public static TheoryData<int> Wrong => [.. Enumerable.Range(0, WrongWordings.All.Length)];

    [Theory]
    [MemberData(nameof(Right))]
    public void A_right_sentence_brings_nothing_to_light(string text) =>
        Assert.Empty(TextCheck.Of(text).Findings.Select(f => $"{f.Severity.Word()} {f.Explanation}"));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_sentence_is_told(int number) => Assert.True(WrongWordings.All[number].Fault() is not { } fault, WrongWordings.All[number].Fault());

    [Fact]
    public void Most_right_sentences_are_computed_again() =>
        Assert.InRange(RightWordings.All.Count(t => TextCheck.Of(t).Verified.Count > 0), FewestVerified, RightWordings.All.Length);
}
