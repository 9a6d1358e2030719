namespace PerfEval.Domain.Scoring.Reading;

/// <summary>What a stretch of a standard does with the points.</summary>
internal enum ActKind
{
    /// <summary>得满分.</summary>
    Full,

    /// <summary>不得分, 一票否决.</summary>
    None,

    /// <summary>得分 without a size.</summary>
    Bare,

    /// <summary>得权重的60%.</summary>
    Share,

    /// <summary>得3分.</summary>
    Points,

    /// <summary>得80%-100%, 得3-5分: a person chooses inside.</summary>
    Span,

    /// <summary>占权重的20%.</summary>
    Allot,

    /// <summary>分别占40%、30%、30%, in the order of the items.</summary>
    AllotList,

    /// <summary>平均分配.</summary>
    AllotEqual,

    /// <summary>扣1分, 扣权重的3%, 扣3%.</summary>
    Deduct,

    /// <summary>酌情扣分, 扣分: no size.</summary>
    DeductOpen,

    /// <summary>酌情得分: no size.</summary>
    GiveOpen,

    /// <summary>按比例得分.</summary>
    Ratio,

    /// <summary>得分=….</summary>
    Formula,

    /// <summary>扣完为止, 扣至1分为止.</summary>
    Until,

    /// <summary>最高不超过10分, 封顶.</summary>
    Cap,

    /// <summary>超额完成的不加分, 节约的不加分: more than the full mark is never earned.</summary>
    NoBonus,

    /// <summary>超过目标的按满分计, 超过100%的按100%计: beyond the target the full mark.</summary>
    Over,

    /// <summary>按最高奖项计分，不累计: only one level counts.</summary>
    Highest,

    /// <summary>多完成、少完成均扣分.</summary>
    Sides,

    /// <summary>不足1%不计 and the like.</summary>
    Part,

    /// <summary>由评审人综合评定.</summary>
    Judge,

    /// <summary>An element without which the whole earns nothing.</summary>
    Veto,
}

/// <summary>One act where it stands in the normalised text.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Start">First character.</param>
/// <param name="End">Behind the last character.</param>
/// <param name="Number">Its size, for spans the lower end.</param>
/// <param name="Unit">Of the size; null when the text leaves it open (扣3%).</param>
/// <param name="To">Upper end of a span.</param>
/// <param name="Mode">For <see cref="ActKind.Part"/>.</param>
internal sealed record Act(
    ActKind Kind, int Start, int End, decimal? Number = null, PointsUnit? Unit = null, decimal? To = null, StepMode? Mode = null)
{
    /// <summary>The act neither needs nor takes a condition of its own.</summary>
    public bool Alone => Kind is ActKind.Until or ActKind.Cap or ActKind.NoBonus or ActKind.Over or ActKind.Highest or ActKind.Sides or ActKind.Part;
}
