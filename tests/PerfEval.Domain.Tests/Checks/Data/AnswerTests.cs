using PerfEval.Domain.Access;
using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Tests.Projects;

namespace PerfEval.Domain.Tests.Checks.Data;

/// <summary>Doubts and errors read out of prose are answered with a reason, errors of data are not; a number that changes brings the doubt back.</summary>
public sealed class AnswerTests
{
    private static readonly Actor Clerk = Some.By(Role.Accountant);

    [Fact]
    public void A_doubt_stops_submitting_until_it_is_answered_and_comes_back_with_another_number()
    {
        var project = Some.Complete();
        project.Apply(LineChanges.Of(Some.Row(Some.Line("第2项", 100, 80), project.Lines[1].Id, 0)));
        project.SaveFunding(project.Funding[0].Id, 0, Some.Funds(200, 200));
        Assert.Equal("还有1处疑点没有答复，请到“体检”页逐处改正，或写明理由", Submit(project)!.Message);

        var doubt = Doubt(project);
        project.Answer(doubt, null, " 结转下年使用 ", Clerk, Some.Noon);
        Assert.Equal(("结转下年使用", "V3", "甲", Some.Noon), (project.Answers[0].Reason, project.Answers[0].Code, project.Answers[0].UserName, project.Answers[0].At));
        Assert.Empty(Readiness.Open(project, ProjectCheck.Of(project, Some.Sheet())));

        project.Apply(LineChanges.Of(Some.Row(Some.Line("第2项", 100, 70), project.Lines[1].Id, 0)));
        Assert.Null(project.AnswerTo(Doubt(project)));
        Assert.NotNull(Submit(project));
        project.Apply(LineChanges.Of(Some.Row(Some.Line("第2项", 100, 80), project.Lines[1].Id, 0)));
        Assert.NotNull(project.AnswerTo(Doubt(project)));
        Assert.Null(Submit(project));
    }

    [Theory]
    [InlineData(null, "请写明理由"), InlineData("  ", "请写明理由"), InlineData("long", "请缩短到500个字以内")]
    public void An_answer_needs_words_and_not_too_many(string? reason, string message)
    {
        var project = Doubtful();
        var refused = Assert.Throws<RuleBroken>(() => project.Answer(Doubt(project), null, reason == "long" ? new('长', FindingAnswer.ReasonLength + 1) : reason, Clerk, Some.Noon));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal("Reason", refused.Faults[0].Field);
        Assert.Empty(project.Answers);
    }

    [Theory]
    [InlineData(Severity.Error, false, false), InlineData(Severity.Missing, false, false), InlineData(Severity.Doubt, false, true), InlineData(Severity.Hint, false, true)]
    [InlineData(Severity.Error, true, true), InlineData(Severity.Missing, true, false)]
    public void Errors_of_data_and_missing_parts_cannot_be_answered_away(Severity severity, bool prose, bool may)
    {
        var project = Some.Complete();
        var finding = new Finding(ColumnSums.Rule, severity, prose ? new CheckPlace.Words("s", 3, 5) : new CheckPlace.Whole("Spending"), "合计差10.00元", "改正");
        Assert.Equal(may, Record.Exception(() => project.Answer(finding, null, "理由", Clerk, Some.Noon)) is null);
        Assert.Equal(may ? 1 : 0, project.Answers.Count);
    }

    [Fact]
    public void An_error_read_out_of_prose_is_answered_or_mended_and_comes_back_with_other_words()
    {
        var project = Some.Complete();
        project.AddSection(1, null, "资金使用情况", false, "购置设备共支出300元，其中：电脑100元，桌椅150元，运费20元。");
        var section = project.Sections[^1];
        var error = ProjectCheck.Of(project, Some.Sheet()).Findings.Single(f => f.Severity == Severity.Error);
        Assert.Equal("T-SUM", error.Rule.Code);
        Assert.Contains("送审前请改正或答复：报告正文“资金使用情况”", Submit(project)!.Message, StringComparison.Ordinal);

        project.Answer(error, null, "另有30元为安装费，正文未单列", Clerk, Some.Noon);
        Assert.Equal("T-SUM", project.Answers[0].Code);
        project.WriteSection(section.Id, 0, "购置设备共支出300元，其中：电脑100元，桌椅140元，运费20元。");
        Assert.NotNull(Submit(project));
        project.WriteSection(section.Id, 0, "购置设备共支出300元，其中：电脑100元，桌椅150元，运费20元。");
        Assert.Null(Submit(project));
    }

    [Fact]
    public void Two_people_who_answer_do_not_overwrite_each_other_and_a_resend_is_no_conflict()
    {
        var project = Doubtful();
        var doubt = Doubt(project);
        project.Answer(doubt, null, "甲的理由", Clerk, Some.Noon);
        Assert.Throws<RowStale>(() => project.Answer(doubt, null, "乙的理由", Clerk, Some.Noon));
        project.Answer(doubt, null, "甲的理由", Clerk, Some.Noon);
        project.Answer(doubt, 0, "改过的理由", Clerk, Some.Noon);
        Assert.Equal("改过的理由", Assert.Single(project.Answers).Reason);
        Assert.Throws<RowStale>(() => project.TakeBackAnswer(project.Answers[0].Id, 7));
        project.TakeBackAnswer(project.Answers[0].Id, 0);
        Assert.Throws<RowStale>(() => project.TakeBackAnswer(Guid.NewGuid(), 0));
        Assert.Empty(project.Answers);
    }

    public static TheoryData<string, string, bool> Returns => new()
    {
        // What the 退回 says about the doubt; whether the answer still stands.
        { "names it", "1. 支出明细第2行：结余20.00元，未填结余原因。单位答复“结转下年”，请进一步说明或改正。", false },
        { "names it among others", "请补齐合同。\n2. 结余20.00元，未填结余原因，说法不清。", false },
        { "another amount", "1. 支出明细第2行：结余120.00元，未填结余原因。", true },
        { "something else", "请补齐合同。", true },
    };

    [Theory]
    [MemberData(nameof(Returns))]
    public void A_return_that_names_a_doubt_opens_it_again_although_its_answer_stays(string name, string reason, bool stands)
    {
        var project = ReturnedFor(reason);
        var doubt = Doubt(project);
        Assert.True(stands == project.IsAnswered(doubt), name);
        Assert.Equal("结转下年", project.AnswerTo(doubt)!.Reason);
        Assert.Equal(stands, project.ReturnOf(doubt) is null);
        Assert.Equal(stands, !Readiness.Open(project, ProjectCheck.Of(project, Some.Sheet())).Contains(doubt));
        var refused = Submit(project, After);
        Assert.Equal(stands ? null : "还有1处疑点没有答复（其中1处的答复财政局没有认可），请到“体检”页逐处改正，或写明理由", refused?.Message);
    }

    [Fact]
    public void A_returned_answer_stands_again_only_with_other_words_or_is_gone_with_other_numbers()
    {
        var project = ReturnedFor("结余20.00元，未填结余原因");
        var doubt = Doubt(project);
        var same = Assert.Throws<RuleBroken>(() => project.Answer(doubt, 0, "结转下年", Clerk, After));
        Assert.Equal(("Reason", true), (same.Faults[0].Field, same.Message.Contains("没有认可这条答复", StringComparison.Ordinal)));
        project.Answer(doubt, 0, "结转下年，区财政局2025年3号文同意", Clerk, After);
        Assert.Null(project.ReturnOf(doubt));
        Assert.Null(Submit(project, After));

        var mended = ReturnedFor("结余20.00元，未填结余原因");
        mended.Apply(LineChanges.Of(Some.Row(Some.Line("第2项", 100, 80, "结转下年"), mended.Lines[1].Id, 0)));
        Assert.Null(Submit(mended, After));
    }

    [Theory]
    [InlineData("1. 报告正文“资金使用情况”：{0}", "资金使用情况")]
    [InlineData("1. 报告正文“组织管理情况”：{0}", "组织管理情况")]
    [InlineData("1. 报告正文“组织管理情况”：{0}\n2. 报告正文“资金使用情况”：{0}", "资金使用情况 组织管理情况")]
    [InlineData("{0}", "资金使用情况 组织管理情况")]
    [InlineData("1. 报告正文“组织管理情况”：别的意见", "")]
    public void The_same_words_in_two_sections_are_returned_one_by_one(string reason, string returned)
    {
        var project = Some.Complete();
        foreach (var (position, heading) in new[] { "资金使用情况", "组织管理情况" }.Index())
        {
            project.AddSection(position + 1, null, heading, false, "购置设备共支出300元，其中：电脑100元，桌椅150元，运费20元。");
        }

        var found = ProjectCheck.Of(project, Some.Sheet()).Findings.Where(f => f.Rule.Code == "T-SUM").ToList();
        Assert.Equal(2, found.Count);
        found.ForEach(f => project.Answer(f, null, "正文未单列安装费", Clerk, Some.Noon));
        project.Take(Act.Submit, Clerk, Some.Noon, null, Some.Sheet());
        project.Take(Act.Accept, Some.By(Role.Reviewer, 2), Some.Noon, null, null);
        project.Take(Act.Return, Some.By(Role.Reviewer, 2), Some.Noon, string.Format(System.Globalization.CultureInfo.InvariantCulture, reason, found[0].Explanation), null);
        Assert.Equal(found[0].Explanation, found[1].Explanation);
        Assert.Equal(returned, string.Join(' ', found.Where(f => project.ReturnOf(f) is not null).Select(f => f.Place.Word(project)[5..^1])));
    }

    [Fact]
    public void What_lies_with_the_reviewers_is_not_answered_any_more()
    {
        var project = Some.In(EvaluationState.UnderReview);
        var finding = new Finding(ColumnSums.Rule, Severity.Doubt, new CheckPlace.Whole(""), "差1.00元", "改正");
        Assert.Throws<RuleBroken>(() => project.Answer(finding, null, "理由", Clerk, Some.Noon));
    }

    [Fact]
    public void A_finding_is_the_same_while_check_place_and_numbers_are()
    {
        var words = new Finding(TypedFigures.Rule, Severity.Doubt, new CheckPlace.Words("s", 10, 5), "正文180元，数据190元", "改") { Quote = "支出180元" };
        Assert.Equal(words.Key(), (words with { Place = new CheckPlace.Words("s", 300, 5), Remedy = "另一种说法" }).Key());
        Assert.Equal(words.Key(), (words with { Explanation = "写着180元，应是190元" }).Key());
        Assert.NotEqual(words.Key(), (words with { Explanation = "正文180元，数据191元" }).Key());
        Assert.NotEqual(words.Key(), (words with { Place = new CheckPlace.Words("t", 10, 5) }).Key());
        Assert.NotEqual(words.Key(), (words with { Quote = "支出181元" }).Key());
        Assert.NotEqual(words.Key(), (words with { Rule = ColumnSums.Rule }).Key());
        Assert.Equal(FindingKey.Length, words.Key().Length);
    }

    private static Project Doubtful()
    {
        var project = Some.Complete();
        project.Apply(LineChanges.Of(Some.Row(Some.Line("第2项", 100, 80), project.Lines[1].Id, 0)));
        return project;
    }

    private static Finding Doubt(Project project) => LineChecks.Of(project.Lines[1]).Single();

    private static DateTime After => Some.Noon.AddDays(2);

    private static Project ReturnedFor(string reason)
    {
        var project = Doubtful();
        project.SaveFunding(project.Funding[0].Id, 0, Some.Funds(200, 200));
        project.Answer(Doubt(project), null, "结转下年", Clerk, Some.Noon);
        Assert.Null(Submit(project));
        var reviewer = Some.By(Role.Reviewer, 2);
        project.Take(Act.Accept, reviewer, Some.Noon, null, null);
        project.Take(Act.Return, reviewer, Some.Noon.AddDays(1), reason, null);
        return project;
    }

    private static RuleBroken? Submit(Project project, DateTime? at = null) =>
        Record.Exception(() => project.Take(Act.Submit, Clerk, at ?? Some.Noon, null, Some.Sheet())) as RuleBroken;
}
