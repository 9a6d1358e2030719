using FluentValidation;
using PerfEval.Domain;
using PerfEval.Domain.Surveys;

namespace PerfEval.Web.Pages.Projects;

/// <summary>What is typed about a survey.</summary>
public sealed class SurveyForm
{
    public long? SeenVersion { get; set; }

    public string? Title { get; set; }

    public string? Introduction { get; set; } = "您好！为了解项目实施效果，请您按实际感受选择。本问卷不记名，请不要填写姓名、电话等个人信息。";

    public string? TargetGroup { get; set; }

    public string? MinimumValid { get; set; } = "50";

    public string? Sent { get; set; }

    public SatisfactionMethod Method { get; set; }

    public string? PassLine { get; set; } = "95";

    public string? OpensOn { get; set; }

    public string? ClosesOn { get; set; }

    public string? LinkLimit { get; set; } = "1000";

    public SurveyEntry ToEntry() => new(
        Title ?? "", Introduction, TargetGroup ?? "", FormRules.ToWhole(MinimumValid) ?? 0, FormRules.ToWhole(Sent), Method, FormRules.ToNumber(PassLine) ?? 0,
        FormRules.ToDay(OpensOn), FormRules.ToDay(ClosesOn), FormRules.ToWhole(LinkLimit) ?? 0);

    public static SurveyForm Of(Survey survey) => new()
    {
        SeenVersion = survey.Version,
        Title = survey.Title,
        Introduction = survey.Introduction,
        TargetGroup = survey.TargetGroup,
        MinimumValid = $"{survey.MinimumValid}",
        Sent = survey.Sent?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Method = survey.Method,
        PassLine = Numbers.Plainly(survey.PassLine),
        OpensOn = survey.OpensOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ClosesOn = survey.ClosesOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        LinkLimit = $"{survey.LinkLimit}",
    };

    public static (string Label, string? Value)[] Words(Survey survey) =>
    [
        ("标题", survey.Title), ("调查对象", survey.TargetGroup), ("卷首说明", survey.Introduction), ("最低有效份数", $"{survey.MinimumValid}"), ("发放份数", $"{survey.Sent}"),
        ("计算方法", survey.Method.Word()), ("达标线", Numbers.Plainly(survey.PassLine)), ("开始日期", $"{survey.OpensOn:yyyy-MM-dd}"), ("结束日期", $"{survey.ClosesOn:yyyy-MM-dd}"),
        ("链接最多收集", $"{survey.LinkLimit}"),
    ];
}

/// <summary>What is typed about a question.</summary>
public sealed class QuestionForm
{
    public Guid Id { get; set; } = Guid.NewGuid();

    public long? SeenVersion { get; set; }

    public string? Text { get; set; }

    public QuestionScale Scale { get; set; }

    public string? Options { get; set; }

    public string? SatisfiedFrom { get; set; }

    public bool Counts { get; set; } = true;

    public QuestionEntry ToEntry() => new(
        Text ?? "", Scale, OptionTyping.Read(Options, Scale), FormRules.ToNumber(SatisfiedFrom) ?? Scale.UsualSatisfiedFrom(), Counts);

    public static QuestionForm Of(SurveyQuestion question) => new()
    {
        Id = question.Id,
        SeenVersion = question.Version,
        Text = question.Text,
        Scale = question.Scale,
        Options = OptionTyping.Write(question.Options),
        SatisfiedFrom = question.IsClosed ? Numbers.Plainly(question.SatisfiedFrom) : null,
        Counts = question.Counts,
    };

    public static (string Label, string? Value)[] Words(SurveyQuestion question) =>
    [
        ("题目", question.Text), ("回答方式", question.Scale.Word()), ("选项和分值", OptionTyping.Write(question.Options)), ("计入满意度", question.Counts ? "是" : "否"),
    ];
}

internal sealed class SurveyFormRules : AbstractValidator<SurveyForm>
{
    public SurveyFormRules()
    {
        RuleFor(f => f.Title).Words("标题", Survey.TitleLength, required: true);
        RuleFor(f => f.Introduction).Words("卷首说明", Survey.IntroductionLength);
        RuleFor(f => f.TargetGroup).Words("调查对象", Survey.TargetGroupLength, required: true);
        RuleFor(f => f.MinimumValid).Whole("最低有效份数", 1, Survey.LargestCount, required: true);
        RuleFor(f => f.Sent).Whole("发放份数", 0, Survey.LargestCount);
        RuleFor(f => f.Method).IsInEnum().WithMessage("请选择计算方法");
        RuleFor(f => f.PassLine).Number("达标线", required: true);
        RuleFor(f => f.OpensOn).Day("开始日期");
        RuleFor(f => f.ClosesOn).Day("结束日期");
        RuleFor(f => f.LinkLimit).Whole("链接最多收集", 1, Survey.MostSheets, required: true);
    }
}

internal sealed class QuestionFormRules : AbstractValidator<QuestionForm>
{
    public QuestionFormRules()
    {
        RuleFor(f => f.Text).Words("题目", SurveyQuestion.TextLength, required: true);
        RuleFor(f => f.Scale).IsInEnum().WithMessage("请选择回答方式");
        RuleFor(f => f.Options).Words("选项和分值", 600);
        RuleFor(f => f.SatisfiedFrom).Number("满意分值线");
    }
}
