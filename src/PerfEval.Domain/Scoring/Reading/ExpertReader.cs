namespace PerfEval.Domain.Scoring.Reading;

/// <summary>A person decides: <see cref="Expert"/>.</summary>
internal static class ExpertReader
{
    private const string Reason = "写明理由";

    /// <summary>根据成效给0-5分 and nothing else; null when the text says more.</summary>
    public static Expert? Whole(Page page)
    {
        var spans = page.Clauses.Where(c => c.Act.Kind == ActKind.Span).ToList();
        if (spans is not [{ Act: { Number: 0, To: { } to } act }] || to != (act.Unit == PointsUnit.Points ? page.Weight : 100)
            || page.Clauses.Any(c => c.Act.Kind is not (ActKind.Span or ActKind.Judge or ActKind.GiveOpen)))
        {
            return null;
        }

        page.Use(0, page.Text.Length, "评定时的依据");
        return new Expert(Wording.Unended(page.Normal.Written(0, page.Text.Length)));
    }

    public static ScoringRule? Read(Page page)
    {
        if (page.Clauses.Any(c => c.Act.Kind is not (ActKind.Judge or ActKind.GiveOpen)))
        {
            return Fallback.Ask(page, "文中既有定好的分数，又由评审人酌情给分");
        }

        var first = page.Clauses[0];
        var judge = page.Clauses[^1].Act;
        page.Use(first.Start, judge.End, "由评审人综合评定");
        var said = page.Text.IndexOf(Reason, judge.End, StringComparison.Ordinal);
        if (first.Act.Kind == ActKind.Judge && said >= 0)
        {
            page.Use(judge.End, page.Text.Length, "评定时的依据");
            var guidance = said + Reason.Length < page.Text.Length ? page.Normal.Written(said + Reason.Length, page.Text.Length).Trim('：', ':', '。') : "";
            return new Expert(guidance.Length == 0 ? null : guidance);
        }

        page.Use(0, page.Text.Length, "评定时的依据");
        return new Expert(Wording.Unended(page.Normal.Written(0, page.Text.Length)));
    }
}
