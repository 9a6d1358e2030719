using FluentValidation;
using PerfEval.Domain;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>One row of a rule's list. Which of its fields count follows from the kind of rule.</summary>
public sealed class RuleRowForm
{
    /// <summary>Stable key of the row, kept when it is moved; made when it is read.</summary>
    public string? Key { get; set; }

    /// <summary>Level, item, element, planned activity.</summary>
    public string? Text { get; set; }

    /// <summary>Lower bound, or the planned quantity.</summary>
    public string? From { get; set; }

    /// <summary>Upper bound, or what a kind of fault costs at most.</summary>
    public string? To { get; set; }

    /// <summary>What the row earns or costs.</summary>
    public string? Amount { get; set; }

    /// <summary>What <see cref="Amount"/> counts.</summary>
    public PointsUnit Unit { get; set; } = PointsUnit.PercentOfWeight;

    /// <summary>否决要点, or a kind of fault of which one case leaves nothing.</summary>
    public bool Veto { get; set; }

    /// <summary>By what cases of a kind of fault are counted: 处, 笔.</summary>
    public string? Measure { get; set; }
}

/// <summary>One answer to a question about a text.</summary>
public sealed class ReplyForm
{
    public string? Question { get; set; }

    public string? Answer { get; set; }

    /// <summary>What was typed for each answer that asks for it, by the answer's key.</summary>
    public Dictionary<string, string?> Typed { get; set; } = [];
}

/// <summary>
/// What a person writes about one leaf: the rule in the fields of a sentence, what feeds it, and its texts. The fields of
/// all kinds of rules lie side by side, so that changing the kind loses nothing.
/// </summary>
public sealed class RuleForm
{
    /// <summary>Rows a rule may have.</summary>
    public const int MostRows = 40;

    /// <summary>Version of the tree that the person saw.</summary>
    public long SeenVersion { get; set; }

    /// <summary>Type of the rule; empty when there is none yet.</summary>
    public string? Kind { get; set; }

    public string? Yes { get; set; }

    public string? No { get; set; }

    public string? Matter { get; set; }

    public string? Deduct { get; set; }

    public PointsUnit Unit { get; set; } = PointsUnit.Points;

    public string? Floor { get; set; }

    /// <summary>Only the listed matters can fail.</summary>
    public bool Limited { get; set; }

    public ChecklistMode Mode { get; set; }

    public DecayDirection Direction { get; set; }

    public string? FullAt { get; set; }

    public string? Step { get; set; }

    public StepMode StepMode { get; set; }

    public string? Cutoff { get; set; }

    /// <summary>Exactly the cut-off earns nothing either.</summary>
    public bool CutoffInclusive { get; set; }

    public string? Target { get; set; }

    public RatioDirection RatioDirection { get; set; }

    public string? Measure { get; set; }

    public string? Guidance { get; set; }

    public List<RuleRowForm> Rows { get; set; } = [];

    /// <summary>The figure that feeds the rule; null: 人工填列.</summary>
    public Figure? Figure { get; set; }

    /// <summary>Its denominator; null: as the tree says.</summary>
    public ExecutionDenominator? Denominator { get; set; }

    /// <summary>A 评分标准 to be read; see <see cref="RuleReading"/>.</summary>
    public string? ReadText { get; set; }

    /// <summary>The text was read, and what was read is shown.</summary>
    public bool ReadShown { get; set; }

    /// <summary>Answers to what that text leaves open.</summary>
    public List<ReplyForm> Replies { get; set; } = [];

    /// <summary>Answer to which figure is meant.</summary>
    public string? BoundBy { get; set; }

    public string? Explanation { get; set; }

    public string? Standard { get; set; }

    public string? EvidenceNeeded { get; set; }

    public static RuleForm Of(Indicator leaf, long seen = 0)
    {
        var form = new RuleForm
        {
            SeenVersion = seen,
            Figure = leaf.Binding?.Figure,
            Denominator = leaf.Binding?.Denominator,
            Explanation = leaf.Explanation,
            Standard = leaf.Standard,
            ReadText = leaf.Standard,
            EvidenceNeeded = leaf.EvidenceNeeded,
        };
        form.Take(leaf.Rule);
        return form;
    }

    /// <summary>The content of the leaf as it will be stored.</summary>
    public IndicatorContent ToContent(Indicator leaf, ScoringRule? rule) => leaf.Content with
    {
        Rule = rule,
        Binding = Figure is not { } figure ? null
            : (leaf.Binding?.Figure == figure ? leaf.Binding : new FigureBinding(figure)) with { Denominator = figure == Domain.Scoring.Figure.BudgetExecutionRate ? Denominator : null },
        Explanation = Blank(Explanation),
        Standard = Blank(Standard),
        EvidenceNeeded = Blank(EvidenceNeeded),
    };

    /// <summary>Puts a rule into the fields; those of other kinds stay as they are.</summary>
    public void Take(ScoringRule? rule)
    {
        Kind = rule?.GetType().Name;
        switch (rule)
        {
            case MetNotMet r: (Yes, No) = (r.Yes, r.No); break;
            case Tiered r: Rows = [.. r.Levels.Select(l => Award(new() { Key = l.Key, Text = l.Label }, l.Percent, l.Points))]; break;
            case DeductPerOccurrence r:
                (Matter, Deduct, Unit, Floor, Limited) = (r.Matter, Shown(r.Deduct), r.Unit, Shown(r.Floor), r.Items is { Count: > 0 });
                Rows = Limited ? [.. r.Items!.Select(i => new RuleRowForm { Text = i })] : Rows;
                break;
            case FaultKinds r:
                Floor = Shown(r.Floor);
                Rows = [.. r.Kinds.Select(k => new RuleRowForm { Text = k.Matter, Measure = k.Measure, Amount = Shown(k.Deduct), Unit = k.Unit, To = Shown(k.Most), Veto = k.Veto })];
                break;
            case ZeroTolerance r: Matter = r.Matter; break;
            case Checklist r:
                Mode = r.Mode;
                Rows = [.. r.Items.Select(i => new RuleRowForm { Key = i.Key, Text = i.Text, Amount = Shown(i.Points), Unit = PointsUnit.Points })];
                break;
            case ElementCount r: Rows = [.. r.Elements.Select(e => new RuleRowForm { Key = e.Key, Text = e.Text, Amount = Shown(e.Share), Veto = e.Veto })]; break;
            case LinearDecay r:
                (FullAt, Step, Deduct, Unit, StepMode) = (Shown(r.FullAt), Shown(r.Step), Shown(r.Deduct), r.Unit, r.StepMode);
                (Direction, Cutoff, CutoffInclusive, Target, Measure) = (r.Direction, Shown(r.Cutoff), r.CutoffInclusive, Shown(r.Target) ?? Target, r.Measure);
                break;
            case ShortfallCount r:
                (Deduct, Unit, Floor, Measure) = (Shown(r.Deduct), r.Unit, Shown(r.Floor), r.Measure);
                Rows = [.. r.Targets.Select(t => new RuleRowForm { Text = t.Key, From = Shown(t.Target) })];
                break;
            case Ratio r: (Target, RatioDirection, Measure) = (Shown(r.Target), r.Direction, r.Measure); break;
            case Bands r:
                Measure = r.Measure;
                Rows = [.. r.Steps.Select(b => Award(new() { From = Shown(b.From) }, b.Percent, b.Points))];
                break;
            case LowerBands r:
                Measure = r.Measure;
                Rows = [.. r.Steps.Select(b => Award(new() { To = Shown(b.UpTo) }, b.Percent, b.Points))];
                break;
            case QualitativeRange r: Rows = [.. r.Ranges.Select(b => new RuleRowForm { Key = b.Key, Text = b.Label, From = Shown(b.From), To = Shown(b.To) })]; break;
            case Expert r: Guidance = r.Guidance; break;
        }
    }

    private static RuleRowForm Award(RuleRowForm row, decimal? percent, decimal? points)
    {
        (row.Amount, row.Unit) = percent is null ? (Shown(points), PointsUnit.Points) : (Shown(percent), PointsUnit.PercentOfWeight);
        return row;
    }

    private static string? Shown(decimal? number) => number is { } n ? Numbers.Plainly(n) : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}

/// <summary>Texts that fit. What the rule itself says about its numbers is read by <see cref="RuleFormReader"/>.</summary>
public sealed class RuleFormValidator : AbstractValidator<RuleForm>
{
    private const int Short = 200;
    private const int Long = 1000;

    public RuleFormValidator()
    {
        RuleFor(f => f.Explanation).Words("指标解释", Indicator.TextLength);
        RuleFor(f => f.Standard).Words("评分标准原文", Indicator.TextLength);
        RuleFor(f => f.EvidenceNeeded).Words("所需佐证材料", Indicator.TextLength);
        RuleFor(f => f.Yes).Words("达标的说法", Short);
        RuleFor(f => f.No).Words("不达标的说法", Short);
        RuleFor(f => f.Matter).Words("扣分的事项", Short);
        RuleFor(f => f.Measure).Words("计量单位", 20);
        RuleFor(f => f.Guidance).Words("评审应考虑的内容", Long);
        RuleForEach(f => f.Rows).ChildRules(row =>
        {
            row.RuleFor(r => r.Text).Words("内容", Long);
            row.RuleFor(r => r.Measure).Words("量词", 20);
        });
        RuleFor(f => f.Rows).Custom((rows, context) =>
        {
            if (rows.Count > RuleForm.MostRows)
            {
                context.AddFailure($"最多{RuleForm.MostRows}行，现有{rows.Count}行，请删去或合并一些");
            }
        });
    }
}
