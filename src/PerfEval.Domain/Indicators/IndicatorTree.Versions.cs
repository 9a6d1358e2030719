namespace PerfEval.Domain.Indicators;

/// <content>From draft to published to retired, and on to the next version or another tree.</content>
public sealed partial class IndicatorTree
{
    /// <summary>Freezes the tree for use.</summary>
    /// <exception cref="RuleBroken">Not a draft, 待核实, or incomplete: all faults of <see cref="TreeCheck"/> at once.</exception>
    public void Publish()
    {
        RequireDraft();
        Require(!NeedsVerification, $"“{Name}”标为待核实，请与原文核对，在“设置”中取消“待核实”后再发布。");
        var faults = TreeCheck.Faults(this);
        if (faults.Count > 0)
        {
            throw new RuleBroken(faults);
        }

        Status = TreeStatus.Published;
        Changed();
    }

    /// <summary>Takes a published tree out of use.</summary>
    /// <exception cref="RuleBroken">It is not published.</exception>
    public void Retire()
    {
        Require(Status == TreeStatus.Published, "只有已发布的指标体系可以停用。");
        Status = TreeStatus.Retired;
        Changed();
    }

    /// <summary>The next version as a draft with the same content, keys still to be given.</summary>
    /// <param name="number">Above this version, and above every other of this code.</param>
    /// <exception cref="RuleBroken">This one is a draft itself, or the number is not higher.</exception>
    public IndicatorTree NextVersion(int number)
    {
        Require(Status != TreeStatus.Draft, $"“{Name}”第{VersionNumber}版还是草稿，直接修改即可，不必起草新版本。");
        Require(number > VersionNumber, $"新版本号应大于{VersionNumber}，现为{number}。");
        return CopyInto(new IndicatorTree(Code, Name, number));
    }

    /// <summary>A new tree of its own with the same content: draft, version 1, keys still to be given.</summary>
    /// <param name="code">Another code.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="RuleBroken">Empty or overlong code or name, or the code is this tree's.</exception>
    public IndicatorTree CopyAs(string code, string name)
    {
        var copy = new IndicatorTree(code, name);
        return copy.Code == Code
            ? throw new RuleBroken($"代码“{Code}”是原体系的代码，请另取一个；要修改原体系，请起草新版本。", "code")
            : CopyInto(copy);
    }

    private IndicatorTree CopyInto(IndicatorTree copy)
    {
        copy.Rename(copy.Code, copy.Name, Provenance, NeedsVerification);
        copy.Configure(LeafPlaces, NotApplicablePolicy, ExecutionDenominator, Caps);
        Copy(null, null);
        return copy;

        void Copy(Indicator? from, Indicator? to)
        {
            foreach (var child in ChildrenOf(from))
            {
                Copy(child, copy.AddIndicator(child.Content, to));
            }
        }
    }
}
