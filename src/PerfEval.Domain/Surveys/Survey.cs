using System.Security.Cryptography;

namespace PerfEval.Domain.Surveys;

/// <summary>What a person enters about a survey.</summary>
/// <param name="Title">标题.</param>
/// <param name="Introduction">What is said before the questions.</param>
/// <param name="TargetGroup">调查对象.</param>
/// <param name="MinimumValid">最低有效份数; fewer is said wherever the figure appears.</param>
/// <param name="Sent">发放 sheets; null when it was not counted.</param>
/// <param name="Method">How the questions become one figure.</param>
/// <param name="PassLine">达标线 of <see cref="SatisfactionMethod.PerItem"/>, in percent.</param>
/// <param name="OpensOn">First day of the link; null for at once.</param>
/// <param name="ClosesOn">Last day of the link; null for no end.</param>
/// <param name="LinkLimit">Most sheets that the link takes.</param>
public sealed record SurveyEntry(
    string Title, string? Introduction, string TargetGroup, int MinimumValid, int? Sent, SatisfactionMethod Method, decimal PassLine,
    DateOnly? OpensOn, DateOnly? ClosesOn, int LinkLimit);

/// <summary>满意度调查 of a project: what is asked of whom, and what came back. <see cref="Projects.Project"/> is the door of every change.</summary>
public sealed partial class Survey : IVersioned
{
    /// <summary>Most characters of a title.</summary>
    public const int TitleLength = 100;

    /// <summary>Most characters of an introduction.</summary>
    public const int IntroductionLength = 1000;

    /// <summary>Most characters of the target group.</summary>
    public const int TargetGroupLength = 200;

    /// <summary>Characters of a token: 160 random bits, hexadecimal.</summary>
    public const int TokenLength = 40;

    /// <summary>Most questions: a sheet has one page.</summary>
    public const int MostQuestions = 30;

    /// <summary>Most sheets that can be typed in or come by the link.</summary>
    public const int MostSheets = 20_000;

    /// <summary>Largest number of people that can have been asked.</summary>
    public const int LargestCount = 1_000_000;

    private readonly List<SurveyQuestion> questions = [];
    private readonly List<SurveySheet> sheets = [];

    private Survey()
    {
    }

    internal Survey(SurveyEntry entry)
    {
        Set(entry);
        string[] usual = ["您对项目实施情况是否满意？", "您对项目完成的数量和质量是否满意？", "您对项目取得的效果是否满意？", "您对反映问题后的改进情况是否满意？"];
        var scale = QuestionScale.Levels;
        questions.AddRange(usual.Select((text, i) => new SurveyQuestion(
            Guid.NewGuid(), i + 1, new(text, scale, scale.Usual(), scale.UsualSatisfiedFrom(), Counts: true))));
        questions.Add(new(Guid.NewGuid(), usual.Length + 1, new("您有什么意见和建议？", QuestionScale.Text, [], 0, Counts: false)));
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.NewGuid();

    /// <summary>The project.</summary>
    public int ProjectId { get; private set; }

    /// <summary>标题.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What is said before the questions.</summary>
    public string? Introduction { get; private set; }

    /// <summary>调查对象.</summary>
    public string TargetGroup { get; private set; } = "";

    /// <summary>最低有效份数.</summary>
    public int MinimumValid { get; private set; }

    /// <summary>发放 sheets; null when it was not counted.</summary>
    public int? Sent { get; private set; }

    /// <summary>How the questions become one figure.</summary>
    public SatisfactionMethod Method { get; private set; }

    /// <summary>达标线, in percent.</summary>
    public decimal PassLine { get; private set; }

    /// <summary>First day of the link.</summary>
    public DateOnly? OpensOn { get; private set; }

    /// <summary>Last day of the link.</summary>
    public DateOnly? ClosesOn { get; private set; }

    /// <summary>Most sheets that the link takes.</summary>
    public int LinkLimit { get; private set; }

    /// <summary>Where it stands.</summary>
    public SurveyStatus Status { get; private set; }

    /// <summary>What the public link ends with: nobody can guess it, and a new one shuts the old door.</summary>
    public string Token { get; private set; } = NewToken();

    /// <summary>Totals that were counted by hand, added to the sheets; null for none.</summary>
    public SurveyTally? Tally { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>题目 in their order.</summary>
    public IReadOnlyList<SurveyQuestion> Questions => questions;

    /// <summary>Sheets that were loaded or taken in this work; thousands may be stored that are not here. Their sums are <see cref="Counts"/>.</summary>
    public IReadOnlyList<SurveySheet> Sheets => sheets;

    /// <summary>Sums over all stored sheets, as the data layer counted them when it loaded the project; null when it did not.</summary>
    public SurveyCounts? Counts { get; private set; }

    /// <summary>Questions with options, in their order: the order of <see cref="SurveySheet.Marks"/>.</summary>
    public IReadOnlyList<SurveyQuestion> Closed => [.. questions.Where(q => q.IsClosed).OrderBy(q => q.Position)];

    /// <summary>文字 questions in their order: the order of <see cref="SurveySheet.Texts"/>.</summary>
    public IReadOnlyList<SurveyQuestion> Written => [.. questions.Where(q => !q.IsClosed).OrderBy(q => q.Position)];

    /// <summary>What came back; null when the sheets were not counted.</summary>
    public SurveyStatistics? Statistics => Counts is null ? null : SurveyStatistics.Of(this, Counts);

    /// <summary>True when answers are stored: from then on the questions stay as they are.</summary>
    public bool HasAnswers => Tally is not null || Counts is { Sheets: > 0 } || sheets.Count > 0;

    /// <summary>The survey as a person enters it.</summary>
    public SurveyEntry Entry => new(Title, Introduction, TargetGroup, MinimumValid, Sent, Method, PassLine, OpensOn, ClosesOn, LinkLimit);

    /// <summary>True on the days on which the link takes answers; the project must be open too.</summary>
    /// <param name="today">The day in China.</param>
    public bool IsAnsweredOn(DateOnly today) =>
        Status == SurveyStatus.Open && !(today < OpensOn) && !(today > ClosesOn);

    /// <summary>Tells the survey what its stored sheets come to.</summary>
    /// <param name="stored">All of them.</param>
    public void Count(IEnumerable<SheetGroup> stored) => Counts = SurveyCounts.Of([.. Closed.Select(q => q.Options.Count)], stored);

    internal void Set(SurveyEntry entry)
    {
        var faults = new List<Fault>();
        if (string.IsNullOrWhiteSpace(entry.Title))
        {
            faults.Add(new(nameof(Title), "请填写调查标题"));
        }

        if (entry.ClosesOn < entry.OpensOn)
        {
            faults.Add(new(nameof(ClosesOn), $"结束日期{entry.ClosesOn:yyyy-MM-dd}早于开始日期{entry.OpensOn:yyyy-MM-dd}，请改正"));
        }

        if (entry.PassLine is <= 0 or > 100)
        {
            faults.Add(new(nameof(PassLine), "达标线应大于0，不超过100，单位为%"));
        }

        if (entry.LinkLimit is < 1 or > MostSheets)
        {
            faults.Add(new(nameof(LinkLimit), $"链接最多收集的份数应在1至{MostSheets}之间"));
        }

        if (entry.MinimumValid is < 1 or > LargestCount)
        {
            faults.Add(new(nameof(MinimumValid), $"最低有效份数应在1至{LargestCount}之间"));
        }

        if (entry.Sent is < 0 or > LargestCount)
        {
            faults.Add(new(nameof(Sent), $"发放份数应在0至{LargestCount}之间，没有统计的不填"));
        }

        if (faults.Count > 0)
        {
            throw new RuleBroken(faults);
        }

        (Title, Introduction, TargetGroup, MinimumValid, Sent) =
            (entry.Title.Trim(), Text.OrNull(entry.Introduction), entry.TargetGroup.Trim(), entry.MinimumValid, entry.Sent);
        (Method, PassLine, OpensOn, ClosesOn, LinkLimit) = (entry.Method, entry.PassLine, entry.OpensOn, entry.ClosesOn, entry.LinkLimit);
    }

    private static string NewToken() => RandomNumberGenerator.GetHexString(TokenLength, lowercase: true);
}
