namespace PerfEval.Domain.Projects;

/// <summary>One identity between amounts that should hold.</summary>
/// <param name="Name">What is compared, such as 来源执行合计 = 明细支出合计.</param>
/// <param name="Left">Left side, 元; null when it is not known yet.</param>
/// <param name="Right">Right side, 元; null when it is not known yet.</param>
/// <param name="MayStayEmpty">True when nobody has to fill what is missing, such as 执行 beside spending lines.</param>
public sealed record MoneyIdentity(string Name, decimal? Left, decimal? Right, bool MayStayEmpty = false)
{
    /// <summary>Left − right, 元; null while a side is unknown.</summary>
    public decimal? Difference => Left - Right;

    /// <summary>True, false, or null while a side is unknown.</summary>
    public bool? Holds => Difference is { } d ? d == 0 : null;
}

/// <summary>The money of a project, computed from its rows: sums first, never typed. All amounts in 元.</summary>
public sealed class ProjectMoney
{
    private ProjectMoney(Project project, Scoring.ExecutionDenominator denominator)
    {
        Denominator = denominator;
        var (funding, lines) = (project.Funding, project.Lines);
        InitialBudget = Sum(funding, f => f.InitialBudget);
        AdjustedBudget = Sum(funding, f => f.AdjustedBudget);
        Received = Sum(funding, f => f.Received);
        SourcesExecuted = Sum(funding, f => f.Executed);
        HandedBack = Sum(funding, f => f.HandedBack);
        Allocated = Sum(lines, l => l.Allocated);
        LinesSpent = Sum(lines, l => l.Spent);
        LinesWithout = lines.Count(l => l.Allocated is null || l.Spent is null);
    }

    /// <summary>What 预算执行率 is divided by where nobody says otherwise: 实际到位 (财预〔2020〕10号 附件 指标体系框架).</summary>
    public const Scoring.ExecutionDenominator UsualDenominator = Scoring.ExecutionDenominator.Received;

    /// <summary>What <see cref="Rate"/> is divided by.</summary>
    public Scoring.ExecutionDenominator Denominator { get; }

    /// <summary>预算执行率 in percent, exact; null while a side is unknown or 0.</summary>
    public decimal? Rate => ExecutionRate(Denominator);

    /// <summary>The rate with its denominator named (V16): 预算执行率（按到位资金）.</summary>
    public string RateName => $"预算执行率（按{ProjectFigures.DenominatorWord(Denominator)}）";

    /// <summary>年初预算合计.</summary>
    public decimal? InitialBudget { get; }

    /// <summary>全年预算合计.</summary>
    public decimal? AdjustedBudget { get; }

    /// <summary>到位合计.</summary>
    public decimal? Received { get; }

    /// <summary>执行合计 of the sources, where it is entered there.</summary>
    public decimal? SourcesExecuted { get; }

    /// <summary>已交回财政合计.</summary>
    public decimal? HandedBack { get; }

    /// <summary>实际拨款合计 of the lines.</summary>
    public decimal? Allocated { get; }

    /// <summary>实际支出合计 of the lines.</summary>
    public decimal? LinesSpent { get; }

    /// <summary>Lines in which 拨款 or 支出 is not filled in yet.</summary>
    public int LinesWithout { get; }

    /// <summary>实际支出: of the lines; of the sources where no line says it.</summary>
    public decimal? Spent => LinesSpent ?? SourcesExecuted;

    /// <summary>结余 = 实际拨款 − 实际支出; without lines 到位 − 实际支出.</summary>
    public decimal? Balance => (Allocated ?? Received) - Spent;

    /// <summary>True when every line is filled in, money is left, and nobody says yet how much of it went back: 体检 asks for it, and the money panel waits for it.</summary>
    public bool AwaitsHandBack => HandedBack is null && LinesWithout == 0 && Received - Spent > 0;

    /// <summary>What must agree with what.</summary>
    public IReadOnlyList<MoneyIdentity> Identities =>
    [
        new("到位资金 ＝ 明细实际拨款", Received, Allocated),
        new("来源执行 ＝ 明细实际支出", SourcesExecuted, LinesSpent, MayStayEmpty: true),
        new("到位 − 执行 ＝ 已交回财政", Received - Spent, HandedBack, MayStayEmpty: !AwaitsHandBack),
    ];

    /// <summary>The identities that say something to whoever fills in the money: those that can be told, and those that wait for a figure.</summary>
    public IEnumerable<MoneyIdentity> Told => Identities.Where(i => i.Holds is not null || !i.MayStayEmpty);

    /// <summary>Computes the money of a project from its rows.</summary>
    /// <param name="project">With funding and lines loaded.</param>
    /// <param name="denominator">What its rate is divided by.</param>
    public static ProjectMoney Of(Project project, Scoring.ExecutionDenominator denominator = UsualDenominator) => new(project, denominator);

    /// <summary>The amount that a rate is divided by.</summary>
    public decimal? By(Scoring.ExecutionDenominator denominator) => denominator switch
    {
        Scoring.ExecutionDenominator.InitialBudget => InitialBudget,
        Scoring.ExecutionDenominator.AdjustedBudget => AdjustedBudget,
        Scoring.ExecutionDenominator.Received => Received,
        _ => Allocated,
    };

    /// <summary>预算执行率 in percent, exact; null while a side is unknown or the denominator is 0.</summary>
    public decimal? ExecutionRate(Scoring.ExecutionDenominator denominator) =>
        Spent is { } spent && By(denominator) is { } whole ? Percent.Of(spent, whole) : null;

    private static decimal? Sum<T>(IReadOnlyList<T> rows, Func<T, decimal?> amount) =>
        rows.Any(r => amount(r) is not null) ? rows.Sum(r => amount(r) ?? 0) : null;
}
