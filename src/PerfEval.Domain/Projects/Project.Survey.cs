using PerfEval.Domain.Surveys;

namespace PerfEval.Domain.Projects;

/// <summary>满意度调查: nothing of it changes while the project lies with the reviewers, and the link takes no answer.</summary>
public sealed partial class Project
{
    /// <summary>满意度调查 of the project; null when there is none.</summary>
    public Survey? Survey { get; private set; }

    /// <summary>Opens the survey with the usual questions, or changes what was entered about it.</summary>
    /// <param name="seen">Version the person saw; null when there was none.</param>
    /// <param name="entry">What was entered.</param>
    public Survey SaveSurvey(long? seen, SurveyEntry entry)
    {
        Evaluation.RefuseUnlessOpen();
        if (Survey is null)
        {
            return Survey = seen is null ? new Survey(entry) : throw new RowStale("满意度调查");
        }

        if (Survey.Version != seen)
        {
            throw new RowStale("满意度调查");
        }

        Survey.Set(entry);
        return Survey;
    }

    /// <summary>Adds or changes a question.</summary>
    /// <exception cref="RuleBroken">The survey is no draft any more, there are answers, or the options cannot be counted.</exception>
    public SurveyQuestion SaveQuestion(Guid id, long? seen, QuestionEntry entry) => Asked().SaveQuestion(id, seen, entry);

    /// <summary>Deletes a question of a draft; the following ones move up.</summary>
    public void RemoveQuestion(Guid id, long seen) => Asked().RemoveQuestion(id, seen);

    /// <summary>Moves a question of a draft one place up.</summary>
    public void RaiseQuestion(Guid id) => Asked().RaiseQuestion(id);

    /// <summary>开始调查, also again after its end.</summary>
    public void OpenSurvey(long seen) => Asked().Open(seen);

    /// <summary>结束调查.</summary>
    public void CloseSurvey(long seen) => Asked().Close(seen);

    /// <summary>退回草稿: the questions can be changed again.</summary>
    /// <exception cref="RuleBroken">There are answers.</exception>
    public void ReviseSurvey(long seen) => Asked().Revise(seen);

    /// <summary>Makes a new link; the old one leads nowhere from then on.</summary>
    public void RenewSurveyLink(long seen) => Asked().Renew(seen);

    /// <summary>Takes a sheet that was typed in from paper. That its number is free is for the database to know.</summary>
    /// <param name="id">Key, made in the browser.</param>
    /// <param name="number">Number written on the paper.</param>
    /// <param name="entry">The answers.</param>
    /// <param name="isValid">False for a sheet that counts as returned only.</param>
    /// <param name="on">Today, in China.</param>
    public SurveySheet TakePaperSheet(Guid id, int number, SheetEntry entry, bool isValid, DateOnly on) =>
        Asked().TakePaper(id, number, entry, isValid, on);

    /// <summary>Takes a sheet that came by the public link.</summary>
    /// <param name="id">Key, made for the page that was opened.</param>
    /// <param name="entry">The answers.</param>
    /// <param name="linksStored">Sheets from the link that are stored already.</param>
    /// <param name="on">Today, in China.</param>
    /// <exception cref="RuleBroken">It takes no answers now, or a question is not answered.</exception>
    public SurveySheet TakeLinkSheet(Guid id, SheetEntry entry, int linksStored, DateOnly on) =>
        Asked().TakeLink(id, entry, linksStored, on);

    /// <summary>True when the public link takes answers today.</summary>
    public bool TakesAnswers(DateOnly today) => Evaluation.IsOpen && Survey?.IsAnsweredOn(today) == true;

    /// <summary>撤回: deletes a sheet that was loaded with the survey.</summary>
    /// <param name="id">The sheet.</param>
    /// <param name="reason">Why; it stays in the audit trail.</param>
    public SurveySheet WithdrawSheet(Guid id, string? reason) => Asked().Withdraw(id, reason);

    /// <summary>Enters totals that were counted by hand; null takes them out.</summary>
    public void TallySurvey(long seen, SurveyTally? tally) => Asked().TakeTally(seen, tally);

    private Survey Asked()
    {
        Evaluation.RefuseUnlessOpen();
        return Survey ?? throw new RuleBroken("本项目还没有满意度调查，请先新建");
    }
}
