using PerfEval.Domain.Access;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Narratives;
using PerfEval.Domain.Organisations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Projects;

/// <summary>Small things that tests start from.</summary>
internal static class Some
{
    public static readonly DateTime Noon = new(2024, 8, 15, 4, 0, 0, DateTimeKind.Utc);

    public static Organisation Street(Organisation? parent = null) => Organisation.Found(parent, "CG-YH", "雨花街道办事处", OrganisationKind.StreetOffice);

    public static Project Project(string name = "工作经费", int year = 2024) =>
        Domain.Projects.Project.Open(Street(), new(year, name, null, null, null), EvaluationKind.SelfEvaluation);

    public static LineEntry Line(
        string? item = "办公费", decimal? allocated = 100, decimal? spent = 100, string? reason = null, decimal? quantity = null, decimal? price = null) =>
        new("日常", item, "党政办", quantity, null, price, allocated, spent, reason);

    public static LineChange Row(LineEntry? entry, Guid? id = null, long? seen = null) => new(id ?? Guid.NewGuid(), seen, entry);

    public static FundingEntry Funds(decimal? budget, decimal? received = null, decimal? executed = null, decimal? handedBack = null) =>
        new(FundingKind.FiscalAppropriation, "财政拨款", budget, received, executed, handedBack, null);

    public static Project With(this Project project, params (decimal? Allocated, decimal? Spent)[] lines)
    {
        Assert.True(project.Apply(new([.. lines.Select((l, i) => Row(Line($"第{i + 1}项", l.Allocated, l.Spent)))])).Applied);
        return project;
    }

    public static Actor By(Role? role, int user = 1, int organisation = 100) => new(user, "甲", role, organisation, "/");

    /// <summary>A tree of one leaf that a person judges.</summary>
    public static ScoreSheet Sheet(bool complete = true)
    {
        var tree = new IndicatorTree("T", "试表");
        tree.AddIndicator(new("A", "甲", 100, new Expert()), id: 1);
        tree.Publish();
        return Scorer.Score(tree, complete ? [new(1, new JudgedInput(91, "材料"))] : [], _ => new("无", null, "无"));
    }

    /// <summary>A project from which nothing is missing.</summary>
    public static Project Complete()
    {
        var project = Project();
        Assert.True(project.Apply(new([Row(Line("第1项", 100, 100)), Row(Line("第2项", 100, 90, "节约"))])).Applied);
        project.SaveFunding(Guid.NewGuid(), null, Funds(200, 200));
        var target = project.SaveTarget(Guid.NewGuid(), null, new("党政办", "演出活动", "办好演出", "演出场次", TargetDirection.AtLeast, 10, "场"));
        project.SaveAchievement(Guid.NewGuid(), null, new(target.Id, "党政办", "演出活动", "办好了", 10, CompletionState.Completed, null));
        project.Head(new() { Signatory = "雨花街道办事处", SignedOn = new(2025, 2, 1) });
        project.Evaluation.ScoreBy(1);
        return project;
    }

    /// <summary>A complete project in a state, submitted by user 1 and reviewed by user 2.</summary>
    public static Project In(EvaluationState state)
    {
        var project = Complete();
        var (accountant, reviewer, leader) = (By(Role.Accountant, 1), By(Role.Reviewer, 2), By(Role.Leader, 3));
        var steps = state switch
        {
            EvaluationState.Draft => [],
            EvaluationState.Submitted => [(Act.Submit, accountant)],
            EvaluationState.UnderReview => [(Act.Submit, accountant), (Act.Accept, reviewer)],
            EvaluationState.Returned => [(Act.Submit, accountant), (Act.Accept, reviewer), (Act.Return, reviewer)],
            EvaluationState.Approved => [(Act.Submit, accountant), (Act.Accept, reviewer), (Act.Approve, reviewer)],
            _ => new (Act, Actor)[] { (Act.Submit, accountant), (Act.Accept, reviewer), (Act.Approve, reviewer), (Act.Publish, leader) },
        };
        foreach (var (act, by) in steps)
        {
            project.Take(act, by, Noon, "理由", Sheet());
        }

        Assert.Equal(state, project.Evaluation.State);
        return project;
    }

    public static ReportOutline Outline()
    {
        var outline = new ReportOutline("O", "提纲");
        outline.Add(1, "基本情况", true, null, null);
        outline.Add(2, "项目概况", true, "写什么", ReportTable.Funds);
        outline.Add(1, "其他", false, null, null);
        return outline;
    }
}
