namespace PerfEval.Domain.Surveys;

/// <summary>A sheet as it is typed or sent.</summary>
/// <param name="Marks">Per question with options, in their order: the number of the option, 0 for the tenth; empty for no answer.</param>
/// <param name="Texts">Per 文字 question, in their order.</param>
public sealed record SheetEntry(IReadOnlyList<string?> Marks, IReadOnlyList<string?> Texts);

/// <summary>Answers: sheets from paper, sheets from the link, totals counted by hand.</summary>
public sealed partial class Survey
{
    /// <summary>Most sheets that carry a running number.</summary>
    public const int LargestNumber = 9_999_999;

    internal SurveySheet TakePaper(Guid id, int number, SheetEntry entry, bool isValid, DateOnly on)
    {
        RefuseUnlessOpen();
        var faults = new List<Fault>();
        var marks = Read(entry, faults, mustAnswer: false);
        if (number is < 1 or > LargestNumber)
        {
            faults.Add(new("Number", $"问卷编号应在1至{LargestNumber}之间"));
        }

        if (isValid && faults.Count == 0 && marks.All(m => m == SurveySheet.NoMark))
        {
            faults.Add(new("Marks[0]", "一题都没有作答；空白问卷请勾“无效问卷”，计入回收、不计入有效"));
        }

        return Take(new(id, SheetSource.Paper, number, marks, Texts(entry), isValid, on), faults);
    }

    internal SurveySheet TakeLink(Guid id, SheetEntry entry, int linksStored, DateOnly on)
    {
        if (!IsAnsweredOn(on) || linksStored >= LinkLimit)
        {
            throw new RuleBroken("本次调查已经结束，感谢您的支持");
        }

        var faults = new List<Fault>();
        var marks = Read(entry, faults, mustAnswer: true);
        return Take(new(id, SheetSource.Link, null, marks, Texts(entry), isValid: true, on), faults);
    }

    internal SurveySheet Withdraw(Guid id, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > Evaluations.Evaluation.ReasonLength)
        {
            throw new RuleBroken($"请写明撤回的理由，不超过{Evaluations.Evaluation.ReasonLength}个字，理由留在审计记录中", "Reason");
        }

        var sheet = sheets.Find(s => s.Id == id) ?? throw new RowStale("该问卷");
        sheets.Remove(sheet);
        return sheet;
    }

    internal void TakeTally(long seen, SurveyTally? tally)
    {
        RefuseUnlessOpen();
        RowStale.Refuse(this, seen, "汇总数");
        var faults = new List<Fault>();
        if (tally is not null)
        {
            Check(tally, faults);
        }

        if (faults.Count > 0)
        {
            throw new RuleBroken(faults);
        }

        Tally = tally;
    }

    private SurveySheet Take(SurveySheet sheet, List<Fault> faults)
    {
        if (faults.Count > 0)
        {
            throw new RuleBroken(faults);
        }

        if (Counts?.Sheets >= MostSheets)
        {
            throw new RuleBroken($"一次调查最多{MostSheets}份问卷");
        }

        sheets.Add(sheet);
        return sheet;
    }

    private string Read(SheetEntry entry, List<Fault> faults, bool mustAnswer)
    {
        var closed = Closed;
        var marks = new char[closed.Count];
        for (var i = 0; i < marks.Length; i++)
        {
            var typed = (entry.Marks.ElementAtOrDefault(i) ?? "").Trim();
            marks[i] = SurveySheet.NoMark;
            if (typed.Length == 0 || typed == $"{SurveySheet.NoMark}")
            {
                if (mustAnswer)
                {
                    faults.Add(new($"Marks[{i}]", $"第{closed[i].Position}题还没有选择"));
                }
            }
            else if (typed.Length == 1 && char.IsAsciiDigit(typed[0]) && SurveySheet.OptionOf(typed[0]) < closed[i].Options.Count)
            {
                marks[i] = typed[0];
            }
            else
            {
                var last = closed[i].Options.Count == SurveyQuestion.MostOptions ? "1至9，0表示第10个选项" : $"1至{closed[i].Options.Count}";
                faults.Add(new($"Marks[{i}]", $"第{closed[i].Position}题填的“{(typed.Length > 20 ? typed[..20] + "…" : typed)}”不是选项序号，应填{last}；没有作答的不填"));
            }
        }

        for (var i = 0; i < Written.Count; i++)
        {
            var length = Text.OrNull(entry.Texts.ElementAtOrDefault(i))?.Length ?? 0;
            if (length > SurveySheet.TextLength)
            {
                faults.Add(new($"Texts[{i}]", $"第{Written[i].Position}题写了{length}个字，请缩短到{SurveySheet.TextLength}个字以内"));
            }
        }

        return new(marks);
    }

    private List<string>? Texts(SheetEntry entry)
    {
        var texts = Written.Select((_, i) => Text.OrNull(entry.Texts.ElementAtOrDefault(i)) ?? "").ToList();
        return texts.TrueForAll(t => t.Length == 0) ? null : texts;
    }

    private void Check(SurveyTally tally, List<Fault> faults)
    {
        if (tally.Returned is < 1 or > LargestCount)
        {
            faults.Add(new("Returned", $"回收份数应在1至{LargestCount}之间"));
        }

        if (tally.Valid < 0 || tally.Valid > tally.Returned)
        {
            faults.Add(new("Valid", $"有效份数应在0至回收份数{tally.Returned}之间"));
        }

        var closed = Closed;
        if (tally.Options.Count != closed.Count || tally.Options.Where((o, i) => o.Count != closed[i].Options.Count).Any())
        {
            throw new RowStale("题目");
        }

        for (var i = 0; i < closed.Count; i++)
        {
            if (tally.Options[i].Any(c => c < 0) || tally.Options[i].Sum(c => (long)c) > tally.Valid)
            {
                faults.Add(new($"Rows[{i}].Options[0]", $"第{closed[i].Position}题各选项合计{tally.Options[i].Sum(c => (long)c)}份，多于有效份数{tally.Valid}，请核对"));
            }
        }
    }

    private void RefuseUnlessOpen()
    {
        if (Status != SurveyStatus.Open)
        {
            throw new RuleBroken(Status == SurveyStatus.Draft ? "调查还没有开始，请先点“开始调查”" : "调查已结束，不能再录入；需要补录的，请先“重新开始”");
        }
    }
}
