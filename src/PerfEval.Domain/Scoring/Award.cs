namespace PerfEval.Domain.Scoring;

/// <summary>What a level or band earns: a percentage of the weight or fixed points, exactly one of the two.</summary>
internal static class Award
{
    /// <summary>Points earned, exact and not yet held to the weight.</summary>
    public static decimal Of(decimal weight, decimal? percent, decimal? points) => points ?? weight * percent!.Value / 100m;

    /// <summary>“得满分”, “得权重的60%”, “得1分”, “不得分”.</summary>
    public static string Text(decimal? percent, decimal? points) => (percent, points) switch
    {
        (100m, _) => "得满分",
        (0m, _) or (_, 0m) => "不得分",
        (null, _) => $"得{Wording.Points(points!.Value)}",
        _ => $"得权重的{Wording.Number(percent.Value)}%",
    };

    /// <summary>The end of the sentence that tells the points.</summary>
    public static RulePoints Told(decimal weight, decimal? percent, decimal? points, string lead)
    {
        var earned = Of(weight, percent, points);
        if (earned > weight)
        {
            return new RulePoints(weight, $"{lead}{Text(percent, points)}，多于分值，按分值计{Wording.Points(weight)}。");
        }

        return new RulePoints(earned, (percent, points) switch
        {
            (100m, _) => $"{lead}得满分{Wording.Points(weight)}。",
            (null, _) => $"{lead}得{Wording.Points(earned)}（分值{Wording.Points(weight)}）。",
            (0m, _) => $"{lead}不得分：0分（分值{Wording.Points(weight)}）。",
            _ => $"{lead}得权重的{Wording.Number(percent.Value)}%：{Wording.Number(weight)} × {Wording.Number(percent.Value)}% {Wording.Equal(earned, weight, percent.Value)}。",
        });
    }

    /// <summary>Refuses anything but one of the two, not negative.</summary>
    public static void Check(decimal? percent, decimal? points, string what, FaultList faults)
    {
        faults.Require(percent is null != points is null, "percent", $"{what}应在“权重的百分比”和“分数”中填且只填一个。");
        faults.Require(percent is null or (>= 0 and <= 100), "percent", $"{what}的百分比应在0到100之间。");
        faults.Require(points is null or (>= 0 and <= 1000), "points", $"{what}的分数应在0到1000之间。");
    }

    /// <summary>Points above the weight, and lesser awards worth as much as full marks.</summary>
    /// <param name="weight">Weight in points.</param>
    /// <param name="awards">Best first: name, percent, points.</param>
    public static IEnumerable<RuleDefect> Defects(decimal weight, IReadOnlyList<(string Name, decimal? Percent, decimal? Points)> awards)
    {
        foreach (var (name, percent, points) in awards)
        {
            if (Of(weight, percent, points) is var earned && earned > weight)
            {
                yield return new RuleDefect(DefectKind.PointsAboveWeight,
                    $"“{name}”得{Wording.Points(earned)}，多于分值{Wording.Points(weight)}。");
            }
        }

        foreach (var (name, percent, points) in awards.Skip(1))
        {
            if (Of(weight, percent, points) >= weight)
            {
                yield return new RuleDefect(DefectKind.PartialEqualsFull,
                    $"“{name}”得{Wording.Points(Math.Min(weight, Of(weight, percent, points)))}，与“{awards[0].Name}”的满分{Wording.Points(weight)}相同，两档没有区别。");
            }
        }

        var best = awards.Max(a => Of(weight, a.Percent, a.Points));
        if (best < weight)
        {
            yield return new RuleDefect(DefectKind.FullMarksUnreachable,
                $"最高一档只得{Wording.Points(best)}，达不到分值{Wording.Points(weight)}。");
        }
    }
}
