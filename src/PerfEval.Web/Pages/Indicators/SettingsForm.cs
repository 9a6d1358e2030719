using FluentValidation;
using PerfEval.Domain;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>What belongs to a tree as a whole.</summary>
public sealed class SettingsForm
{
    /// <summary>Rows for caps that the form offers.</summary>
    public const int CapRows = 4;

    public long SeenVersion { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Provenance { get; set; }

    public bool NeedsVerification { get; set; }

    public string? LeafPlaces { get; set; }

    public NotApplicablePolicy NotApplicablePolicy { get; set; }

    public ExecutionDenominator ExecutionDenominator { get; set; }

    public List<CapForm> Caps { get; set; } = [];

    internal void ApplyTo(IndicatorTree tree)
    {
        RowStale.Refuse(tree, SeenVersion, $"指标体系“{tree.Name}”");
        var caps = Caps.Where(c => c.IsFilled).Select(c => new ScoreCap(FormRules.ToNumber(c.BelowRate) ?? 0, FormRules.ToNumber(c.MaxTotal) ?? 0)).ToList();
        tree.Rename(Code!, Name!, Provenance, NeedsVerification);
        tree.Configure((int)FormRules.ToNumber(LeafPlaces)!.Value, NotApplicablePolicy, ExecutionDenominator, caps);
    }

    internal static SettingsForm Of(IndicatorTree tree) => new()
    {
        SeenVersion = tree.Version,
        Code = tree.Code,
        Name = tree.Name,
        Provenance = tree.Provenance,
        NeedsVerification = tree.NeedsVerification,
        LeafPlaces = $"{tree.LeafPlaces}",
        NotApplicablePolicy = tree.NotApplicablePolicy,
        ExecutionDenominator = tree.ExecutionDenominator,
        Caps = [.. tree.Caps.OrderByDescending(c => c.BelowRate).Select(c => new CapForm { BelowRate = Numbers.Plainly(c.BelowRate), MaxTotal = Numbers.Plainly(c.MaxTotal) })],
    };

    /// <summary>The words of the stored settings, for who is told of a conflict.</summary>
    internal static (string Label, string? Value)[] Words(IndicatorTree tree) =>
    [
        ("名称", tree.Name), ("代码", tree.Code), ("来源说明", tree.Provenance), ("待核实", tree.NeedsVerification ? "是" : "否"), ("保留小数", $"{tree.LeafPlaces}位"),
        ("不适用指标", tree.NotApplicablePolicy.Word()), ("执行率分母", Domain.Projects.ProjectFigures.DenominatorWord(tree.ExecutionDenominator)),
        ("总分封顶", string.Join("；", tree.Caps.Select(c => $"低于{Numbers.Plainly(c.BelowRate)}%不超过{Numbers.Plainly(c.MaxTotal)}分"))),
    ];
}

/// <summary>One cap as typed.</summary>
public sealed class CapForm
{
    public string? BelowRate { get; set; }

    public string? MaxTotal { get; set; }

    internal bool IsFilled => !string.IsNullOrWhiteSpace(BelowRate) || !string.IsNullOrWhiteSpace(MaxTotal);
}

internal sealed class SettingsFormRules : AbstractValidator<SettingsForm>
{
    public SettingsFormRules()
    {
        RuleFor(f => f.Code).Words("代码", IndicatorTree.CodeLength, required: true);
        RuleFor(f => f.Name).Words("名称", IndicatorTree.NameLength, required: true);
        RuleFor(f => f.Provenance).Words("来源说明", IndicatorTree.ProvenanceLength);
        RuleFor(f => f.LeafPlaces).Must(p => int.TryParse(p?.Trim(), out var places) && places is >= 0 and <= IndicatorTree.MostLeafPlaces)
            .WithMessage($"保留小数请填0到{IndicatorTree.MostLeafPlaces}的整数");
        RuleFor(f => f.NotApplicablePolicy).IsInEnum().WithMessage("请选择不适用指标的处理办法");
        RuleFor(f => f.ExecutionDenominator).IsInEnum().WithMessage("请选择预算执行率的分母");
        RuleForEach(f => f.Caps).ChildRules(cap => cap.When(c => c.IsFilled, () =>
        {
            cap.RuleFor(c => c.BelowRate).Number("执行率低于", required: true);
            cap.RuleFor(c => c.MaxTotal).Number("总分不超过", required: true);
        }));
    }
}
