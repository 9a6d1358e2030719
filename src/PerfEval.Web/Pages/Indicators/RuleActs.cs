using System.Globalization;
using PerfEval.Domain.Scoring;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>What the buttons inside the form do to it before anything is saved: another kind, rows that come, go and move.</summary>
internal static class RuleActs
{
    /// <summary>Does what a button says: kind:Tiered, direction:Above, add, remove:2, up:2, down:2; anything else changes nothing.</summary>
    /// <returns>Id of the control where the person goes on; null when nothing was done.</returns>
    public static string? Do(this RuleForm form, string? act)
    {
        var (verb, what) = act?.Split(':', 2) is [var v, .. var rest] ? (v, rest.FirstOrDefault()) : ("", null);
        var at = int.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < form.Rows.Count ? number : -1;
        switch (verb)
        {
            case "kind" when RuleKinds.Find(what) is { } kind:
                form.Become(kind);
                return "rule-kind";
            case "none":
                form.Kind = null;
                return "rule-kind";
            case "direction" when Enum.TryParse<DecayDirection>(what, out var direction) && Enum.IsDefined(direction):
                form.Turn(direction);
                return $"direction-{direction}";
            case "add" when form.Rows.Count < RuleForm.MostRows:
                form.Rows.Add(new() { Unit = form.Kind is nameof(Checklist) or nameof(FaultKinds) ? PointsUnit.Points : form.Rows.LastOrDefault()?.Unit ?? PointsUnit.PercentOfWeight, Measure = form.Rows.LastOrDefault()?.Measure });
                return $"Form_Rows_{form.Rows.Count - 1}__{form.Kind switch { nameof(Bands) => "From", nameof(LowerBands) => "To", _ => "Text" }}";
            case "remove" when at >= 0:
                form.Rows.RemoveAt(at);
                return form.Rows.Count == 0 ? "row-add" : $"row-{Math.Min(at, form.Rows.Count - 1)}-remove";
            case "up" when at > 0:
                (form.Rows[at - 1], form.Rows[at]) = (form.Rows[at], form.Rows[at - 1]);
                return at == 1 ? "row-0-down" : $"row-{at - 1}-up";
            case "down" when at >= 0 && at < form.Rows.Count - 1:
                (form.Rows[at + 1], form.Rows[at]) = (form.Rows[at], form.Rows[at + 1]);
                return at + 1 == form.Rows.Count - 1 ? $"row-{at + 1}-up" : $"row-{at + 1}-down";
            default:
                return null;
        }
    }

    /// <summary>
    /// Points are lost on another side: what was the line of full marks becomes the target and back; a cut-off on the side that
    /// no longer loses is left out.
    /// </summary>
    private static void Turn(this RuleForm form, DecayDirection direction)
    {
        if (direction == form.Direction)
        {
            return;
        }

        var line = form.Direction == DecayDirection.Both ? form.Target : form.FullAt;
        var both = direction == DecayDirection.Both;
        (form.Target, form.FullAt, form.Cutoff, form.Direction) = (both ? line : null, both ? "0" : line, null, direction);
    }

    /// <summary>Another kind of rule: what both know stays, what is still empty starts as it usually is.</summary>
    private static void Become(this RuleForm form, RuleKind kind)
    {
        // What a row earned elsewhere is not what a case costs, and the other way round.
        foreach (var row in form.Rows.Where(_ => form.Kind != kind.Key && nameof(FaultKinds) is var faults && (kind.Key == faults || form.Kind == faults)))
        {
            (row.Amount, row.To, row.Veto, row.Unit) = (null, null, false, PointsUnit.Points);
        }

        var blank = new RuleForm();
        blank.Take(kind.Blank);
        form.Kind = kind.Key;
        form.Unit = IsBlank(form.Deduct) ? blank.Unit : form.Unit;
        (form.StepMode, form.Direction) = IsBlank(form.FullAt) ? (blank.StepMode, blank.Direction) : (form.StepMode, form.Direction);
        foreach (var field in kind.Fields.Select(f => typeof(RuleForm).GetProperty(f)!).Where(p => p.PropertyType == typeof(string)))
        {
            if (IsBlank((string?)field.GetValue(form)))
            {
                field.SetValue(form, field.GetValue(blank));
            }
        }

        if (kind.Rows is null || (kind.Key == nameof(DeductPerOccurrence) && !form.Limited))
        {
            return;
        }

        // Points are no percentages: a number that would mean something else is left out.
        var unit = kind.Key switch { nameof(Checklist) => PointsUnit.Points, nameof(ElementCount) => PointsUnit.PercentOfWeight, _ => (PointsUnit?)null };
        foreach (var row in form.Rows.Where(r => unit is { } u && r.Unit != u))
        {
            (row.Amount, row.Unit) = (null, unit!.Value);
        }

        foreach (var (row, usual) in form.Rows.Zip(blank.Rows))
        {
            row.Text = IsBlank(row.Text) ? usual.Text : row.Text;
            row.From = IsBlank(row.From) ? usual.From : row.From;
            row.To = IsBlank(row.To) ? usual.To : row.To;
            row.Measure = IsBlank(row.Measure) ? usual.Measure : row.Measure;
        }

        form.Rows = form.Rows.Count == 0 ? blank.Rows : form.Rows;
    }

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);
}
