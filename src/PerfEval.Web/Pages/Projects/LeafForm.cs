using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PerfEval.Domain;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Web.Pages.Projects;

/// <summary>What is typed for one leaf. Which of the fields counts follows from the rule's kind of input.</summary>
public sealed class LeafForm
{
    public int IndicatorId { get; set; }

    public long? SeenVersion { get; set; }

    /// <summary>What the form held when it was shown; a leaf that was not touched is left alone.</summary>
    public string? Was { get; set; }

    public bool? Met { get; set; }

    public string? Level { get; set; }

    public string? Count { get; set; }

    public string? Value { get; set; }

    /// <summary>Quantities by target, or numbers of cases by kind of fault.</summary>
    public Dictionary<string, string?> Actuals { get; set; } = [];

    public List<string> Items { get; set; } = [];

    /// <summary>True once somebody answered the checklist, so that nothing ticked is an answer too.</summary>
    public bool ItemsAnswered { get; set; }

    public string? Points { get; set; }

    public string? Reason { get; set; }

    public string? Band { get; set; }

    public bool NotApplicable { get; set; }

    public string? NotApplicableReason { get; set; }

    public string? Note { get; set; }

    public string? Evidence { get; set; }

    /// <summary>The target that feeds a leaf bound to one; null: the one of the same name.</summary>
    public Guid? TargetId { get; set; }

    /// <summary>The form of the unit's own entry.</summary>
    public static LeafForm Of(Indicator leaf, LeafScore? stored)
    {
        var form = Of(leaf, stored?.Input);
        (form.SeenVersion, form.Note, form.Evidence, form.TargetId) = (stored?.Version, stored?.Note, stored?.Evidence, stored?.TargetId);
        form.Was = form.Snapshot();
        return form;
    }

    /// <summary>The form of an input alone.</summary>
    public static LeafForm Of(Indicator leaf, ScoringInput? input)
    {
        var form = new LeafForm { IndicatorId = leaf.Id };
        switch (input)
        {
            case MetInput met: form.Met = met.Met; break;
            case LevelInput level: form.Level = level.Level; break;
            case CountInput count: form.Count = $"{count.Count}"; break;
            case ValueInput value: form.Value = Numbers.Plainly(value.Value); break;
            case ActualsInput actuals: form.Actuals = actuals.Actuals.ToDictionary(a => a.Key, a => (string?)Numbers.Plainly(a.Value)); break;
            case CountsInput counts: form.Actuals = counts.Counts.ToDictionary(c => c.Key, c => (string?)$"{c.Value}"); break;
            case ItemsInput items: (form.Items, form.ItemsAnswered) = ([.. items.Keys], true); break;
            case JudgedInput judged: (form.Points, form.Reason, form.Band) = (Numbers.Plainly(judged.Points), judged.Reason, judged.Band); break;
            case NotApplicableInput none: (form.NotApplicable, form.NotApplicableReason) = (true, none.Reason); break;
        }

        return form;
    }

    /// <summary>True when something was typed since the page was shown.</summary>
    public bool IsTouched => Snapshot() != Was;

    /// <summary>Everything typed, as one text to compare.</summary>
    public string Snapshot() => JsonSerializer.Serialize(new object?[]
    {
        Met, Blank(Level), Blank(Count), Blank(Value), Actuals.Where(a => Blank(a.Value) is not null).OrderBy(a => a.Key, StringComparer.Ordinal).ToList(),
        Items.Order(StringComparer.Ordinal), ItemsAnswered, Blank(Points), Blank(Reason), Blank(Band), NotApplicable, Blank(NotApplicableReason),
        Blank(Note), Blank(Evidence), TargetId,
    });

    /// <summary>The input as the rule takes it; null when nothing was typed. What cannot be read goes to the model state.</summary>
    public ScoringInput? ToInput(ScoringRule rule, ModelStateDictionary state, string prefix)
    {
        if (NotApplicable)
        {
            if (Blank(NotApplicableReason) is null)
            {
                state.AddModelError($"{prefix}.NotApplicableReason", "请写明为什么不适用");
            }

            return new NotApplicableInput(NotApplicableReason ?? "");
        }

        return rule.Needs.Kind switch
        {
            InputKind.Met => Met is { } met ? new MetInput(met) : null,
            InputKind.Level => Blank(Level) is { } level ? new LevelInput(level) : null,
            InputKind.Count => Read(Count, "Count", rule.Needs.Prompt, state, prefix, whole: true) is { } count ? new CountInput((int)count) : null,
            InputKind.Value => Read(Value, "Value", rule.Needs.Prompt, state, prefix) is { } value ? new ValueInput(value) : null,
            InputKind.Actuals => ReadActuals(state, prefix) is { Count: > 0 } actuals ? new ActualsInput(actuals) : null,
            InputKind.Counts => ReadActuals(state, prefix, whole: true) is { Count: > 0 } counts ? new CountsInput(counts.ToDictionary(c => c.Key, c => (int)c.Value)) : null,
            InputKind.Items => Items.Count > 0 || ItemsAnswered ? new ItemsInput(Items) : null,
            _ => Read(Points, "Points", rule.Needs.Prompt, state, prefix) is { } points ? new JudgedInput(points, Reason ?? "", Blank(Band)) : null,
        };
    }

    /// <summary>Texts that are too long to store go to the model state.</summary>
    public void CheckLengths(ModelStateDictionary state, string prefix)
    {
        foreach (var (field, label, text) in new[]
        {
            (nameof(Note), "评分说明", Note), (nameof(Evidence), "佐证", Evidence),
            (nameof(NotApplicableReason), "不适用的原因", NotApplicableReason), (nameof(Reason), "理由", Reason),
        })
        {
            if (text?.Trim().Length > LeafScore.NoteLength)
            {
                state.AddModelError($"{prefix}.{field}", $"“{label}”有{text.Trim().Length}个字，请缩短到{LeafScore.NoteLength}个字以内");
            }
        }
    }

    private Dictionary<string, decimal> ReadActuals(ModelStateDictionary state, string prefix, bool whole = false)
    {
        var read = new Dictionary<string, decimal>();
        foreach (var (key, text) in Actuals.Where(a => Blank(a.Value) is not null))
        {
            if (Read(text, $"Actuals[{key}]", key, state, prefix, whole) is { } value)
            {
                read[key] = value;
            }
        }

        return read;
    }

    private static decimal? Read(string? text, string field, string label, ModelStateDictionary state, string prefix, bool whole = false)
    {
        if (Blank(text) is not { } typed)
        {
            return null;
        }

        if (!Money.TryParseNumber(typed.TrimEnd('%', '％'), out var value, out _) || (whole && (value != decimal.Truncate(value) || Math.Abs(value) > 1_000_000)))
        {
            state.AddModelError($"{prefix}.{field}", $"“{label}”填写的“{typed}”不是{(whole ? "整数" : "数字")}");
            return null;
        }

        return value;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
