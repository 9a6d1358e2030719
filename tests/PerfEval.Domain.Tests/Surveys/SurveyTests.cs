using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;
using PerfEval.Domain.Surveys;
using PerfEval.Domain.Tests.Projects;

namespace PerfEval.Domain.Tests.Surveys;

/// <summary>What sheets come to, and what a survey refuses.</summary>
public class SurveyTests
{
    private static readonly DateOnly Day = new(2024, 8, 15);

    private static readonly IReadOnlyList<SurveyOption> Five = QuestionScale.Levels.Usual();

    /// <summary>Rates of the questions by hand: Σ(份数 × 分值) ÷ (份数 × 最高分值).</summary>
    public static TheoryData<SatisfactionMethod, decimal, int[][], string, string> Figures() => new()
    {
        {
            SatisfactionMethod.Average, 95, [[8, 1, 0, 0, 0, 1], [6, 2, 2, 0, 0, 0], [7, 3, 0, 0, 0, 0]], "93",
            "满意度 = 3题得分率的平均 = (97.78% + 88.00% + 94.00%) ÷ 3 = 93.26%；发放20份，回收10份（回收率50.00%），有效10份（有效率100.00%）"
        },
        {
            SatisfactionMethod.Lowest, 95, [[10, 0, 0, 0, 0, 0], [6, 2, 2, 0, 0, 0], [7, 3, 0, 0, 0, 0]], "88",
            "满意度 = 3题中得分率最低的第2题 = Σ(份数×分值) 880 ÷ (10份 × 100) × 100% = 88.00%；发放20份，回收10份（回收率50.00%），有效10份（有效率100.00%）"
        },
        {
            SatisfactionMethod.PerItem, 95, [[10, 0, 0, 0, 0, 0], [6, 2, 2, 0, 0, 0], [7, 3, 0, 0, 0, 0]], "87",
            "满意度（逐题扣减）：达标线95%，第2题低7.00个百分点、第3题低1.00个百分点，共低8.00个百分点；95% − 8.00% = 87.00%；发放20份，回收10份（回收率50.00%），有效10份（有效率100.00%）"
        },
        {
            SatisfactionMethod.PerItem, 88, [[10, 0, 0, 0, 0, 0], [6, 2, 2, 0, 0, 0], [7, 3, 0, 0, 0, 0]], "88",
            "满意度（逐题扣减）：3题的得分率都达到88%，取最低的第2题 = Σ(份数×分值) 880 ÷ (10份 × 100) × 100% = 88.00%；发放20份，回收10份（回收率50.00%），有效10份（有效率100.00%）"
        },
        {
            SatisfactionMethod.PerItem, 95, [[0, 0, 0, 0, 10, 0], [0, 0, 0, 0, 10, 0], [10, 0, 0, 0, 0, 0]], "0",
            "满意度（逐题扣减）：达标线95%，第1题低95.00个百分点、第2题低95.00个百分点，共低190.00个百分点；95% − 190.00% = -95.00%，按0计；发放20份，回收10份（回收率50.00%），有效10份（有效率100.00%）"
        },
    };

    [Theory, MemberData(nameof(Figures))]
    public void The_figure_follows_the_method_and_says_so(SatisfactionMethod method, decimal line, int[][] counts, string value, string formula)
    {
        var survey = Asked(new(method, line, [.. Five, new("不了解", null)], Questions: 3));
        survey.TallySurvey(0, new(10, 10, counts));
        survey.CloseSurvey(0);
        survey.Survey!.Count([]);
        var got = new ProjectFigures(survey).Get(new(Figure.Satisfaction));
        Assert.Equal(formula, got.Formula);
        if (method != SatisfactionMethod.Average)
        {
            Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), got.Value);
        }
        else
        {
            // (880/900 + 880/1000 + 940/1000) ÷ 3, exact: 93.259259…
            Assert.Equal(93.25925925925925925925m, got.Value);
        }
    }

    [Fact]
    public void Thirds_that_add_up_to_the_line_reach_it()
    {
        // 94 1/3 and 95 2/3 are 95 on average; as decimals they would be 94.999… and lose a whole step.
        var project = Asked(new(SatisfactionMethod.Average, 95, [new("好", 3), new("中", 2), new("差", 0)], Questions: 2));
        project.TallySurvey(0, new(100, 100, [[83, 17, 0], [87, 13, 0]]));
        project.Survey!.Count([]);
        var survey = project.Survey.Statistics!;
        Assert.Equal((94.33333333333333333333m, 95.66666666666666666666m, 95m), (survey.Questions[0].Rate, survey.Questions[1].Rate, survey.Overall));
    }

    [Fact]
    public void Sheets_and_a_tally_of_the_same_answers_say_the_same()
    {
        string[] sheets = ["111", "121", "632", "-51", "211", "161"];
        var typed = Asked(new(SatisfactionMethod.Average, 95, [.. Five, new("不了解", null)], Questions: 3));
        foreach (var (marks, i) in sheets.Select((s, i) => (s, i)))
        {
            typed.TakePaperSheet(Guid.NewGuid(), i + 1, new([.. marks.Select(m => $"{m}")], []), true, Day);
        }

        typed.Survey!.Count(Groups(typed.Survey));
        var tallied = Asked(new(SatisfactionMethod.Average, 95, [.. Five, new("不了解", null)], Questions: 3));
        tallied.TallySurvey(0, new(6, 6, [[3, 1, 0, 0, 0, 1], [2, 1, 1, 0, 1, 1], [5, 1, 0, 0, 0, 0]]));
        tallied.Survey!.Count([]);
        var (a, b) = (typed.Survey.Statistics!, tallied.Survey.Statistics!);
        Assert.Equal(a.Questions.Select(q => string.Join(',', q.Options)), b.Questions.Select(q => string.Join(',', q.Options)));
        Assert.Equal((a.Overall, a.Formula, a.Shown), (b.Overall, b.Formula, b.Shown));
        Assert.Equal([4, 5, 6], a.Questions.Select(q => q.Answers));
        Assert.Equal([95m, 68m, 96.6667m], a.Questions.Select(q => Rounding.Round(q.Rate!.Value, 4)));
        Assert.Equal([100m, 80m, 100m], a.Questions.Select(q => q.SatisfiedRate!.Value));
    }

    [Fact]
    public void Invalid_sheets_are_returned_but_not_counted_and_a_shortfall_is_said_everywhere()
    {
        var project = Asked(new(SatisfactionMethod.Average, 95, Five, Questions: 1, Minimum: 3));
        project.TakePaperSheet(Guid.NewGuid(), 1, new(["2"], []), true, Day);
        project.TakePaperSheet(Guid.NewGuid(), 2, new(["1"], []), false, Day);
        project.TakeLinkSheet(Guid.NewGuid(), new(["1"], []), 0, Day);
        project.Survey!.Count(Groups(project.Survey));
        var survey = project.Survey.Statistics!;
        Assert.Equal((3, 2, 90m), (survey.Returned, survey.Valid, survey.Overall));
        var figures = new ProjectFigures(project);
        Assert.EndsWith("。注意：有效问卷2份，少于规定的3份；调查还在进行", figures.Get(new(Figure.Satisfaction)).Formula);
        Assert.Equal(
            ("90.00%（有效问卷2份，少于规定的3份）", "20份", "3份", "2份"),
            (figures.Quotable()["满意度"], figures.Quotable()["问卷发放数"], figures.Quotable()["问卷回收数"], figures.Quotable()["有效问卷数"]));

        // The sentence of the score goes into the printed table: it says so too.
        var tree = new IndicatorTree("T", "试表");
        tree.AddIndicator(new("C221", "服务对象满意度", 100, new LinearDecay(95, 1, 1), new FigureBinding(Figure.Satisfaction)), id: 1);
        tree.Publish();
        Assert.StartsWith("满意度（有效问卷2份，少于规定的3份）90%", Scorer.Score(tree, [], figures.Get).Rows[0].Sentence);
        var doubts = ProjectCheck.Of(project, null).Findings.Where(f => f.Rule == SurveyState.Rule).Select(f => f.Explanation).ToList();
        Assert.Equal(["满意度调查的有效问卷2份，少于规定的3份，满意度会照此注明", "满意度调查还在进行，送审后不再收集"], doubts);
    }

    [Theory]
    [InlineData("", "满意度：还没有有效问卷，无法计算")]
    [InlineData("1-", "满意度：第2题还没有计分的回答，无法计算")]
    [InlineData("16", "满意度：第2题还没有计分的回答，无法计算")]
    public void Without_answers_there_is_no_figure(string marks, string start)
    {
        var project = Asked(new(SatisfactionMethod.Average, 95, [.. Five, new("不了解", null)], Questions: 2));
        if (marks.Length > 0)
        {
            project.TakePaperSheet(Guid.NewGuid(), 1, new([.. marks.Select(m => $"{m}")], []), true, Day);
        }

        project.Survey!.Count(Groups(project.Survey));
        var figure = new ProjectFigures(project).Get(new(Figure.Satisfaction));
        Assert.Null(figure.Value);
        Assert.StartsWith(start, figure.Formula);
    }

    [Theory]
    [InlineData("6,1", "第1题填的“6”不是选项序号，应填1至5")]
    [InlineData("0,1", "第1题填的“0”不是选项序号")]
    [InlineData("1,x", "第2题填的“x”不是选项序号")]
    [InlineData("1,11", "第2题填的“11”不是选项序号")]
    [InlineData("1,１", "第2题填的“１”不是选项序号")]
    [InlineData("-,", "一题都没有作答")]
    public void A_sheet_that_cannot_be_read_is_refused(string typed, string sentence)
    {
        var project = Asked(new(SatisfactionMethod.Average, 95, Five, Questions: 2));
        var broken = Assert.Throws<RuleBroken>(() => project.TakePaperSheet(Guid.NewGuid(), 1, new(typed.Split(','), []), true, Day));
        Assert.Contains(sentence, broken.Message, StringComparison.Ordinal);
        Assert.Empty(project.Survey!.Sheets);
    }

    [Fact]
    public void Ten_points_are_typed_with_one_key()
    {
        var project = Asked(new(SatisfactionMethod.Average, 95, QuestionScale.Points.Usual(), Questions: 1, Scale: QuestionScale.Points));
        project.TakePaperSheet(Guid.NewGuid(), 1, new(["0"], []), true, Day);
        project.TakePaperSheet(Guid.NewGuid(), 2, new(["5"], []), true, Day);
        project.Survey!.Count(Groups(project.Survey));
        Assert.Equal((75m, 50m), (project.Survey.Statistics!.Overall, project.Survey.Statistics.Questions[0].SatisfiedRate));
    }

    [Fact]
    public void Questions_stay_as_they_are_once_it_began()
    {
        var project = Asked(new(SatisfactionMethod.Average, 95, Five, Questions: 2));
        var survey = project.Survey!;
        var question = survey.Questions[0];
        QuestionEntry other = new("别的", QuestionScale.YesNo, QuestionScale.YesNo.Usual(), 100, true);
        Assert.Contains("题目不能改", Assert.Throws<RuleBroken>(() => project.SaveQuestion(question.Id, 0, other)).Message, StringComparison.Ordinal);
        Assert.Throws<RuleBroken>(() => project.RemoveQuestion(question.Id, 0));
        Assert.Throws<RuleBroken>(() => project.RaiseQuestion(survey.Questions[1].Id));
        project.ReviseSurvey(0);
        project.SaveQuestion(question.Id, 0, other);
        project.RaiseQuestion(survey.Questions[1].Id);
        Assert.Equal([(question.Id, 2)], survey.Questions.Where(q => q.Id == question.Id).Select(q => (q.Id, q.Position)));
        project.OpenSurvey(0);
        var sheet = project.TakePaperSheet(Guid.NewGuid(), 1, new(["1", "1"], []), true, Day);
        Assert.Contains("已有答卷", Assert.Throws<RuleBroken>(() => project.ReviseSurvey(0)).Message, StringComparison.Ordinal);
        Assert.Contains("理由", Assert.Throws<RuleBroken>(() => project.WithdrawSheet(sheet.Id, " ")).Message, StringComparison.Ordinal);
        project.WithdrawSheet(sheet.Id, "重复");
        project.ReviseSurvey(0);
        Assert.Equal(SurveyStatus.Draft, survey.Status);
    }

    [Fact]
    public void A_tally_that_does_not_add_up_is_refused()
    {
        var project = Asked(new(SatisfactionMethod.Average, 95, Five, Questions: 2));
        var broken = Assert.Throws<RuleBroken>(() => project.TallySurvey(0, new(5, 6, [[7, 0, 0, 0, 0], [1, 1, 1, 1, -1]])));
        Assert.Equal(["Valid", "Rows[0].Options[0]", "Rows[1].Options[0]"], broken.Faults.Select(f => f.Field));
        Assert.Throws<RowStale>(() => project.TallySurvey(0, new(5, 5, [[1, 0, 0, 0, 0]])));
        Assert.Throws<RowStale>(() => project.TallySurvey(3, null));
        Assert.Null(project.Survey!.Tally);
    }

    [Fact]
    public void The_link_takes_answers_in_its_period_to_its_limit_and_only_while_the_project_is_open()
    {
        var project = Asked(new(SatisfactionMethod.Average, 95, Five, Questions: 1));
        var survey = project.Survey!;
        project.SaveSurvey(0, survey.Entry with { OpensOn = Day, ClosesOn = Day.AddDays(1), LinkLimit = 2 });
        Assert.Equal([false, true, true, false], new[] { -1, 0, 1, 2 }.Select(d => project.TakesAnswers(Day.AddDays(d))));
        SheetEntry entry = new(["1"], []);
        Assert.Throws<RuleBroken>(() => project.TakeLinkSheet(Guid.NewGuid(), entry, 2, Day));
        Assert.Throws<RuleBroken>(() => project.TakeLinkSheet(Guid.NewGuid(), entry, 0, Day.AddDays(2)));
        Assert.Equal("第1题还没有选择", Assert.Throws<RuleBroken>(() => project.TakeLinkSheet(Guid.NewGuid(), new([], []), 0, Day)).Message);
        Assert.Null(project.TakeLinkSheet(Guid.NewGuid(), entry, 1, Day).Number);
        var token = survey.Token;
        Assert.Matches("^[0-9a-f]{40}$", token);
        project.RenewSurveyLink(0);
        Assert.NotEqual(token, survey.Token);
        project.CloseSurvey(0);
        Assert.False(project.TakesAnswers(Day));
    }

    [Fact]
    public void Nothing_changes_after_submission()
    {
        var project = Some.Complete();
        project.SaveSurvey(null, Entry(1));
        project.OpenSurvey(0);
        var sheet = project.TakePaperSheet(Guid.NewGuid(), 1, new(["1", "1", "1", "1"], []), true, Day);
        project.Take(Act.Submit, Some.By(Access.Role.Accountant), Some.Noon, null, Some.Sheet());
        Assert.False(project.TakesAnswers(Day));
        Action[] acts =
        [
            () => project.SaveSurvey(0, Entry(2)), () => project.OpenSurvey(0), () => project.CloseSurvey(0), () => project.ReviseSurvey(0), () => project.RenewSurveyLink(0),
            () => project.SaveQuestion(Guid.NewGuid(), null, new("题", QuestionScale.Text, [], 0, false)), () => project.RemoveQuestion(Guid.NewGuid(), 0),
            () => project.RaiseQuestion(Guid.NewGuid()), () => project.WithdrawSheet(sheet.Id, "理由"), () => project.TallySurvey(0, null),
            () => project.TakePaperSheet(Guid.NewGuid(), 2, new(["1"], []), true, Day), () => project.TakeLinkSheet(Guid.NewGuid(), new(["1", "1", "1", "1"], []), 0, Day),
        ];
        Assert.All(acts, act => Assert.StartsWith("项目已送审", Assert.Throws<RuleBroken>(act).Message));
    }

    [Theory]
    [InlineData("一 1", "选项应有2至10个")]
    [InlineData("一 1\n一 2", "写了2次")]
    [InlineData("一\n二", "至少一个选项要有大于0的分值")]
    [InlineData("一 1.234\n二 0", "最多两位小数")]
    [InlineData("一 1001\n二 0", "应在0至1000之间")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十零 1\n二 0", "1至20个字")]
    public void Options_that_cannot_be_counted_are_refused(string typed, string sentence)
    {
        var project = Some.Project();
        project.SaveSurvey(null, Entry(1));
        var broken = Assert.Throws<RuleBroken>(() => project.SaveQuestion(
            Guid.NewGuid(), null, new("题", QuestionScale.Levels, OptionTyping.Read(typed, QuestionScale.Levels), 1, true)));
        Assert.Contains(sentence, broken.Message, StringComparison.Ordinal);
        Assert.All(broken.Faults, f => Assert.Equal("Options", f.Field));
    }

    [Fact]
    public void Options_are_read_as_they_are_written()
    {
        IReadOnlyList<SurveyOption> options = [new("非常 满意", 99.5m), new("一般", 0), new("不了解", null)];
        Assert.Equal(options, OptionTyping.Read(OptionTyping.Write(options), QuestionScale.Levels));
        Assert.Equal([new("好", 80), new("差", 20)], OptionTyping.Read(" 好：80 \r\n\n差=20", QuestionScale.Levels));
        Assert.Equal(Five, OptionTyping.Read(" ", QuestionScale.Levels));
    }

    private static SurveyEntry Entry(int minimum, SatisfactionMethod method = SatisfactionMethod.Average, decimal line = 95) =>
        new("调查", null, "居民", minimum, 20, method, line, null, null, 1000);

    private static Project Asked(Setting setting)
    {
        var project = Some.Project();
        var survey = project.SaveSurvey(null, Entry(setting.Minimum, setting.Method, setting.Line));
        foreach (var question in survey.Questions.ToList())
        {
            project.RemoveQuestion(question.Id, 0);
        }

        for (var i = 1; i <= setting.Questions; i++)
        {
            project.SaveQuestion(Guid.NewGuid(), null, new($"第{i}问", setting.Scale, setting.Options, setting.Scale.UsualSatisfiedFrom(), true));
        }

        project.OpenSurvey(0);
        return project;
    }

    private static IEnumerable<SheetGroup> Groups(Survey survey) =>
        survey.Sheets.GroupBy(s => (s.Marks, s.IsValid, s.Source)).Select(g => new SheetGroup(g.Key.Marks, g.Key.IsValid, g.Key.Source, g.Count()));

    private sealed record Setting(
        SatisfactionMethod Method, decimal Line, IReadOnlyList<SurveyOption> Options, int Questions, int Minimum = 1, QuestionScale Scale = QuestionScale.Levels);
}
