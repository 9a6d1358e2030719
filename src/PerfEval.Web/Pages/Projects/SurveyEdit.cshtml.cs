using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Surveys;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>A survey and its questions.</summary>
public sealed class SurveyEditModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    [BindProperty]
    public SurveyForm Form { get; set; } = new();

    [BindProperty]
    public QuestionForm Question { get; set; } = new();

    public ProjectFrame Frame { get; private set; } = null!;

    public Survey? Survey => Frame.Project.Survey;

    /// <summary>True while the questions can be changed.</summary>
    public bool MayAsk => Survey is { Status: SurveyStatus.Draft, HasAnswers: false };

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, Guid? edit, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        if (!Frame.Project.Evaluation.IsOpen)
        {
            TempData["FlashDoubt"] = $"项目{Frame.Project.Evaluation.State.Word()}，不能修改满意度调查。";
            return ProjectLinks.To(SurveyLinks.Results, id);
        }

        Fill();
        if (edit is { } wanted)
        {
            if (Survey?.Questions.FirstOrDefault(q => q.Id == wanted) is not { } question)
            {
                return NotFound();
            }

            Question = QuestionForm.Of(question);
        }

        return Page();
    }

    public Task<IActionResult> OnPostSaveAsync(int id, CancellationToken cancel)
    {
        ModelState.ClearOther(nameof(Form), nameof(Question));
        return ActAsync(id, "保存满意度调查", nameof(Form), () => this.Accepts(Form, new SurveyFormRules(), nameof(Form)),
            p => p.SaveSurvey(Form.SeenVersion, Form.ToEntry()), cancel);
    }

    public Task<IActionResult> OnPostQuestionAsync(int id, CancellationToken cancel)
    {
        ModelState.ClearOther(nameof(Question), nameof(Form));
        return ActAsync(id, "保存调查题目", nameof(Question), () => this.Accepts(Question, new QuestionFormRules(), nameof(Question)),
            p => p.SaveQuestion(Question.Id, Question.SeenVersion, Question.ToEntry()), cancel);
    }

    public Task<IActionResult> OnPostRemoveQuestionAsync(int id, Guid row, long seen, CancellationToken cancel) =>
        ActAsync(id, "删除调查题目", nameof(Question), () => true, p => p.RemoveQuestion(row, seen), cancel);

    public Task<IActionResult> OnPostRaiseQuestionAsync(int id, Guid row, CancellationToken cancel) =>
        ActAsync(id, "调整题目次序", nameof(Question), () => true, p => p.RaiseQuestion(row), cancel);

    private async Task<IActionResult> ActAsync(int id, string act, string prefix, Func<bool> accepts, Action<Project> change, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        var project = Frame.Project;
        if (accepts() && await this.SaveAsync(db, project, act, prefix, () => change(project), cancel: cancel))
        {
            TempData["Flash"] = $"已{act}。";
            return ProjectLinks.To(SurveyLinks.Edit, id, prefix == nameof(Question) ? "questions" : null);
        }

        db.ChangeTracker.Clear();
        await LoadAsync(id, cancel);
        if (prefix == nameof(Question))
        {
            Fill();
        }

        Conflict = this.Meet(nameof(Form), Survey, SurveyForm.Words, version => Form.SeenVersion = version)
            ?? this.Meet(nameof(Question), Survey?.Questions.FirstOrDefault(q => q.Id == Question.Id), QuestionForm.Words, version => Question.SeenVersion = version);
        return Page();
    }

    private void Fill()
    {
        Form = Survey is { } survey ? SurveyForm.Of(survey)
            : new() { Title = $"{Frame.Project.Name}满意度调查"[..Math.Min(Survey.TitleLength, Frame.Project.Name.Length + 5)] };
    }

    private async Task<IActionResult?> LoadAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        Frame = new(project, "survey", me.Actor);
        return null;
    }
}
