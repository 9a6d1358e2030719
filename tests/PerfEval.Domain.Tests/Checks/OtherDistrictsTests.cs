using System.Text.Json.Nodes;
using PerfEval.Domain.Checks;
using PerfEval.Domain.Tests.Data;
using Xunit.Abstractions;

namespace PerfEval.Domain.Tests.Checks;

/// <summary>
/// Six sets of texts, thirty each and 24 in the last, in the wording of other districts, written and labelled by people who had not seen the checker:
/// what is wrong in them, and what is right and can be worked out from the text itself. All sets have been improved on since,
/// so they tell what stands and no longer how the checker does on texts that nobody has seen. That was told by first runs.
/// The second set: 17 of its 40 faults found, 11 as errors; of 14 errors 3 false; 7 of 14 doubts beside no fault; 243 of its
/// 336 right statements verified. The third, when the second had been improved on: 27 of 40 found, 22 as errors; of 27 errors
/// 4 false; 2 of 10 doubts beside no fault; 254 of 320 right statements verified. Only the classes of its false alarms were
/// mended then, not what it missed. The fourth, written to be tricky: 18 of 40 found, 11 as errors; of 16 errors 4 false; 15 of
/// 22 doubts beside no fault; 292 of 509 verified. The fifth, after rival readings were tried: 19 of 40 found, 10 as errors; of
/// 17 errors 6 false; 9 of 19 doubts beside no fault; 360 of 560 verified. The sixth, after the classes of those were closed: 22
/// of 32 found, 12 as errors; of 13 errors none false; 2 of 13 doubts beside no fault; 171 of 261 verified.
/// </summary>
public class OtherDistrictsTests(ITestOutputHelper output)
{
    /// <summary>Texts in which one labelled fault also disturbs another sum: a second alarm there is the same finding.</summary>
    private static readonly HashSet<string> SecondAlarms = [.. new[] { 8, 14, 15, 20, 29, 30 }.Select(id => $"texts-other-districts.json {id}"), "texts-third.json 21", "texts-third.json 26", "texts-third.json 28"];

    [Theory]
    [InlineData("texts-other-districts.json", 40, 245, 40, 20, 215, 0, 0, 0)]
    [InlineData("texts-second.json", 40, 336, 40, 26, 274, 0, 0, 0)]
    [InlineData("texts-third.json", 40, 320, 27, 22, 260, 0, 0, 0)]
    [InlineData("texts-fourth.json", 40, 509, 36, 13, 330, 0, 0, 0)]
    [InlineData("texts-fifth.json", 40, 560, 20, 11, 370, 0, 0, 2)]
    [InlineData("texts-sixth.json", 32, 261, 26, 12, 171, 0, 0, 2)]
    public void No_right_statement_is_called_an_error_and_most_wrong_ones_are_found(
        string file, int faultsThere, int rightThere, int leastFound, int leastErrors, int leastVerified, int mostFalse, int mostAccused, int mostStray)
    {
        var (faults, found, asErrors, errors, falseErrors, doubts, strayDoubts, right, seen, accused) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var item in JsonNode.Parse(TestData.Read(file))!.AsArray())
        {
            var (id, text) = ($"{item!["id"]}", item["text"]!.GetValue<string>());
            var wrong = Places(text, item["findings"]!);
            var good = Places(text, item["verified"]!);
            var result = TextCheck.Of(text);
            var marks = result.Findings.Where(f => f.Severity is Severity.Error or Severity.Doubt or Severity.Missing).ToList();

            foreach (var (place, quote) in wrong)
            {
                var hits = marks.Where(f => Touches(f, place)).ToList();
                faults++;
                found += hits.Count > 0 ? 1 : 0;
                asErrors += hits.Any(f => f.Severity == Severity.Error) ? 1 : 0;
                if (!hits.Exists(f => f.Severity == Severity.Error))
                {
                    output.WriteLine($"{id,2} {(hits.Count == 0 ? "漏" : "存疑")} {quote}");
                }
            }

            foreach (var mark in marks)
            {
                var labelled = wrong.Any(w => Touches(mark, w.Place));
                var (isError, stray) = (mark.Severity == Severity.Error, !labelled);
                errors += isError ? 1 : 0;
                doubts += isError ? 0 : 1;
                strayDoubts += !isError && stray ? 1 : 0;
                if (isError && stray && !SecondAlarms.Contains($"{file} {id}"))
                {
                    falseErrors++;
                }

                if (stray)
                {
                    output.WriteLine($"{id,2} {(isError ? "误报错误" : "多出疑点")} {mark.Quote} {mark.Explanation}");
                }
            }

            right += good.Count;
            seen += good.Count(g => result.Verified.Any(v => v.Place.Start < g.Place.End && g.Place.Start < v.Place.End));
            good.Where(g => !result.Verified.Any(v => v.Place.Start < g.Place.End && g.Place.Start < v.Place.End)).ToList().ForEach(g => output.WriteLine($"{id,2} 未核 {g.Quote}"));
            accused += good.Count(g => marks.Any(f => f.Severity == Severity.Error && Touches(f, g.Place) && !wrong.Any(w => Touches(f, w.Place))));
        }

        output.WriteLine($"faults {faults}: {found} found, {asErrors} as errors; errors {errors}: {falseErrors} false; doubts {doubts}: {strayDoubts} beside no fault; right statements {right}: {seen} verified, {accused} called errors");
        Assert.Equal((faultsThere, rightThere), (faults, right));
        Assert.True(falseErrors <= mostFalse, $"{falseErrors} false errors");
        Assert.True(accused <= mostAccused, $"{accused} right statements called errors");
        Assert.True(strayDoubts <= mostStray, $"{strayDoubts} doubts beside no fault");
        Assert.True(found >= leastFound, $"{found} of {faults} found");
        Assert.True(asErrors >= leastErrors, $"{asErrors} of {faults} called errors");
        Assert.True(seen >= leastVerified, $"{seen} of {right} verified");
    }

    private static List<(CheckPlace.Words Place, string Quote)> Places(string text, JsonNode labels) =>
    [
        .. from label in labels.AsArray()
           let quote = label!["quote"]!.GetValue<string>()
           select (new CheckPlace.Words("", text.IndexOf(quote, StringComparison.Ordinal), quote.Length), quote),
    ];

    private static bool Touches(Finding finding, CheckPlace.Words place) =>
        finding.Place is CheckPlace.Words words && words.Start < place.End && place.Start < words.End;
}
