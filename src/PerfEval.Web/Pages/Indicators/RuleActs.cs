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
                form.Direction = direction;
                return $"direction-{direction}";
            case "add" when form.Rows.Count < RuleForm.MostRows:
                form.Rows.Add(new() { Unit = form.Kind == nameof(Checklist) ? PointsUnit.Points : form.Rows.LastOrDefault()?.Unit ?? PointsUnit.PercentOfWeight });
                return $"Form_Rows_{form.Rows.Count - 1}__{(form.Kind == nameof(Bands) ? "From" : "Text")}";
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

    /// <summary>Another kind of rule: what both know stays, what is still empty starts as it usually is.</summary>
    private static void Become(this RuleForm form, RuleKind kind)
    {
        var blank = new RuleForm();
        blank.Take(kind.Blank);
        form.Kind = kind.Key;
        foreach (var field in kind.Fields.Select(f => typeof(RuleForm).GetProperty(f)!).Where(p => p.PropertyType == typeof(string)))
        {
            if (string.IsNullOrWhiteSpace((string?)field.GetValue(form)))
            {
                field.SetValue(form, field.GetValue(blank));
            }
        }

        if (kind.Rows is null || (kind.Key == nameof(DeductPerOccurrence) && !form.Limited))
        {
            return;
        }

        var speaks = kind.Key == nameof(Bands) ? form.Rows.Any(r => !string.IsNullOrWhiteSpace(r.From)) : form.Rows.Any(r => !string.IsNullOrWhiteSpace(r.Text));
        if (!speaks)
        {
            form.Rows = blank.Rows;
            return;
        }

        // Points are no percentages: a number that would mean something else is left out.
        var unit = kind.Key switch { nameof(Checklist) => PointsUnit.Points, nameof(ElementCount) => PointsUnit.PercentOfWeight, _ => (PointsUnit?)null };
        foreach (var row in form.Rows.Where(r => unit is { } u && r.Unit != u))
        {
            (row.Amount, row.Unit) = (null, unit!.Value);
        }
    }
}
