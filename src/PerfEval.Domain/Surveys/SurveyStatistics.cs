namespace PerfEval.Domain.Surveys;

/// <summary>What came back for one question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Options">How many chose each option, in their order.</param>
public sealed record QuestionStatistics(SurveyQuestion Question, IReadOnlyList<int> Options)
{
    /// <summary>Answers that count: options without a value (不了解) are left out.</summary>
    public int Answers => Question.Options.Select((o, i) => o.Value is null ? 0 : Options[i]).Sum();

    /// <summary>Σ 份数 × 分值.</summary>
    public decimal Points => Question.Options.Select((o, i) => (o.Value ?? 0) * Options[i]).Sum();

    /// <summary>得分率 = Σ(份数 × 分值) ÷ (份数 × 最高分值), in percent, exact; null without an answer.</summary>
    public decimal? Rate => Exact?.ToPercent();

    /// <summary>满意率 = satisfied ÷ answers that count, in percent; null without an answer.</summary>
    public decimal? SatisfiedRate => Percent.Of(Question.Options.Select((o, i) => Question.IsSatisfied(o) ? Options[i] : 0).Sum(), Answers);

    /// <summary>Share of the answers that chose this option, of all that chose any, in percent.</summary>
    /// <param name="option">Its place, from 0.</param>
    public decimal? ShareOf(int option) => Percent.Of(Options[option], Options.Sum());

    internal Fraction? Exact => Answers == 0 ? null : Fraction.Of(Points, Answers * Question.Largest);
}

/// <summary>What came back: how many sheets, and each question. Everything is computed exactly; only what is shown is rounded.</summary>
public sealed class SurveyStatistics
{
    private SurveyStatistics(Survey survey, int returned, int valid, IReadOnlyList<QuestionStatistics> questions)
    {
        (Survey, Returned, Valid, Questions) = (survey, returned, valid, questions);
        (Overall, Formula) = Satisfaction.Of(this);
    }

    /// <summary>The survey.</summary>
    public Survey Survey { get; }

    /// <summary>发放 sheets; null when it was not counted.</summary>
    public int? Sent => Survey.Sent;

    /// <summary>回收 sheets: from paper, by the link and as tallied by hand.</summary>
    public int Returned { get; }

    /// <summary>有效 sheets.</summary>
    public int Valid { get; }

    /// <summary>回收率 in percent; null when it is not known how many were sent.</summary>
    public decimal? ReturnRate => Percent.Of(Returned, Sent);

    /// <summary>有效率 in percent; null when nothing came back.</summary>
    public decimal? ValidRate => Percent.Of(Valid, Returned);

    /// <summary>Questions with options, in their order.</summary>
    public IReadOnlyList<QuestionStatistics> Questions { get; }

    /// <summary>Those that count into 满意度.</summary>
    public IEnumerable<QuestionStatistics> Counting => Questions.Where(q => q.Question.Counts);

    /// <summary>满意度 in percent, exact; null while it cannot be computed.</summary>
    public decimal? Overall { get; }

    /// <summary>How 满意度 came about, with the numbers, and what is doubtful about it.</summary>
    public string Formula { get; }

    /// <summary>True while fewer sheets are valid than the survey wants.</summary>
    public bool IsBelowMinimum => Valid < Survey.MinimumValid;

    /// <summary>有效问卷38份，少于规定的50份; null when there are enough. Stands wherever the figure does.</summary>
    public string? Shortfall => IsBelowMinimum ? $"有效问卷{Valid}份，少于规定的{Survey.MinimumValid}份" : null;

    /// <summary>发放150份，回收130份（回收率86.67%），有效120份（有效率92.31%）.</summary>
    public string Sheets => $"{(Sent is { } sent ? $"发放{sent}份，" : "发放份数未填，")}回收{Returned}份{Bracketed("回收率", ReturnRate)}，有效{Valid}份{Bracketed("有效率", ValidRate)}";

    /// <summary>The figure as a text quotes it: 93.92%, and the shortfall if there is one.</summary>
    public string Shown => Overall is null ? "——" : Percent.Show(Overall) + (Shortfall is { } s ? $"（{s}）" : "");

    /// <summary>Adds up what came in by sheet and what was tallied by hand.</summary>
    /// <param name="survey">With its questions.</param>
    /// <param name="counts">Its sheets.</param>
    public static SurveyStatistics Of(Survey survey, SurveyCounts counts)
    {
        var tally = survey.Tally;
        return new(
            survey, counts.Sheets + (tally?.Returned ?? 0), counts.ValidPapers + counts.Links + (tally?.Valid ?? 0),
            [.. survey.Closed.Select((q, i) => new QuestionStatistics(
                q, [.. q.Options.Select((_, o) => counts.Options[i][o] + (tally is null ? 0 : tally.Options[i][o]))]))]);
    }

    private static string Bracketed(string name, decimal? rate) => rate is null ? "" : $"（{name}{Percent.Show(rate)}）";
}
