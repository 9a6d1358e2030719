using FluentValidation;
using PerfEval.Domain.Indicators;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>What is typed about a tree as a whole when it is new or copied.</summary>
public sealed class TreeForm
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Provenance { get; set; }

    /// <summary>The tree that is copied; null for an empty one.</summary>
    public int? SourceId { get; set; }
}

internal sealed class TreeFormRules : AbstractValidator<TreeForm>
{
    public TreeFormRules()
    {
        RuleFor(f => f.Code).Words("代码", IndicatorTree.CodeLength, required: true);
        RuleFor(f => f.Name).Words("名称", IndicatorTree.NameLength, required: true);
        RuleFor(f => f.Provenance).Words("来源说明", IndicatorTree.ProvenanceLength);
    }
}
