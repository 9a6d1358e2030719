using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>新增9处，目标10处，超额完成任务: what was done must be more than the target that stands beside it.</summary>
internal static class SurpassedTargets
{
    private const int Farthest = 8;
    private static readonly string[] Claimed = ["超额完成", "超目标完成", "超过目标", "超过年度目标", "超过计划", "超额实现"];
    private static readonly string[] Planned = ["目标", "计划", "任务"];
    private static readonly string[] Limits = ["不超过", "控制", "以内", "不高于", "不大于", "少于", "低于", "至多", "压减", "减少", "下降"];
    private static readonly string[] Denied = ["未", "没有", "不", "力争", "确保", "应", "拟"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        foreach (var (start, word) in Words.All(text.Plain, Claimed))
        {
            var index = text.FirstAt(start) - 1;
            var clause = text.ClauseStart(start);
            if (index < 0 || Words.Any(text.Plain.AsSpan(Math.Max(clause, start - 4), start - Math.Max(clause, start - 4)), Denied))
            {
                continue;
            }

            var near = Enumerable.Range(0, Farthest).Select(back => index - back).Where(i => i >= 0 && text.Numbers[i].Start >= clause && text.Numbers[i] is { Per: "", Measure: Measure.Money or Measure.Count or Measure.Quantity }).ToList();
            foreach (var target in near.Where(i => Words.Any(text.Lead(i), Planned)).Take(1))
            {
                Judge(text, notes, new(start, start + word.Length), near, target);
            }
        }
    }

    private static void Judge(ReadText text, Notes notes, Stretch claim, List<int> near, int targetIndex)
    {
        var target = text.Numbers[targetIndex];
        var others = near.FindAll(i => i != targetIndex && text.Numbers[i].Alike(target));
        if (!target.Firm || others.Count == 0 || others.Exists(i => !text.Numbers[i].Firm) || near.Exists(i => Words.Any(text.Lead(i), Limits)))
        {
            return;
        }

        // 新增9处，目标10处，超额完成: one number, and only one, that the target is compared with; or the largest of several.
        var actual = text.Numbers[others.MaxBy(i => text.Numbers[i].Value)];
        var words = new Stretch(Math.Min(actual.Start, target.Start), claim.End);
        var said = text.Quote(claim.Start, claim.Length);
        if (actual.Value >= target.Value)
        {
            return;
        }

        notes.Report(StatementKind.Claim, others.Count == 1 ? Severity.Error : Severity.Doubt, words, said, text.Shown(actual),
            $"文中说“{said}”，但{text.Shown(actual)}少于目标{text.Shown(target)}。", "请按实际完成情况改写，或核对两个数字。");
    }
}
