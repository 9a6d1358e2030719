using System.Globalization;
using PerfEval.Domain.Checks;
using PerfEval.Domain.Scoring;
using Xunit.Abstractions;

namespace PerfEval.Domain.Tests.Checks;

/// <summary>One digit, one unit or one sign of a verified statement is changed: the checks must notice, at that place.</summary>
public class MutationTests(ITestOutputHelper output)
{
    private const int Mutants = 500;
    private static readonly (string From, string To)[] Units = [("亿元", "万元"), ("万元", "元"), ("×", "+"), ("增加", "减少"), ("增长", "下降"), ("减少", "增加"), ("下降", "增长"), ("提高", "降低")];

    [Fact]
    [Trait("Category", "Long")]
    public void Ninety_five_of_a_hundred_changed_statements_are_reported() => Run(Mutants, 20260101);

    [Fact]
    public void A_few_changed_statements_are_reported() => Run(60, 7);

    private void Run(int count, int seed)
    {
        var random = new Random(seed);
        var texts = (string[])["000", "001", "002", "003", "004"];
        var pool = texts.Select(PublishedReportTests.Text).Concat(TextCheckTests.RightTexts)
            .SelectMany(t => TextCheck.Of(t) is var r ? r.Verified.Select(v => (Text: t, Before: r, Statement: v)) : []).ToList();
        var (found, missed) = (0, new List<string>());
        while (found + missed.Count < count)
        {
            var (text, before, statement) = pool[random.Next(pool.Count)];
            if (Mutate(text, statement, random) is not { } mutant)
            {
                continue;
            }

            // 97分 for 94分 is as much 优 as before: such a statement stays true.
            if (statement.Kind == StatementKind.Claim && SameGrade(statement, mutant, text))
            {
                continue;
            }

            var known = before.Findings.Select(f => f.Explanation).ToHashSet();
            var place = statement.Place with { Length = statement.Place.Length + mutant.Length - text.Length };
            var checkedAgain = TextCheck.Of(mutant);
            var after = checkedAgain.Findings.Where(f => !known.Contains(f.Explanation)).ToList();
            // 9,402万元 is 40% of 2.35亿元 as much as 9,400万元: where the same numbers still make the statement right, nothing is wrong.
            if (mutant.Length == text.Length && checkedAgain.Verified.Any(v => v.Kind == statement.Kind && v.Number == statement.Number && v.MatchedTo.SequenceEqual(statement.MatchedTo)))
            {
                continue;
            }

            if (after.Exists(f => f.Place is CheckPlace.Words words && words.Overlaps(place)))
            {
                found++;
            }
            else
            {
                missed.Add($"{statement.Kind} {statement.Formula} → {mutant.Substring(place.Start, place.Length)}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found} of {count} reported, from {pool.Count} statements"));
        missed.ForEach(output.WriteLine);
        Assert.True(found >= count * 0.95, string.Join("\n", missed.Prepend($"{found} of {count}")));
    }

    private static bool SameGrade(VerifiedStatement statement, string mutant, string text)
    {
        decimal Points(string of) => decimal.Parse(string.Concat(of.AsSpan(statement.Place.Start, statement.Place.Length).ToString().TakeWhile(c => char.IsAsciiDigit(c) || c == '.')), CultureInfo.InvariantCulture);
        return mutant.Length == text.Length && Grades.Of(Points(mutant)) == Grades.Of(Points(text));
    }

    private static string? Mutate(string text, VerifiedStatement statement, Random random)
    {
        if (random.Next(5) == 0)
        {
            var words = text.Substring(statement.Place.Start, statement.Place.Length);
            var signs = Units.Where(u => words.Contains(u.From, StringComparison.Ordinal)).ToList();
            if (signs.Count == 0)
            {
                return null;
            }

            var (from, to) = signs[random.Next(signs.Count)];
            var at = text.IndexOf(from, statement.Place.Start, StringComparison.Ordinal);
            return text[..at] + to + text[(at + from.Length)..];
        }

        CheckPlace.Words[] numbers = [statement.Number, .. statement.MatchedTo];
        var number = numbers[random.Next(numbers.Length)];
        var digits = Enumerable.Range(number.Start, number.Length).Where(i => char.IsAsciiDigit(text[i])).ToList();
        if (digits.Count == 0)
        {
            return null;
        }

        var place = digits[random.Next(digits.Count)];
        var digit = (char)('0' + ((text[place] - '0' + random.Next(1, 10)) % 10));
        return digit == '0' && place == digits[0] ? null : text[..place] + digit + text[(place + 1)..];
    }
}
