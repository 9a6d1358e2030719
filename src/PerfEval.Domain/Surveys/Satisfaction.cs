namespace PerfEval.Domain.Surveys;

/// <summary>满意度: one figure from the rates of the questions, by the method that the survey states.</summary>
internal static class Satisfaction
{
    // So many rates are written out in the formula; of more, their number and the outermost.
    private const int MostWritten = 8;

    /// <summary>The figure, exact, and the sentence that explains it; no figure while a question has no answer.</summary>
    public static (decimal? Value, string Formula) Of(SurveyStatistics statistics)
    {
        var counting = statistics.Counting.ToList();
        if (statistics.Valid == 0 || counting.Count == 0)
        {
            return (null, $"满意度：还没有有效问卷，无法计算；{statistics.Sheets}");
        }

        if (counting.Find(q => q.Exact is null) is { } unanswered)
        {
            return (null, $"满意度：第{unanswered.Question.Position}题还没有计分的回答，无法计算；{statistics.Sheets}");
        }

        var (value, formula) = statistics.Survey.Method switch
        {
            SatisfactionMethod.Average => Average(counting),
            SatisfactionMethod.Lowest => Lowest(counting),
            _ => PerItem(counting, statistics.Survey.PassLine),
        };
        return (value, $"{formula}；{statistics.Sheets}{Doubts(statistics)}");
    }

    private static string Doubts(SurveyStatistics statistics)
    {
        var doubts = new List<string>();
        if (statistics.Shortfall is { } shortfall)
        {
            doubts.Add(shortfall);
        }

        if (statistics.Returned > statistics.Sent)
        {
            doubts.Add("回收多于发放，请核对发放份数");
        }

        if (statistics.Survey.Status == SurveyStatus.Open)
        {
            doubts.Add("调查还在进行");
        }

        return doubts.Count == 0 ? "" : $"。注意：{string.Join("；", doubts)}";
    }

    private static (decimal, string) Average(List<QuestionStatistics> questions)
    {
        var value = questions.Select(q => q.Exact!.Value).Aggregate((a, b) => a + b).Over(questions.Count).ToPercent();
        var rates = questions.Count <= MostWritten
            ? $" = ({string.Join(" + ", questions.Select(q => Percent.Show(q.Rate)))}) ÷ {questions.Count}"
            : $"（最低{Percent.Show(questions.Min(q => q.Rate))}，最高{Percent.Show(questions.Max(q => q.Rate))}）";
        return (value, $"满意度 = {questions.Count}题得分率的平均{rates} = {Percent.Show(value)}");
    }

    private static (decimal, string) Lowest(List<QuestionStatistics> questions)
    {
        var lowest = LowestOf(questions);
        return (lowest.Rate!.Value, $"满意度 = {questions.Count}题中得分率最低的第{lowest.Question.Position}题 = {Written(lowest)}");
    }

    private static (decimal, string) PerItem(List<QuestionStatistics> questions, decimal line)
    {
        var passLine = Fraction.Of(line, 100);
        var below = questions.Where(q => q.Exact!.Value < passLine).ToList();
        if (below.Count == 0)
        {
            var lowest = LowestOf(questions);
            return (lowest.Rate!.Value, $"满意度（逐题扣减）：{questions.Count}题的得分率都达到{Shown(line)}，取最低的第{lowest.Question.Position}题 = {Written(lowest)}");
        }

        var lacking = below.Select(q => passLine - q.Exact!.Value).Aggregate((a, b) => a + b);
        var exact = (passLine - lacking).ToPercent();
        var value = Math.Max(exact, 0);
        var named = string.Join("、", below.Take(MostWritten).Select(q => $"第{q.Question.Position}题低{Points(passLine - q.Exact!.Value)}")) + (below.Count > MostWritten ? "……" : "");
        return (value, $"满意度（逐题扣减）：达标线{Shown(line)}，{named}，共低{Points(lacking)}；{Shown(line)} − {Percent.Show(lacking.ToPercent())} = {Percent.Show(exact)}{(exact < 0 ? "，按0计" : "")}");
    }

    private static QuestionStatistics LowestOf(List<QuestionStatistics> questions) => questions.Aggregate((a, b) => b.Exact!.Value < a.Exact!.Value ? b : a);

    // Σ(份数×分值) 10980 ÷ (120份 × 100) × 100% = 91.50%
    private static string Written(QuestionStatistics question) =>
        $"Σ(份数×分值) {Numbers.Plainly(question.Points)} ÷ ({question.Answers}份 × {Numbers.Plainly(question.Question.Largest)}) × 100% = {Percent.Show(question.Rate)}";

    private static string Shown(decimal line) => Numbers.Plainly(line) + "%";

    private static string Points(Fraction difference) => Percent.Show(difference.ToPercent()).TrimEnd('%') + "个百分点";
}
