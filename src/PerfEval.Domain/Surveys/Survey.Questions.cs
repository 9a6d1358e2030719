namespace PerfEval.Domain.Surveys;

/// <summary>Questions and the steps between 草稿, 进行中 and 已结束.</summary>
public sealed partial class Survey
{
    internal SurveyQuestion SaveQuestion(Guid id, long? seen, QuestionEntry entry)
    {
        RefuseUnlessDraft();
        var stored = questions.Find(q => q.Id == id);
        if (stored is null)
        {
            if (seen is not null)
            {
                throw new RowStale("该题目");
            }

            if (questions.Count >= MostQuestions)
            {
                throw new RuleBroken($"一份问卷最多{MostQuestions}题");
            }

            var fresh = new SurveyQuestion(id, questions.Count + 1, entry);
            questions.Add(fresh);
            return fresh;
        }

        if (stored.Version != seen)
        {
            throw new RowStale("该题目");
        }

        stored.Set(entry);
        return stored;
    }

    internal void RemoveQuestion(Guid id, long seen)
    {
        RefuseUnlessDraft();
        var stored = questions.Find(q => q.Id == id) ?? throw new RowStale("该题目");
        RowStale.Refuse(stored, seen, "该题目");
        questions.Remove(stored);
        Number(questions.OrderBy(q => q.Position));
    }

    internal void RaiseQuestion(Guid id)
    {
        RefuseUnlessDraft();
        var order = questions.OrderBy(q => q.Position).ToList();
        var at = order.FindIndex(q => q.Id == id);
        if (at < 0)
        {
            throw new RowStale("该题目");
        }

        if (at > 0)
        {
            (order[at - 1], order[at]) = (order[at], order[at - 1]);
            Number(order);
        }
    }

    internal void Open(long seen)
    {
        RowStale.Refuse(this, seen, "满意度调查");
        if (Status == SurveyStatus.Open)
        {
            throw new RuleBroken("调查已经开始");
        }

        if (!questions.Exists(q => q.Counts))
        {
            throw new RuleBroken("至少一题要计入满意度，才能开始调查");
        }

        Status = SurveyStatus.Open;
    }

    internal void Close(long seen)
    {
        RowStale.Refuse(this, seen, "满意度调查");
        if (Status != SurveyStatus.Open)
        {
            throw new RuleBroken("调查没有在进行，不用结束");
        }

        Status = SurveyStatus.Closed;
    }

    internal void Revise(long seen)
    {
        RowStale.Refuse(this, seen, "满意度调查");
        if (HasAnswers)
        {
            throw new RuleBroken("已有答卷，题目不能再改；要改题目，须先撤回全部答卷并清空汇总数");
        }

        Status = SurveyStatus.Draft;
    }

    internal void Renew(long seen)
    {
        RowStale.Refuse(this, seen, "满意度调查");
        Token = NewToken();
    }

    private static void Number(IEnumerable<SurveyQuestion> order)
    {
        foreach (var (question, i) in order.Select((q, i) => (q, i)))
        {
            question.MoveTo(i + 1);
        }
    }

    private void RefuseUnlessDraft()
    {
        if (Status != SurveyStatus.Draft || HasAnswers)
        {
            throw new RuleBroken(HasAnswers
                ? "已有答卷，题目不能再改；要改题目，须先撤回全部答卷并清空汇总数，再退回草稿"
                : $"调查{Status.Word()}，题目不能改；没有答卷时可以先“退回草稿”");
        }
    }
}
