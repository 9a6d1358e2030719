namespace PerfEval.Domain.Scoring;

/// <summary>What the deducting rules share: the size of one deduction, and how the whole is taken off and told.</summary>
internal static class Deduction
{
    /// <summary>Largest deduction that makes sense, in either unit.</summary>
    public const decimal Most = 10_000m;

    /// <summary>One deduction in points.</summary>
    public static decimal Each(decimal weight, decimal deduct, PointsUnit unit) =>
        unit == PointsUnit.Points ? deduct : weight * deduct / 100m;

    /// <summary>“扣0.5分” or “扣权重的3%（0.18分）”.</summary>
    public static string EachText(decimal weight, decimal deduct, PointsUnit unit) => unit == PointsUnit.Points
        ? $"扣{Wording.Points(deduct)}"
        : $"扣权重的{Wording.Number(deduct)}%（{Wording.Points(Each(weight, deduct, unit))}）";

    /// <summary>Takes the amount off the weight, never below the floor, and ends the sentence.</summary>
    /// <param name="weight">Weight in points.</param>
    /// <param name="amount">To be taken off, in points, exact.</param>
    /// <param name="floor">Points that always remain.</param>
    /// <param name="lead">The sentence so far, ending where “扣…” follows.</param>
    public static RulePoints From(decimal weight, decimal amount, decimal floor, string lead)
    {
        if (amount == 0)
        {
            return new RulePoints(weight, $"{lead}不扣分，得满分{Wording.Points(weight)}。");
        }

        var left = weight - amount;
        if (left < floor)
        {
            return new RulePoints(floor, $"{lead}应扣{Wording.Points(amount)}，多于可扣的{Wording.Points(weight - floor)}，{UntilText(floor)}，得{Wording.Points(floor)}。");
        }

        return new RulePoints(left, $"{lead}扣{Wording.Points(amount)}：{Wording.Number(weight)} − {Wording.Number(amount)} {Wording.Equal(left, amount)}。");
    }

    /// <summary>“扣完为止” or “扣至1分为止”.</summary>
    public static string UntilText(decimal floor) => floor == 0 ? "扣完为止" : $"扣至{Wording.Points(floor)}为止";

    /// <summary>Refuses a deduction or a floor that makes no sense.</summary>
    public static void Check(decimal weight, decimal deduct, decimal floor, FaultList faults)
    {
        faults.Require(deduct is > 0 and <= Most, "deduct", $"每次扣分应大于0且不超过{Wording.Number(Most)}，现为{Wording.Number(deduct)}。");
        faults.Require(floor >= 0 && floor < weight, "floor", $"扣分下限应不小于0且小于分值{Wording.Points(weight)}，现为{Wording.Points(floor)}。");
    }

    /// <summary>The defect of a deduction whose worst case leaves points, if it has it.</summary>
    public static IEnumerable<RuleDefect> Unreachable(decimal weight, decimal worst, decimal floor, string worstCase)
    {
        if (weight - worst > floor)
        {
            yield return new RuleDefect(DefectKind.UnreachableFloor,
                $"“{UntilText(floor)}”不可达：{worstCase}只扣{Wording.Points(worst)}，仍得{Wording.Points(weight - worst)}（分值{Wording.Points(weight)}）。");
        }
    }

    /// <summary>The defect of a deduction that takes everything at the first failure, if it has it.</summary>
    public static IEnumerable<RuleDefect> TakesAllAtOnce(decimal weight, decimal each, decimal floor, string what)
    {
        if (each >= weight - floor)
        {
            yield return new RuleDefect(DefectKind.AnyFailureMeansZero,
                $"{what}一次即扣{Wording.Points(each)}，不少于分值{Wording.Points(weight)}，任何一项不符合即得{Wording.Points(floor)}，逐项扣分不起作用。");
        }
    }
}
