namespace PerfEval.Domain.Scoring;

/// <summary>A person's points, as the judging rules take them.</summary>
internal static class Judgement
{
    /// <summary>The points given, within the weight and with a reason.</summary>
    /// <exception cref="RuleBroken">No reason, or points outside [0, weight].</exception>
    public static decimal Expect(JudgedInput input, decimal weight, string subject)
    {
        var faults = new FaultList();
        faults.Require(!string.IsNullOrWhiteSpace(input.Reason), "reason", $"“{subject}”由评审给分，必须写明理由。");
        if (input.Unit == PointsUnit.PercentOfWeight)
        {
            faults.Require(input.Points is >= 0 and <= 100, "points", $"“{subject}”给的百分比应在0到100之间，现为{Wording.Number(input.Points)}。");
            faults.ThrowIfAny();
            return input.Points * weight / 100m;
        }

        faults.Require(input.Points >= 0 && input.Points <= weight, "points", $"“{subject}”的得分应在0到{Wording.Points(weight)}之间，现为{Wording.Points(input.Points)}。");
        faults.ThrowIfAny();
        return input.Points;
    }
}
