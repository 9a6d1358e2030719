using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Narratives;
using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Tests.Projects;

public sealed class CarryOverTests
{
    private static readonly CarryChoice Nothing = new(false, false, false, false, false, false, false, false);

    public static TheoryData<string, CarryChoice, string> Choices => new()
    {
        { "nothing", Nothing, "" },
        { "reasons", Nothing with { Reasons = true }, "背景 目的 标2" },
        { "sources", Nothing with { Funding = true }, "来源2" },
        { "sources with their budget", Nothing with { Funding = true, InitialBudget = true }, "来源2 预算100" },
        { "lines", Nothing with { Lines = true }, "明细2" },
        { "objectives", Nothing with { Objectives = true }, "绩效目标1 标1" },
        { "targets", Nothing with { Targets = true }, "年度目标2 标2" },
        { "what was done", Nothing with { Implementation = true }, "实施1 标1" },
        { "text", Nothing with { Narrative = true }, "正文2 标2" },
        { "the usual", CarryChoice.Usual, "背景 目的 来源2 明细2 绩效目标1 年度目标2 实施1 正文2 标8" },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public void Only_what_was_chosen_is_taken(string name, CarryChoice choice, string taken)
    {
        var project = Open(LastYear(), choice: choice);
        string?[] parts =
        [
            project.Background is null ? null : "背景", project.Purpose is null ? null : "目的", Some("来源", project.Funding.Count),
            project.Funding.Sum(f => f.InitialBudget ?? 0) is > 0 and var budget ? $"预算{budget:0}" : null, Some("明细", project.Lines.Count),
            Some("绩效目标", project.Objectives.Count), Some("年度目标", project.Targets.Count), Some("实施", project.Implementation.Count),
            Some("正文", project.Sections.Count(s => s.IsWritten)), Some("标", project.Carried().Count),
        ];
        Assert.True(taken == string.Join(' ', parts.OfType<string>()), $"{name}: {string.Join(' ', parts.OfType<string>())}");

        static string? Some(string word, int count) => count == 0 ? null : $"{word}{count}";
    }

    [Fact]
    public void Results_scores_amounts_and_stated_figures_stay_behind()
    {
        var source = LastYear();
        var project = Open(source, choice: CarryChoice.Usual with { InitialBudget = true });
        Assert.Empty(project.Achievements);
        Assert.Empty(project.Evaluation.Scores);
        Assert.Equal((EvaluationState.Draft, false, null), (project.Evaluation.State, project.Evaluation.IsFiled, project.Evaluation.StatedScore));
        Assert.Equal((new StatedTotals(), null, "署名单位"), (project.Stated, project.Header.SignedOn, project.Header.Signatory));
        Assert.All(project.Lines, l => Assert.Equal((null, null, null, null), (l.Allocated, l.Spent, l.BalanceReason, l.StatedBalance)));
        Assert.All(project.Funding, f => Assert.Equal((null, null, null, null, 0), (f.Received, f.Executed, f.HandedBack, f.Note, f.Adjustments.Count)));
        Assert.Equal([100m, null], project.Funding.Select(f => f.InitialBudget));
        Assert.Equal(("日常", "办公费", "党政办", 12m, 8.5m), (project.Lines[0].ActivityGroup, project.Lines[0].Item, project.Lines[0].ImplementingUnit, project.Lines[0].Quantity, project.Lines[0].UnitPrice));
        Assert.Equal((12m, "场"), (project.Targets[0].TargetValue, project.Targets[0].Measure));
        Assert.All(project.Sections, s => Assert.Null(s.StatedNumber));
        Assert.Empty(source.Targets.Select(t => t.Id).Intersect(project.Targets.Select(t => t.Id)));
        Assert.Equal((EvaluationState.Published, 2, 3), (source.Evaluation.State, source.Lines.Count, source.Sections.Count));
    }

    [Theory]
    [InlineData(2024, false), InlineData(2023, false), InlineData(2025, true), InlineData(2030, true), InlineData(2100, false)]
    public void Only_to_a_later_year(int year, bool opens)
    {
        if (opens)
        {
            Assert.Equal(year, Open(LastYear(), year).FiscalYear);
        }
        else
        {
            Assert.Equal("FiscalYear", Assert.Throws<RuleBroken>(() => Open(LastYear(), year)).Faults.Single().Field);
        }
    }

    [Theory]
    [InlineData("2024年春节活动", "2025年春节活动"), InlineData("工作经费", "工作经费"), InlineData("2023—2024年", "2023—2025年")]
    public void The_year_in_the_name_is_raised(string name, string proposed) => Assert.Equal(proposed, CarryOver.NameFor(Projects.Some.Project(name), 2025));

    [Fact]
    public void Chapters_meet_by_heading_and_others_come_along_at_their_place()
    {
        var source = Projects.Some.Project();
        foreach (var (level, heading, body) in new (int, string?, string)[]
        {
            (0, null, "前言。"), (1, "旧章", ""), (2, "旧节", "旧文。"), (1, "基本情况", "情况{{实际支出}}。"), (2, "空节", ""), (2, "项目概况", "概况。"), (2, "附说明", "说明。"), (1, "附录", "附。"),
        })
        {
            source.AddSection(level, "九、", heading, false, body);
        }

        var project = Open(source);
        Assert.Equal(
            [(0, "", "前言。"), (1, "旧章", ""), (2, "旧节", "旧文。"), (1, "基本情况", "情况{{实际支出}}。"), (2, "项目概况", "概况。\n{{表:资金}}"), (2, "附说明", "说明。"), (1, "附录", "附。"), (1, "其他", "")],
            project.Sections.Select(s => (s.Level, s.Heading, s.Body)));
        Assert.Equal(Enumerable.Range(1, 8), project.Sections.Select(s => s.Position));
        Assert.Equal([2024, null, 2024, 2024, 2024, 2024, 2024, null], project.Sections.Select(s => s.CarriedFrom));
        Assert.Equal("（一）项目概况", project.Carried().Single(c => c.Body.StartsWith("概况", StringComparison.Ordinal)).What);
    }

    [Fact]
    public void The_same_heading_twice_goes_below_the_same_chapter()
    {
        var source = Projects.Some.Project();
        foreach (var (level, heading, body) in new (int, string, string)[] { (1, "乙", ""), (2, "目标", "乙的。"), (1, "甲", ""), (2, "目标", "甲的。") })
        {
            source.AddSection(level, null, heading, false, body);
        }

        var outline = new ReportOutline("X", "提纲");
        foreach (var (level, heading) in new[] { (1, "甲"), (2, "目标"), (1, "乙"), (2, "目标") })
        {
            outline.Add(level, heading, false, null, null);
        }

        Assert.Equal(["", "甲的。", "", "乙的。"], CarryOver.Open(source, 2025, "项目", CarryChoice.Usual, outline).Sections.Select(s => s.Body));
    }

    [Fact]
    public void Saving_the_same_text_keeps_every_mark_and_editing_takes_its_own_away()
    {
        var project = Open(LastYear());
        var (target, note, section) = (project.Targets[0], project.Implementation[0], project.Sections.First(s => s.CarriedFrom is not null));
        var before = project.Carried().Count;
        void Save(string more)
        {
            project.Change(new(2025, "项目", null, "背景\r\n二" + more, project.Purpose), 0);
            project.SaveObjective(ObjectiveKind.Overall, 0, "目标\r\n二 " + more);
            project.SaveTarget(target.Id, 0, new(target.ImplementingUnit, target.Activity, " 办好\r\n二" + more, "场次", TargetDirection.AtLeast, 12.0m, "场"));
            project.SaveImplementation(note.Id, 0, note.ImplementingUnit, note.Activity, "做了\r\n二" + more);
            project.WriteSection(section.Id, 0, section.Body.ReplaceLineEndings("\r\n") + more);
        }

        Save("");
        Assert.Equal(before, project.Carried().Count);
        Save("改");
        Assert.Equal(before - 5, project.Carried().Count);
        Assert.Equal((null, null, null, null, null), (project.BackgroundCarriedFrom, project.Objectives[0].CarriedFrom, target.CarriedFrom, note.CarriedFrom, section.CarriedFrom));
        Assert.Equal(2024, project.PurposeCarriedFrom);
    }

    [Fact]
    public void A_changed_target_value_counts_as_an_edit()
    {
        var project = Open(LastYear());
        var target = project.Targets[0];
        project.SaveTarget(target.Id, 0, new(target.ImplementingUnit, target.Activity, target.Goal, target.IndicatorName, target.Direction, 13, target.Measure));
        Assert.Null(target.CarriedFrom);
    }

    [Fact]
    public void Each_mark_is_confirmed_alone_or_with_others_and_keeps_the_text()
    {
        var project = Open(LastYear());
        var all = project.Carried();
        foreach (var one in all.Take(all.Count - 2))
        {
            project.ConfirmCarried([one.Key]);
            Assert.DoesNotContain(project.Carried(), c => c.Key == one.Key);
        }

        project.ConfirmCarried([.. project.Carried().Select(c => c.Key)]);
        Assert.Empty(project.Carried());
        Assert.Equal(("背景\n二", "办好\n二", 12m), (project.Background, project.Targets[0].Goal, project.Targets[0].TargetValue));
    }

    [Fact]
    public void Confirming_asks_for_something_that_is_still_there_unchanged()
    {
        var project = Open(LastYear());
        var all = project.Carried();
        Assert.Throws<RuleBroken>(() => project.ConfirmCarried([]));
        foreach (var wrong in all.Select(c => c.Key with { Seen = 7 }).Append(new(CarriedPart.Section, Guid.NewGuid(), 0)).Append(new(CarriedPart.Target, project.Sections[0].Id, 0)))
        {
            Assert.Throws<RowStale>(() => project.ConfirmCarried([all[0].Key, wrong]));
        }

        Assert.Equal(all.Count, project.Carried().Count);
        Assert.Throws<RuleBroken>(() => Projects.Some.In(EvaluationState.Submitted).ConfirmCarried([all[0].Key]));
    }

    [Fact]
    public void A_text_nobody_looked_at_keeps_its_first_year_and_a_confirmed_one_gets_the_next()
    {
        var second = Open(LastYear());
        second.ConfirmCarried([second.Carried().Single(c => c.Key.Part == CarriedPart.Background).Key]);
        var third = Open(second, 2026);
        Assert.Equal((2025, 2024, 2024), (third.BackgroundCarriedFrom, third.PurposeCarriedFrom, third.Targets[0].CarriedFrom));
        Assert.Equal("沿用2024年，未修改", third.Carried().Single(c => c.Key.Part == CarriedPart.Purpose).Mark);
    }

    [Theory]
    [InlineData("在2024年办好", "文中有“2024年”，请核对")]
    [InlineData("2024年和2025年", "文中有“2024年”，请核对")]
    [InlineData("依据2016年21号文", "")]
    [InlineData("得分:97分，投入219.72万元、1,200元，占20%，另30%", "文中有“97分”“219.72万元”“1,200元”“20%”，请核对")]
    [InlineData("支出{{实际支出}}，分3部分析", "")]
    public void What_strikes_as_old_is_quoted(string text, string hint) =>
        Assert.Equal(hint, new CarriedText(new(CarriedPart.Section, Guid.Empty, 1), "", text, 2024, 2025).Hint);

    [Fact]
    public void Doubts_name_what_is_left_on_each_page_and_no_part_is_missing_for_them()
    {
        var project = Open(LastYear());
        ReadinessPlace[] places = [ReadinessPlace.Overview, ReadinessPlace.Targets, ReadinessPlace.Implementation, ReadinessPlace.Narrative];
        var doubts = CarriedTexts.Of(new(project, null, null)).ToList();
        Assert.Equal(places, doubts.Select(d => Places.PageOf((CheckPlace.Whole)d.Place)!.Value));
        Assert.Equal("3处绩效目标、年度目标沿用上年，没有修改也没有确认", doubts[1].Explanation);
        Assert.DoesNotContain(Readiness.Of(project, null), m => m.Message.Contains("沿用", StringComparison.Ordinal));
        project.ConfirmCarried([.. project.Carried().Select(c => c.Key)]);
        Assert.Empty(CarriedTexts.Of(new(project, null, null)));
    }

    private static Project LastYear()
    {
        var project = Domain.Projects.Project.Open(Projects.Some.Street(), new(2024, "项目", "街道", "背景\r\n二", "目的"), EvaluationKind.DepartmentEvaluation);
        project.Head(new() { Title = "标题", AnnexLabel = "附件", Signatory = "署名单位", SignedOn = new(2025, 1, 2) });
        project.State(new(1, 2, 3));
        var source = project.SaveFunding(Guid.NewGuid(), null, new(FundingKind.FiscalAppropriation, "财政拨款", 100, 90, 80, 10, "批复"));
        project.AdjustBudget(source.Id, Guid.NewGuid(), new(2024, 5, 1), "文1号", 5);
        project.SaveFunding(Guid.NewGuid(), null, new(FundingKind.CarriedOver, "上年结转", 7, 7, 7, null, null));
        project.Apply(new([Projects.Some.Row(Projects.Some.Line("办公费", 102, 90, "节约", 12, 8.5m)), Projects.Some.Row(Projects.Some.Line("差旅费"))]));
        project.StateBalance(project.Lines[0].Id, 12);
        project.SaveObjective(ObjectiveKind.Overall, null, "目标\n二");
        var target = project.SaveTarget(Guid.NewGuid(), null, new("文化站", "演出", "办好\n二", "场次", TargetDirection.AtLeast, 12, "场"));
        project.SaveTarget(Guid.NewGuid(), null, new("文化站", "培训", "培训好", null, TargetDirection.Qualitative, null, null));
        project.SaveAchievement(Guid.NewGuid(), null, new(target.Id, "文化站", "演出", "办了", 13, CompletionState.Completed, null));
        project.SaveImplementation(Guid.NewGuid(), null, "文化站", "演出", "做了\n二");
        project.AddSection(1, "1、", "基本情况", false, "一段。\n二段{{实际支出}}。");
        project.AddSection(2, null, "项目概况", false, "概况。");
        project.AddSection(1, null, "空章", false, null);
        project.Evaluation.File(null, [], 97, null);
        project.Evaluation.CloseAsPublished(null, Access.Actor.System, Projects.Some.Noon);
        return project;
    }

    private static Project Open(Project source, int year = 2025, CarryChoice? choice = null) =>
        CarryOver.Open(source, year, "项目", choice ?? CarryChoice.Usual, Projects.Some.Outline());
}
