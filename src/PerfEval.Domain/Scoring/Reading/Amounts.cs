namespace PerfEval.Domain.Scoring.Reading;

/// <summary>Sizes of deductions and awards, asked for where the text has none or not which unit.</summary>
internal static class Amounts
{
    /// <summary>Size and unit of a deduction; null while it is open. Expert: the reviewer decides.</summary>
    public static (decimal Deduct, PointsUnit Unit)? Deduct(Page page, Act act, string each, out bool expert)
    {
        expert = false;
        if (act is { Kind: ActKind.Deduct, Number: { } number })
        {
            return act.Unit is { } unit ? Told(page, act, number, unit) : AskUnit(page, act, number, each);
        }

        var half = Numbers.Plainly(page.Weight / 2);
        var reply = page.Interview.Ask(QuestionKind.Deduct, $"“{page.Normal.Written(act.Start, act.End)}”没有写明扣多少。{each}扣多少？",
        [
            new("points", "扣固定的分数", $"例：填1，两次扣2分；填{half}，两次扣完（分值{Wording.Points(page.Weight)}）。", TypedValue.Number, "分"),
            new("percent", "扣权重的百分比", $"例：填10，每次扣{Wording.Points(page.Weight / 10)}（分值{Wording.Points(page.Weight)}的10%）。", TypedValue.Number, "%"),
            Fallback.Expert,
        ]);
        expert = reply?.Answer == Fallback.Expert.Key;
        page.Use(act.Start, act.End, "扣分");
        return reply?.Number is { } typed ? (typed, reply.Answer == "points" ? PointsUnit.Points : PointsUnit.PercentOfWeight) : null;
    }

    /// <summary>What a level or band earns; null while it is open.</summary>
    public static (decimal? Percent, decimal? Points)? Award(Page page, Clause clause, string label, int number)
    {
        switch (clause.Act.Kind)
        {
            case ActKind.Full:
                return (100, null);
            case ActKind.None:
                return (0, null);
            case ActKind.Share:
                return (clause.Act.Number, null);
            case ActKind.Points when clause.Act.Number <= page.Weight:
                return (null, clause.Act.Number);
            case ActKind.Points:
                return AskScale(page, clause, label, number);
            default:
                var reply = page.Interview.Ask(QuestionKind.Points, $"“{label}”没有写明得多少分（分值{Wording.Points(page.Weight)}）。得多少？",
                [
                    new("percent", "得权重的百分比", $"例：填60，得{Wording.Points(page.Weight * 0.6m)}。", TypedValue.Number, "%"),
                    new("points", "得固定的分数", $"例：填{Numbers.Plainly(page.Weight / 2)}，得{Wording.Points(page.Weight / 2)}。", TypedValue.Number, "分"),
                ], number);
                return reply?.Number is not { } typed ? null : reply.Answer == "percent" ? (typed, null) : (null, typed);
        }
    }

    /// <summary>The highest award where no clause earns the whole weight and none counts on another scale; null otherwise.</summary>
    public static decimal? Below(Page page)
    {
        var earned = page.Clauses.Select(c => c.Act.Kind switch
        {
            ActKind.Share => c.Act.Number * page.Weight / 100,
            ActKind.Points => c.Act.Number,
            ActKind.None => 0,
            _ => page.Weight,
        }).ToList();
        return earned.Max() is { } most && most < page.Weight ? most : null;
    }

    private static (decimal, PointsUnit) Told(Page page, Act act, decimal number, PointsUnit unit)
    {
        page.Use(act.Start, act.End, $"每次{Deduction.EachText(page.Weight, number, unit)}");
        return (number, unit);
    }

    private static (decimal, PointsUnit)? AskUnit(Page page, Act act, decimal number, string each)
    {
        var n = Wording.Number(number);
        var reply = page.Interview.Ask(QuestionKind.Unit, $"“{page.Normal.Written(act.Start, act.End)}”：是扣权重的{n}%，还是扣{n}分？",
        [
            new("percent", $"扣权重的{n}%", $"{each}扣{Wording.Points(page.Weight * number / 100)}（分值{Wording.Points(page.Weight)}）。"),
            new("points", $"扣{n}分", $"{each}扣{n}分（分值{Wording.Points(page.Weight)}）。"),
        ]);
        page.Use(act.Start, act.End, $"每次扣{n}");
        return reply is null ? null : (number, reply.Answer == "percent" ? PointsUnit.PercentOfWeight : PointsUnit.Points);
    }

    /// <summary>得90分 where the indicator has 10: a scale of 100, or points above the weight.</summary>
    private static (decimal?, decimal?)? AskScale(Page page, Clause clause, string label, int number)
    {
        var points = clause.Act.Number!.Value;
        var reply = page.Interview.Ask(QuestionKind.Unit, $"“{label}”得{Wording.Points(points)}，多于分值{Wording.Points(page.Weight)}。怎样计？",
        [
            new("scale", "是百分制，按比例折算", points <= 100 ? $"得{Wording.Points(page.Weight * points / 100)}（分值的{Wording.Number(points)}%）。" : "超过100分，按满分计。"),
            new("points", "按文字计，多于分值的按分值计", $"得{Wording.Points(page.Weight)}。"),
        ], number);
        return reply is null ? null : reply.Answer == "scale" ? (Math.Min(100, points), null) : (null, points);
    }
}
