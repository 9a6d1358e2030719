using System.Text.Json;
using PerfEval.Domain.Scoring;
using PerfEval.Domain.Scoring.Reading;

namespace PerfEval.Domain.Tests.Scoring.Reading;

/// <summary>Short ways to say what a text should give.</summary>
internal static class ReadCases
{
    /// <summary>The rule as JSON, which compares lists by content.</summary>
    public static string Json(ScoringRule? rule) => rule is null ? "null" : JsonSerializer.Serialize(rule, ScoringJson.Options);

    /// <summary>What a rule computes with: without the words that only its sentences use.</summary>
    public static string Structure(ScoringRule rule) => Json(rule switch
    {
        DeductPerOccurrence r => r with { Matter = "", Items = r.Items is null ? null : [.. r.Items.Select((_, i) => $"{i}")] },
        ZeroTolerance r => r with { Matter = "" },
        Expert r => r with { Guidance = null },
        Tiered r => new Tiered([.. r.Levels.Select(l => l.Points == 0 ? l with { Points = null, Percent = 0 } : l)]),
        Bands r => r with { Steps = [.. r.Steps.Select(s => s.Points == 0 ? s with { Points = null, Percent = 0 } : s)] },
        _ => rule,
    });

    /// <summary>Kinds of the open questions, in order, and “拒绝” for a refusal.</summary>
    public static string Asked(ReadRule read) => read.Refusal is not null ? "拒绝" : string.Join(' ', read.Questions.Select(q => q.Key));

    /// <summary>Answers every question by the first answer that takes it on, typing what is asked.</summary>
    public static ReadRule AnswerAll(ReadRule read, Func<RuleQuestion, (string Answer, string? Typed)> choose)
    {
        for (var i = 0; i < 20 && read.Questions.Count > 0; i++)
        {
            var (answer, typed) = choose(read.Questions[0]);
            read = read.Answer(read.Questions[0].Key, answer, typed);
        }

        return read;
    }
}
