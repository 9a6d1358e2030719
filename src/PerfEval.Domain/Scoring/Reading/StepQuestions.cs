namespace PerfEval.Domain.Scoring.Reading;

/// <summary>What texts with steps most often leave open.</summary>
internal static class StepQuestions
{
    /// <summary>Size of a step in the unit of the value; null while it is open whether “1%” is a percentage point.</summary>
    public static decimal? Size(Page page, Step step, DecayReader.Line line)
    {
        var mark = line.Direction == DecayDirection.Both ? line.Target : line.FullAt;
        if (!step.PerCent || line.Measure != "%" || mark is not { } full || full is 100 or 0)
        {
            return step.Size;
        }

        var n = Wording.Number(step.Size);
        var sign = line.Direction == DecayDirection.Above ? 1 : -1;
        var verb = sign > 0 ? "上升" : "下降";
        var relative = full * step.Size / 100;
        var reply = page.Interview.Ask(QuestionKind.PercentPoints, $"“{page.Normal.Written(step.Start, step.End)}”：{n}个百分点，还是相对{verb}{n}%？",
        [
            new("point", $"{n}个百分点", $"从{Wording.Number(full)}%到{Wording.Number(full + (sign * step.Size))}%扣一次。"),
            new("relative", $"相对{verb}{n}%", $"从{Wording.Number(full)}%到{Wording.Number(full + (sign * relative))}%扣一次（{Wording.Number(full)}%的{n}%是{Wording.Number(relative)}个百分点）。"),
        ]);
        return reply is null ? null : reply.Answer == "point" ? step.Size : relative;
    }

    /// <summary>What an incomplete step costs.</summary>
    public static StepMode? Mode(Page page, Step step, DecayReader.Line line, (decimal Deduct, PointsUnit Unit)? amount, decimal size)
    {
        var said = page.Alone.Where(a => a.Kind == ActKind.Part).ToList();
        if (said.Count == 1)
        {
            page.Use(said[0].Start, said[0].End, said[0].Mode switch
            {
                StepMode.Linear => "不足一步按比例计",
                StepMode.Floor => "不足一步不计",
                _ => "不足一步按一步计",
            });
            return said[0].Mode;
        }

        var one = Wording.Difference(size, step.Measure);
        string Example(StepMode mode)
        {
            var apart = Wording.Difference(size * 1.5m, step.Measure);
            var steps = mode switch { StepMode.Linear => 1.5m, StepMode.Floor => 1, _ => 2 };
            return amount is { } a
                ? $"差{apart}，按{Wording.Number(steps)}步扣{Wording.Points(steps * Deduction.Each(page.Weight, a.Deduct, a.Unit))}。"
                : $"差{apart}，扣{Wording.Number(steps)}次。";
        }

        var reply = page.Interview.Ask(QuestionKind.StepMode, $"不足{one}的部分怎样扣？",
        [
            new("linear", "按比例扣", Example(StepMode.Linear)),
            new("floor", $"不足{one}不扣", Example(StepMode.Floor)),
            new("ceiling", $"不足{one}按{one}扣", Example(StepMode.Ceiling)),
        ]);
        return reply?.Answer switch
        {
            "linear" => StepMode.Linear,
            "floor" => StepMode.Floor,
            "ceiling" => StepMode.Ceiling,
            _ => null,
        };
    }

    /// <summary>On which side points are lost.</summary>
    public static DecayDirection? Side(Page page, Step step)
    {
        var one = Wording.Difference(step.Size, step.Measure);
        var reply = page.Interview.Ask(QuestionKind.Direction, $"“{page.Normal.Written(step.Start, step.End)}”：实际值低于满分线时扣，还是高于时扣？",
        [
            new("below", "低于满分线时扣（越高越好）", $"每低{one}扣一次。"),
            new("above", "高于满分线时扣（越低越好）", $"每高{one}扣一次。"),
        ]);
        return reply?.Answer switch { "below" => DecayDirection.Below, "above" => DecayDirection.Above, _ => null };
    }

    /// <summary>From where on full marks are earned.</summary>
    public static decimal? FullMark(Page page, Step step, DecayDirection? direction, string words)
    {
        var unit = step.Measure;
        var one = Wording.Difference(step.Size, step.Measure);
        var what = words.Length == 0 ? "没有写明从多少起得满分" : $"“{words}”得满分，没有写明是多少";
        List<RuleAnswer> answers = [];
        if (unit == "%")
        {
            answers.Add(new("100", direction == DecayDirection.Above ? "不超过100%得满分" : "达到100%得满分", $"从100%起，每差{one}扣一次。"));
        }
        else if (direction == DecayDirection.Above)
        {
            answers.Add(new("0", $"0{unit}得满分", $"从0{unit}起，每多{one}扣一次。"));
        }

        answers.Add(new("typed", "填写满分线", $"例：填{(unit == "%" ? "95" : "10")}，从{(unit == "%" ? "95%" : "10" + unit)}起每差{one}扣一次。", TypedValue.Number, unit));
        if (answers.Count == 1)
        {
            answers.Add(Fallback.Expert);
        }

        var reply = page.Interview.Ask(QuestionKind.FullMarks, $"{what}。满分线是多少？", answers);
        return reply?.Answer switch { "100" => 100, "0" => 0, _ => reply?.Number };
    }

    /// <summary>The planned value.</summary>
    public static decimal? Target(Page page, string unit, string what = "")
    {
        var reply = page.Interview.Ask(QuestionKind.Target, $"文中没有写明{what}目标值。目标值是多少？",
        [
            new("typed", "填写目标值", $"例：填30，实际30{unit}得满分。", TypedValue.Number, unit),
            Fallback.Other,
        ]);
        if (reply?.Answer == Fallback.Other.Key)
        {
            page.Refusal = "请直接选择规则类型并填写参数，这段文字保留为评分标准的原文。";
        }

        return reply?.Number;
    }
}
