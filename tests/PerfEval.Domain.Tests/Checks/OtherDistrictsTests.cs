using System.Text.Json.Nodes;
using PerfEval.Domain.Checks;
using PerfEval.Domain.Tests.Data;
using Xunit.Abstractions;

namespace PerfEval.Domain.Tests.Checks;

/// <summary>
/// Thirty texts in the wording of other districts, written and labelled by somebody who had not seen the checker: what is
/// wrong in them, and what is right and can be worked out from the text itself.
/// </summary>
public class OtherDistrictsTests(ITestOutputHelper output)
{
    /// <summary>Texts in which one labelled fault also disturbs another sum: a second alarm there is the same finding.</summary>
    private static readonly HashSet<int> SecondAlarms = [8, 14, 15, 20, 29, 30];

    [Fact]
    public void No_right_statement_is_called_an_error_and_most_wrong_ones_are_found()
    {
        var (faults, found, asErrors, errors, falseErrors, doubts, strayDoubts, right, seen, accused) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var item in JsonNode.Parse(TestData.Read("texts-other-districts.json"))!.AsArray())
        {
            var (id, text) = (item!["id"]!.GetValue<int>(), item["text"]!.GetValue<string>());
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
                if (isError && stray && !SecondAlarms.Contains(id))
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
        Assert.Equal((40, 245), (faults, right));
        Assert.Equal(0, falseErrors);
        Assert.Equal(0, accused);
        Assert.Equal(0, strayDoubts);
        Assert.True(found >= 40, $"{found} of {faults} found");
        Assert.True(asErrors >= 20, $"{asErrors} of {faults} called errors");
        Assert.True(seen >= 203, $"{seen} of {right} verified");
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
