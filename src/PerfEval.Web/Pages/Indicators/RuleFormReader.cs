using PerfEval.Domain;
using PerfEval.Domain.Scoring;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>
/// Reads a rule out of the form: everything that is wrong at once, each fault with the field it belongs to. What cannot be
/// read is replaced by something harmless, so that the rule can still say what else is wrong with it.
/// </summary>
internal sealed class RuleFormReader
{
    private readonly RuleForm form;
    private readonly List<Fault> faults = [];
    private readonly HashSet<string> unread = [];

    private RuleFormReader(RuleForm form) => this.form = form;

    /// <summary>The rule as typed; null when there is none or something is wrong.</summary>
    /// <param name="form">What was typed.</param>
    /// <param name="weight">Weight of the leaf in points.</param>
    public static (ScoringRule? Rule, IReadOnlyList<Fault> Faults) Read(RuleForm form, decimal weight)
    {
        if (string.IsNullOrEmpty(form.Kind))
        {
            return (null, []);
        }

        var reader = new RuleFormReader(form);
        if (RuleKinds.Find(form.Kind) is null)
        {
            return (null, [new(nameof(RuleForm.Kind), "没有这种评分规则，请重新选择规则类型")]);
        }

        var rule = reader.ReadRule();
        reader.Check(rule, weight);
        return (reader.faults.Count == 0 ? rule : null, reader.faults);
    }

    private ScoringRule ReadRule() => form.Kind switch
    {
        nameof(MetNotMet) => new MetNotMet(Text(nameof(form.Yes), form.Yes, "达标的说法"), Text(nameof(form.No), form.No, "不达标的说法")),
        nameof(Tiered) => new Tiered(Rows((row, at) => new Tier(row.Key!, Text($"{at}.Text", row.Text, "档次名称"), Percent(row, at), Points(row, at)))),
        nameof(DeductPerOccurrence) => new DeductPerOccurrence(Deduct(), form.Unit, Floor(), Text(nameof(form.Matter), form.Matter, "扣分的事项"), form.Limited ? Named() : null),
        nameof(FaultKinds) => new FaultKinds(Kinds(), Floor()),
        nameof(ZeroTolerance) => new ZeroTolerance(Text(nameof(form.Matter), form.Matter, "计数的事项")),
        nameof(Checklist) => new Checklist(Rows((row, at) => new ChecklistItem(row.Key!, Text($"{at}.Text", row.Text, "内容"), Number($"{at}.Amount", row.Amount, "分数", 1000, positive: true))), form.Mode),
        nameof(ElementCount) => new ElementCount(Rows((row, at) => new Element(row.Key!, Text($"{at}.Text", row.Text, "评价要点"), Number($"{at}.Amount", row.Amount, "份额", 100, positive: true), row.Veto))),
        nameof(LinearDecay) => Decay(),
        nameof(ShortfallCount) => new ShortfallCount(Targets(), Deduct(), form.Unit, Floor(), Measure()),
        nameof(Ratio) => new Ratio(Number(nameof(form.Target), form.Target, "指标值", ScoringInput.ValueLimit), form.RatioDirection, Measure()),
        nameof(Bands) => new Bands(Rows((row, at) => new Band(Number($"{at}.From", row.From, "起点"), Percent(row, at), Points(row, at))), Measure()),
        nameof(LowerBands) => new LowerBands(Rows((row, at) => new LowerBand(Number($"{at}.To", row.To, "终点"), Percent(row, at), Points(row, at))), Measure()),
        nameof(QualitativeRange) => new QualitativeRange(Rows((row, at) => new QualitativeBand(
            row.Key!, Text($"{at}.Text", row.Text, "档次名称"), Number($"{at}.From", row.From, "下限", 100), Number($"{at}.To", row.To, "上限", 100)))),
        _ => new Expert(string.IsNullOrWhiteSpace(form.Guidance) ? null : form.Guidance.Trim()),
    };

    private LinearDecay Decay()
    {
        var both = form.Direction == DecayDirection.Both;
        return new LinearDecay(
            Number(nameof(form.FullAt), form.FullAt, both ? "允许偏差" : "满分线"),
            Number(nameof(form.Step), form.Step, "每步的大小", positive: true),
            Deduct(),
            form.Unit,
            form.StepMode,
            form.Direction,
            string.IsNullOrWhiteSpace(form.Cutoff) ? null : Number(nameof(form.Cutoff), form.Cutoff, "截止线"),
            both ? Number(nameof(form.Target), form.Target, "目标值") : null,
            Measure(),
            form.CutoffInclusive && !string.IsNullOrWhiteSpace(form.Cutoff));
    }

    private List<string> Named()
    {
        var named = Rows((row, at) => Text($"{at}.Text", row.Text, "事项"));
        NoneTwice(named);
        if (named.Count == 0)
        {
            Fault(nameof(form.Rows), "勾选了“只限于下列事项”，请至少列出一项，或取消勾选");
        }

        return named;
    }

    private List<FaultKind> Kinds()
    {
        var kinds = Rows((row, at) => new FaultKind(
            Text($"{at}.Text", row.Text, "问题的名称"),
            row.Veto ? null : Number($"{at}.Amount", row.Amount, "扣分", positive: true),
            row.Veto ? PointsUnit.Points : row.Unit,
            row.Veto || string.IsNullOrWhiteSpace(row.To) ? null : Number($"{at}.To", row.To, "最多扣的分", positive: true),
            row.Veto,
            Text($"{at}.Measure", row.Measure, "量词（处、笔、例）")));
        NoneTwice([.. kinds.Select(k => k.Matter)]);
        return kinds;
    }

    private List<CountTarget> Targets()
    {
        var targets = Rows((row, at) => new CountTarget(Text($"{at}.Text", row.Text, "内容"), Number($"{at}.From", row.From, "计划数", ScoringInput.ValueLimit, positive: true)));
        NoneTwice([.. targets.Select(t => t.Key)]);
        return targets;
    }

    private void NoneTwice(List<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names.IndexOf(names[i]) is var first && first < i && !unread.Contains($"Rows[{i}].Text"))
            {
                Fault($"Rows[{i}].Text", $"第{i + 1}行“{names[i]}”与第{first + 1}行相同，请改写或删去一行");
            }
        }
    }

    private List<T> Rows<T>(Func<RuleRowForm, string, T> read)
    {
        var taken = form.Rows.Select(r => r.Key).Where(k => !string.IsNullOrWhiteSpace(k)).ToHashSet();
        var seen = new HashSet<string>();
        return [.. form.Rows.Select((row, i) =>
        {
            if (string.IsNullOrWhiteSpace(row.Key) || !seen.Add(row.Key))
            {
                row.Key = Enumerable.Range(1, form.Rows.Count * 2).Select(n => $"{n}").First(k => !taken.Contains(k));
                taken.Add(row.Key);
                seen.Add(row.Key);
            }

            return read(row, $"Rows[{i}]");
        })];
    }

    private decimal? Percent(RuleRowForm row, string at) =>
        row.Unit == PointsUnit.PercentOfWeight ? Number($"{at}.Amount", row.Amount, "得分", 100) : null;

    private decimal? Points(RuleRowForm row, string at) => row.Unit == PointsUnit.Points ? Number($"{at}.Amount", row.Amount, "得分", 1000) : null;

    private decimal Deduct() => Number(nameof(form.Deduct), form.Deduct, "每次扣分", positive: true);

    private decimal Floor() => string.IsNullOrWhiteSpace(form.Floor) ? 0 : Number(nameof(form.Floor), form.Floor, "扣至几分为止");

    private string Measure() => form.Measure?.Trim() ?? "";

    private string Text(string field, string? text, string label)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            return text.ReplaceLineEndings("\n").Trim();
        }

        Fault(field, $"{Place(field)}没有填写{label}");
        return label + field;
    }

    /// <summary>A number, up to <paramref name="most"/>; negative ones are refused where a limit is given.</summary>
    private decimal Number(string field, string? text, string label, decimal? most = null, bool positive = false)
    {
        var typed = text?.Trim().TrimEnd('%', '％', '分') ?? "";
        if (typed.Length == 0)
        {
            Fault(field, $"{Place(field)}没有填写{label}");
        }
        else if (!Money.TryParseNumber(typed, out var number, out _))
        {
            Fault(field, $"{Place(field)}{label}“{(typed.Length > 40 ? typed[..40] + "…" : typed)}”不是数字，请填数字，如 95 或 0.5");
        }
        else if (Math.Abs(number) <= ScoringInput.ValueLimit && Numbers.Fault(number) is { } fault)
        {
            Fault(field, $"{Place(field)}{label}{fault}，请检查后重新填写");
        }
        else if (positive && number <= 0)
        {
            Fault(field, $"{Place(field)}{label}应大于0，现为{Numbers.Plainly(number)}");
        }
        else if ((most is not null && number < 0) || Math.Abs(number) > (most ?? ScoringInput.ValueLimit))
        {
            Fault(field, $"{Place(field)}{label}应在0到{Numbers.Plainly(most ?? ScoringInput.ValueLimit)}之间，现为{Numbers.Plainly(number)}");
        }
        else
        {
            return number;
        }

        return 1;
    }

    private void Fault(string field, string message)
    {
        unread.Add(field);
        faults.Add(new(field, message));
    }

    /// <summary>第2行 for a field of a row.</summary>
    private static string Place(string field) =>
        field.StartsWith("Rows[", StringComparison.Ordinal) ? $"第{int.Parse(field[5..field.IndexOf(']', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture) + 1}行" : "";

    /// <summary>What the rule itself refuses, unless it speaks of something that was replaced.</summary>
    private void Check(ScoringRule rule, decimal weight)
    {
        try
        {
            rule.Check(weight);
        }
        catch (RuleBroken broken)
        {
            foreach (var fault in broken.Faults)
            {
                var field = Field(fault.Field);
                var replaced = unread.Contains(field)
                    || (field == nameof(form.Rows) && unread.Any(u => u.StartsWith(nameof(form.Rows), StringComparison.Ordinal)))
                    || (field == nameof(form.Cutoff) && unread.Contains(nameof(form.FullAt)));
                if (!replaced)
                {
                    faults.Add(new(field, fault.Message.TrimEnd('。')));
                }
            }
        }
    }

    private string Field(string name) => name switch
    {
        "weight" => "",
        "target" when form.Kind == nameof(ShortfallCount) => nameof(form.Rows),
        not "floor" when form.Kind == nameof(FaultKinds) => nameof(form.Rows),
        _ => RuleKinds.Fields.FirstOrDefault(f => string.Equals(f, name, StringComparison.OrdinalIgnoreCase)) ?? nameof(form.Rows),
    };
}
